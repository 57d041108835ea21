#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The desktop's search finds people by name, and nobody while names are hidden or something is locked.

usage: test-search-provider.py MILEPOST MILEPOST-CLI SOURCE; run it under xvfb-run and dbus-run-session.
"""

import configparser
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import screen
from gi.repository import Gio, GLib

PASSPHRASE = 'correct horse battery staple'
PROGRAM, CLI, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
BUS = Gio.bus_get_sync(Gio.BusType.SESSION)


def told():
    """Where the desktop is told to ask."""
    ini = configparser.ConfigParser()
    ini.read(SOURCE / 'data/io.github.milepost.Milepost.search-provider.ini')
    provider = ini['Shell Search Provider']
    assert provider['Version'] == '2'
    return provider['BusName'], provider['ObjectPath']


NAME, PATH = told()


def ask(method, signature, arguments, answer=None):
    reply = BUS.call_sync(NAME, PATH, 'org.gnome.Shell.SearchProvider2', method, GLib.Variant(signature, arguments),
                          GLib.VariantType(answer) if answer else None, Gio.DBusCallFlags.NO_AUTO_START, 20000)
    return reply.unpack()[0] if answer else None


def found(*words):
    """The names that a search brings, in two calls as the desktop makes them."""
    ids = ask('GetInitialResultSet', '(as)', (words,), '(as)')
    assert ask('GetSubsearchResultSet', '(asas)', (ids, words), '(as)') == ids
    metas = ask('GetResultMetas', '(as)', (ids,), '(aa{sv})')
    assert [meta['id'] for meta in metas] == ids
    assert all(set(meta) == {'id', 'name'} for meta in metas), metas
    return sorted(meta['name'] for meta in metas)


class Service:
    """The program as the bus starts it."""

    def __init__(self, home):
        env = {**os.environ, 'XDG_DATA_HOME': home, 'XDG_CONFIG_HOME': home, 'GSETTINGS_BACKEND': 'keyfile',
               'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable'}
        self.process = subprocess.Popen([PROGRAM, '--gapplication-service'], env=env)

    def __enter__(self):
        screen.wait_for('the program on the bus', lambda: BUS.call_sync(
            'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner', GLib.Variant('(s)', (NAME,)), None,
            Gio.DBusCallFlags.NONE, 5000).unpack()[0])
        return self.process

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def cli(home, *args):
    read, write = os.pipe()
    os.write(write, (PASSPHRASE + '\n').encode())
    os.close(write)
    subprocess.run([CLI, 'db', *args, '--passphrase-fd', str(read)], pass_fds=[read], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, 'XDG_DATA_HOME': home})
    os.close(read)


def hide_names(home, hidden):
    folder = Path(home, 'glib-2.0/settings')
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'keyfile').write_text(f'[io/github/milepost/Milepost]\nhide-names={str(hidden).lower()}\n', encoding='utf-8')


def main():
    with tempfile.TemporaryDirectory() as home:
        for sample in sorted((SOURCE / 'data/samples').glob('*.milepost')):
            cli(home, 'import', str(sample))
        with Service(home) as program:
            assert found('ALE') == ['Alex'], found('ALE')
            assert found('a', 'm') == ['Sam'], found('a', 'm')  # every word, in one name
            assert found('WI') == []  # what else is known of a person is no name
            assert found('zz') == []
            alex, = ask('GetInitialResultSet', '(as)', (['alex'],), '(as)')
            ask('ActivateResult', '(sasu)', (alex, ['alex'], 0))
            root = screen.wait_for('the window', lambda: screen.application(program.pid))
            screen.wait_for('her case', lambda: any(frame.name.startswith('Alex') for frame in root))
            screen.lock_screen()
            screen.wait_for('nobody behind a locked window', lambda: found('alex') == [])
            assert ask('GetResultMetas', '(as)', ([alex],), '(aa{sv})') == []
        hide_names(home, True)
        with Service(home):
            assert found('alex') == []
            assert ask('GetResultMetas', '(as)', ([alex],), '(aa{sv})') == []
        hide_names(home, False)
        cli(home, 'seal')
        with Service(home):
            assert found('alex') == []
    print('ok')


main()
