#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window as a screen reader sees it: open a sample, change the pay, read the new figures.

usage: test-window.py MILEPOST; run it under xvfb-run and dbus-run-session.
"""

import sys
import tempfile

from screen import Program, button, has_name, press, pyatspi, slider, wait_for, walk


def run(program):
    root = program.root
    # As a sample opens: SSDI of $640.00 and, in June 2027, pay of $15.00 × 30 hours × 13/3
    wait_for('the first screen', lambda: button(root, 'Sample: Alex, both benefits'))
    press(button(root, 'Sample: Alex, both benefits'))
    wait_for('$1,950.00', lambda: has_name(root, 'Pay: $1,950.00'))
    months = [node for node in walk(root) if node.getRole() == pyatspi.ROLE_IMAGE and node.name.find('2027') >= 0]
    assert len(months) >= 12, len(months)

    # A try-out: the slider counts hundredths of an hour. $15.00 × 35 × 13/3 = $2,275.00
    hours = wait_for('the hours', lambda: slider(root, 'Hours per week'))
    hours.queryValue().currentValue = 3500
    wait_for('$2,275.00', lambda: has_name(root, 'Pay: $2,275.00'))
    press(wait_for('Drop', lambda: button(root, 'Drop the try-out')))
    wait_for('the plan as it was', lambda: has_name(root, 'Pay: $1,950.00'))

    # Kept: it is a step of Undo. $16.00 × 30 × 13/3 = $2,080.00
    pay = wait_for('the pay of the month', lambda: slider(root, 'Pay, exactly'))
    pay.queryValue().currentValue = 1600
    wait_for('$2,080.00', lambda: has_name(root, 'Pay: $2,080.00'))
    press(wait_for('Keep', lambda: button(root, 'Keep the try-out')))
    undo = button(root, 'Undo')
    wait_for('undo', lambda: undo.getState().contains(pyatspi.STATE_SENSITIVE))
    assert has_name(root, 'Pay: $2,080.00')
    press(undo)
    wait_for('the old pay', lambda: has_name(root, 'Pay: $1,950.00'))

    # The next month, by the panel: SSI is paid on the month's own income, 994.00 - (1,950.00 - 85) / 2
    press(button(root, 'Next month'))
    wait_for('July', lambda: has_name(root, 'SSI: ≈\u00a0$61.50'))
    print('ok')


with tempfile.TemporaryDirectory() as home:
    milepost = Program(sys.argv[1], home)
    try:
        run(milepost)
    finally:
        milepost.end()
