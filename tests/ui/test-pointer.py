#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is done with the pointer in the picture and on the bar of steps; each is read back from the accessibility tree.

usage: test-pointer.py MILEPOST SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import shutil
import subprocess
import sys
import tempfile

from screen import Program, click, fresh, has_name, pyatspi, wait_for, walk

MILEPOST, SAMPLE = sys.argv[1:3]


def xdotool(*words):
    return subprocess.run(['xdotool', *words], capture_output=True, text=True, check=True, timeout=60).stdout


class Pointer:
    def __init__(self):
        self.window = xdotool('search', '--sync', '--onlyvisible', '--name', 'Alex').split()[-1]
        xdotool('windowfocus', '--sync', self.window)

    def move(self, x, y):
        xdotool('mousemove', '--window', self.window, str(int(x)), str(int(y)))

    def drag(self, *places):
        """Through the places, so slowly that each is told."""
        self.move(*places[0])
        xdotool('mousedown', '1')
        for place in places[1:]:
            self.move(*place)
            xdotool('sleep', '0.05')
        xdotool('mouseup', '1')


class Picture:
    """The months of the picture, found once: a walk through the window takes long."""

    def __init__(self, root):
        self.node = wait_for('the picture', lambda: next((node for node in walk(root) if node.name.startswith('SSDI stops in June 2027')
                                                          and node.getRole() == pyatspi.ROLE_PANEL), None))

    def shows(self, first, n):
        """Waits until it shows n months, from one on."""
        def ready():
            self.node.clear_cache()
            return self.node.childCount >= n and self.name(0).startswith(first) and self.count() == n
        wait_for(f'{n} months from {first}', ready)

    def count(self):
        return sum(1 for month in self.node if month is not None and month.getRole() == pyatspi.ROLE_IMAGE)

    def name(self, i):
        return fresh(self.node[i])

    def middle(self, i):
        box = self.node[i].queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return box.x + box.width / 2, box.y + 150


def picture(root, pointer):
    chart = Picture(root)
    chart.shows('January 2026', 36)
    pointer.drag(chart.middle(1))
    wait_for('February', lambda: has_name(root, 'February 2026'))
    # Shift makes a range, and a hand that is not quite still does not undo it.
    x, y = chart.middle(3)
    xdotool('keydown', 'shift')
    pointer.drag((x - 3, y), (x, y), (x + 2, y + 1))
    xdotool('keyup', 'shift')
    wait_for('the range', lambda: has_name(root, 'February 2026 to April 2026'))
    # Control and the wheel show fewer months around the one under the pointer: February 2027 stays where it is.
    x, y = chart.middle(13)
    pointer.move(x, y)
    xdotool('keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl')
    chart.shows('June 2026', 24)
    assert abs(chart.middle(8)[0] - x) < 40, (chart.middle(8), x)
    # What is seen is drawn along by the hand.
    x, y = chart.middle(12)
    width = chart.middle(13)[0] - x
    pointer.drag((x, y), (x + width, y), (x + 2 * width, y), (x + 3 * width, y))
    chart.shows('March 2026', 24)
    pointer.move(x, y)
    xdotool('keydown', 'ctrl', 'click', '5', 'keyup', 'ctrl')
    chart.shows('January 2026', 36)


def bar(root, pointer):
    """An edge that is dragged moves by months: one step of undo."""
    wait_for('the page', lambda: click(root, 'Work'))
    edge = wait_for('the edge', lambda: next((n for n in walk(root) if 'begins June 2026' in n.name), None))
    strip = edge.parent.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    box = edge.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    month, x, y = strip.width / 36, box.x + box.width / 2, box.y + box.height / 2
    pointer.drag((x, y), (x + month, y), (x + 2 * month, y))
    wait_for('August', lambda: 'begins August 2026' in fresh(edge))
    xdotool('key', 'ctrl+z')
    wait_for('June again', lambda: 'begins June 2026' in fresh(edge))


def main():
    if shutil.which('xdotool') is None:
        print('skipped: xdotool is missing')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as home:
        program = Program(MILEPOST, home, SAMPLE, settings={'hints-seen': 'uint32 3'})
        try:
            wait_for('the case', lambda: has_name(program.root, 'June 2027'))
            pointer = Pointer()
            picture(program.root, pointer)
            bar(program.root, pointer)
        finally:
            program.end()
    print('ok')


main()
