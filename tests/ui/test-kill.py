#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Nothing is lost: the program is killed, and the next start has every change older than a second.

usage: test-kill.py MILEPOST; run it under xvfb-run and dbus-run-session.
"""

import sys
import tempfile
import time

from screen import Program, button, entry, has_name, press, tab, text_of, wait_for

with tempfile.TemporaryDirectory() as home:
    program = Program(sys.argv[1], home)
    press(wait_for('the first screen', lambda: button(program.root, 'Sample: Alex, both benefits')))
    press(wait_for('the pages', lambda: tab(program.root, 'Facts')))
    for label in ('Alexa', 'Alexander'):
        name = wait_for('the facts', lambda: entry(program.root, 'Name'))
        # Changes come faster than the delay before a saving, up to the last one
        for n in range(20):
            name.queryEditableText().setTextContents('%s %d' % (label, n))
        wait_for('the name in the header', lambda: has_name(program.root, label + ' 19'))
        time.sleep(1)
        program.kill()
        program = Program(sys.argv[1], home)
        name = wait_for('the same person and page', lambda: entry(program.root, 'Name'))
        assert text_of(name) == label + ' 19', text_of(name)
    program.end()
print('ok')
