#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every page of each first sample: whatever takes the focus has a name, and nothing is said on standard error.

usage: test-pages.py MILEPOST; run it under xvfb-run and dbus-run-session.
"""

import sys
import tempfile

from screen import Program, button, press, pyatspi, tab, wait_for, walk

PAGES = ['Facts', 'Work', 'Projection', 'Milestones', 'Compare', 'Report']
# Jo has no SSDI: other facts stand there
SAMPLES = [('Sample: Alex, both benefits', PAGES), ('Sample: Jo, SSI, student', PAGES[:1])]


def hands_on(node):
    """Whether the focus goes to something inside: windows, scrolled windows, lists, and rows that open."""
    if node.getRole() in (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW, pyatspi.ROLE_SCROLL_PANE, pyatspi.ROLE_LIST):
        return node.childCount > 0
    if node.getRole() != pyatspi.ROLE_LIST_ITEM:
        return False
    above = node.parent
    while above is not None and above.getRole() != pyatspi.ROLE_APPLICATION:
        if above.getRole() == pyatspi.ROLE_COMBO_BOX:  # shows what is chosen; the combo box has the focus
            return True
        above = above.parent
    return any(inner.getRole() == pyatspi.ROLE_LIST for inner in walk(node))


def badly_named(root):
    bad = []
    for node in walk(root):
        state = node.getState()
        if not state.contains(pyatspi.STATE_FOCUSABLE):
            continue
        if hands_on(node):
            continue
        if node.name == '' or node.name.startswith(('Gtk', 'Adw', 'Mp')) or '_' in node.name:
            above, path = node, []
            while above is not None and above.getRole() != pyatspi.ROLE_APPLICATION:
                path.append('%s "%s"' % (above.getRoleName(), above.name))
                above = above.parent
            bad.append(' < '.join(path[:6]))
    return bad


def is_chosen(node):
    state = node.getState()
    return any(state.contains(one) for one in (pyatspi.STATE_CHECKED, pyatspi.STATE_SELECTED, pyatspi.STATE_PRESSED))


def check(where, root):
    bad = badly_named(root)
    assert bad == [], '%s: %s' % (where, '\n'.join(bad))


def run(path, sample, pages):
    with tempfile.TemporaryDirectory() as home:
        program = Program(path, home)
        root = program.root
        try:
            card = wait_for('the first screen', lambda: button(root, sample))
            check('first start', root)
            press(card)
            wait_for('the pages', lambda: tab(root, PAGES[-1]))
            back = button(root, 'Back to people')
            tabs = {}
            for node in walk(root):
                if node.getRole() == pyatspi.ROLE_PAGE_TAB:  # the first are those of the wide window
                    tabs.setdefault(node.name, node)
            for page in pages:
                press(tabs[page])
                wait_for(page, lambda: is_chosen(tabs[page]))
                check('%s, %s' % (sample, page), root)
            press(back)
            wait_for('the people', lambda: tab(root, PAGES[0]) is None)
            check('the people', root)
        finally:
            program.end()


for name, shown in SAMPLES:
    run(sys.argv[1], name, shown)
print('ok')
