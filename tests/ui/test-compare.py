#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Compare page through the accessibility tree: its figures are those of the command line.

usage: test-compare.py MILEPOST MILEPOST-CLI SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    import pyatspi
    from gi.repository import GLib
except (ImportError, ValueError) as error:
    print('skipped: pyatspi is missing:', error)
    sys.exit(77)

LIMIT = 30
MILEPOST, CLI, SAMPLE = sys.argv[1:4]


def wait_for(what, condition):
    """Runs the main loop until condition () gives something true, which is returned."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        try:
            found = condition()
        except (GLib.Error, LookupError, RuntimeError):  # an object that is gone
            found = None
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError('waited in vain for ' + what)


def walk(node):
    """All but the cells of tables, whose rows say everything."""
    yield node
    if node.getRole() == pyatspi.ROLE_TABLE_ROW:
        return
    for child in node:
        if child is not None:
            yield from walk(child)


def application(pid):
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.get_process_id() == pid:
            return program
    return None


def press(root, name):
    """Clicks the first thing of that name that can be clicked."""
    for node in walk(root):
        if node.name != name or 'Action' not in pyatspi.listInterfaces(node):
            continue
        actions = node.queryAction()
        for i in range(actions.nActions):
            if actions.getName(i) == 'click':
                actions.doAction(i)
                return True
    return False


def names(root, role):
    return [node.name for node in walk(root) if node.getRole() == role]


def plans(root):
    return [name for name in names(root, pyatspi.ROLE_TABLE_ROW) if name.startswith('Plan: ')]


def has(root, text):
    return any(text in node.name for node in walk(root))


def dollars(text):
    return f'${float(text):,.2f}'


def ask(*args):
    return json.loads(subprocess.run([CLI, *args], capture_output=True, text=True, check=True).stdout)


def check_figures(root):
    comparison = ask('compare', SAMPLE)['plans']
    rows = wait_for('the plans', lambda: len(plans(root)) == len(comparison) and plans(root))
    for i, (row, plan) in enumerate(zip(rows, comparison)):
        assert f'Plan: {i + 1}  {plan["name"]}.' in row, row
        for key in ('cash', 'largest_drop', 'en', 'share'):
            assert dollars(plan[key]) in row, (key, row)
    assert '−' + dollars(comparison[1]['difference'].lstrip('-')) in rows[1], rows[1]
    # the cursor stands on the month in which SSDI stops
    month = comparison[0]['ssdi_stops']
    cash = [next(m for m in s['months'] if m['month'] == month)['cash']['net'] for s in ask('project', SAMPLE)['scenarios']]
    wait_for('the line of the month', lambda: has(root, f'June 2027: 1 ≈ {dollars(cash[0])}, 2 ≈ {dollars(cash[1])}'))
    points = {p['earned']: p for p in ask('curve', SAMPLE, '--month', month)['points']}
    wait_for('the pay of the plan', lambda: has(root, f'Pay $1,950.00: cash in hand ≈ {dollars(points["1950.00"]["net"])}'))
    images = names(root, pyatspi.ROLE_IMAGE)
    assert sum(name.startswith('January 2026: 1 ') for name in images) == 1, images


def check_plans(root):
    wait_for('the menu', lambda: press(root, 'Add plan'))
    wait_for('its entry', lambda: press(root, 'No work'))
    wait_for('a third plan', lambda: len(plans(root)) == 3)
    assert 'No work' in plans(root)[2], plans(root)
    assert press(root, 'Undo')
    wait_for('two plans again', lambda: len(plans(root)) == 2)


def check_questions(root):
    answer = ask('ask', SAMPLE, 'keep-check', '--month', '2027-06', '--format', 'json')
    wait_for('the questions', lambda: press(root, 'Questions'))
    wait_for('the answer', lambda: has(root, answer['lines'][0]['text']))
    wait_for('its rule', lambda: has(root, 'DI-44 · ' + answer['lines'][0]['citation']))
    press(root, 'Questions')


def run(program):
    root = wait_for('the program', lambda: program.poll() is not None or application(program.pid))
    if program.poll() is not None:
        print('the program ended before it had a window')
        sys.exit(99)
    wait_for('the first screen', lambda: press(root, 'Sample: Alex, both benefits'))
    wait_for('the case', lambda: has(root, 'June 2027'))
    wait_for('the page', lambda: press(root, 'Compare'))
    check_figures(root)
    check_questions(root)
    check_plans(root)
    print('ok')


def main():
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home,
                           GSK_RENDERER='cairo', GDK_DEBUG='gl-disable', GSETTINGS_BACKEND='memory',
                           LC_ALL='C.UTF-8')
        environment.pop('GTK_A11Y', None)
        program = subprocess.Popen([MILEPOST], env=environment)
        try:
            run(program)
        finally:
            program.terminate()
            program.wait()


main()
