#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Nothing is lost: the program is killed while it is typed into, and the next start has every change older than a second.

usage: test-kill.py MILEPOST [KILLS [SEED]]; run it under xvfb-run and dbus-run-session.

Two kills are those of a person who stops typing for a second. KILLS more come at moments that chance chooses, from the first
change of a session to some time after the last, while numbered changes follow each other; each change that the window had
taken a second or more before the kill must be there at the next start, on the same page. What is there must be one of the
changes, whole.
"""

import random
import sys
import tempfile
import time

from screen import Program, button, entry, has_name, press, tab, text_of, wait_for

MILEPOST = sys.argv[1]
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(2 ** 32)
SPREAD = 3.0  # seconds of a session in which it may be killed


def start(home):
    """A machine with much other work may need a second go until the program is told to the screen reader: not counted."""
    try:
        return Program(MILEPOST, home)
    except AssertionError as error:
        print(error, '; once more')
        return Program(MILEPOST, home)


def field(program, name):
    return wait_for('the facts', lambda: entry(program.root, name))


def stops_typing(home):
    """The last change is a second old."""
    program = start(home)
    press(wait_for('the first screen', lambda: button(program.root, 'Sample: Alex, both benefits')))
    press(wait_for('the pages', lambda: tab(program.root, 'Facts')))
    for label in ('Alexa', 'Alexander'):
        name = field(program, 'Name')
        # Changes come faster than the delay before a saving, up to the last one
        for n in range(20):
            name.queryEditableText().setTextContents('%s %d' % (label, n))
        wait_for('the name in the header', lambda: has_name(program.root, label + ' 19'))
        time.sleep(1)
        program.kill()
        program = start(home)
        name = wait_for('the same person and page', lambda: entry(program.root, 'Name'))
        assert text_of(name) == label + ' 19', text_of(name)
    return program


def killed_while_typing(program, home, chance, session):
    """One session; the program of the next."""
    name = field(program, 'Name')
    before = text_of(name)
    taken = []  # (when the window had it, text): the call returns when the program has answered
    end = time.monotonic() + chance.uniform(0, SPREAD)
    n = 0
    while time.monotonic() < end:
        text = 'S%d change %d' % (session, n)
        name.queryEditableText().setTextContents(text)
        taken.append((time.monotonic(), text))
        n += 1
        time.sleep(chance.choice((0, 0.01, 0.1, 0.4)))
    killed = time.monotonic()
    program.kill()
    program = start(home)
    found = text_of(wait_for('the same person and page', lambda: entry(program.root, 'Name')))
    texts = [before] + [text for _, text in taken]
    assert found in texts, (found, 'is none of the changes')
    must = sum(1 for when, _ in taken if when <= killed - 1)
    assert texts.index(found) >= must, 'lost %s of %d changes, of which %d were older than a second' % (found, n, must)
    return program, n, must, n - texts.index(found)


def main():
    chance = random.Random(SEED)
    typed = old = young = 0
    with tempfile.TemporaryDirectory() as home:
        program = stops_typing(home)
        for session in range(KILLS):
            try:
                program, n, must, gone = killed_while_typing(program, home, chance, session)
            except AssertionError:
                print('seed', SEED, 'kill', session)
                raise
            typed, old, young = typed + n, old + must, young + gone
        program.end()
    print('seed %d: %d kills, %d changes, %d of them older than a second: none of these lost; %d younger ones lost' % (SEED, KILLS + 2, typed, old, young))
    print('ok')


main()
