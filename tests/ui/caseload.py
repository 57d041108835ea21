# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the command line says of a case and of the caseload: for tests whose second argument is that program."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from screen import button, has_name, press, slider, wait_for


MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')


def ask(*args, case=None):
    """The answer of the command line, as JSON; @case stands for a file, "/dev/stdin"."""
    return json.loads(subprocess.run([sys.argv[2], *map(str, args)], input=json.dumps(case), check=True, capture_output=True, text=True).stdout)


def project(case, plan=0):
    """One plan of a case."""
    return ask('project', '/dev/stdin', '--format', 'json', case=case)['scenarios'][plan]


def month_of(scenario, month):
    return next(one for one in scenario['months'] if one['month'] == month)


def cents(amount):
    return round(float(amount) * 100)


def dollars(amount):
    """"1850.00" as the window writes it."""
    return ('−' if float(amount) < 0 else '') + f'${abs(float(amount)):,.2f}'


def spoken(amount):
    """"1850.00" as it is said."""
    whole, part = f'{float(amount):,.2f}'.split('.')
    return f'{whole} dollars {part}' if part != '00' else whole


def display(month):
    """"2027-06" in words."""
    return f'{MONTHS[int(month[5:]) - 1]} {month[:4]}'


def db(home, *args):
    return subprocess.run([sys.argv[2], 'db', *map(str, args)], env=dict(os.environ, XDG_DATA_HOME=home), check=True,
                          capture_output=True, text=True).stdout


def set_pay(root, hundredths, shown, meanwhile=None):
    """A try-out, kept: it is saved at once."""
    pay = wait_for('the pay of the month', lambda: slider(root, 'Pay, exactly'))
    pay.queryValue().currentValue = hundredths
    wait_for(shown, lambda: has_name(root, 'Pay: ' + shown))
    if meanwhile:
        meanwhile()
    press(wait_for('Keep', lambda: button(root, 'Keep the try-out')))


def saved_elsewhere(home, change):
    """Another program saves the case that the window has open, after CHANGE (CASE)."""
    export = Path(home) / 'elsewhere.jsonl'
    db(home, 'export', '--output', export)
    head, *records = export.read_text().splitlines()
    record = json.loads(records[0])
    text = json.dumps(record['case'], sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    record['ancestors'].append(hashlib.blake2b(text.encode(), digest_size=16).hexdigest())
    change(record['case'])
    export.write_text(head + '\n' + json.dumps(record) + '\n')
    assert 'updated' in db(home, 'import', export)
