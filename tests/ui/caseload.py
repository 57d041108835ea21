# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The caseload from outside the window, by the command line: for tests whose second argument is that program."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from screen import button, has_name, press, slider, wait_for


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
