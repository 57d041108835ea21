# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case file has our type by its name, and the program is what opens that type."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILT = sys.argv.pop(1)
ID = 'io.github.milepost.Milepost'

if not shutil.which('update-mime-database') or not shutil.which('update-desktop-database'):
    print('skipped: shared-mime-info or desktop-file-utils is missing')
    sys.exit(77)

ASK = '''
from gi.repository import Gio
kind, _ = Gio.content_type_guess('alex.milepost', None)
print(kind, Gio.content_type_get_description(kind), Gio.AppInfo.get_default_for_type(kind, False).get_id(),
      Gio.content_type_get_icon(kind).get_names()[0], sep='|')
'''


class DoubleClick(unittest.TestCase):
    def test_type_and_program(self):
        with tempfile.TemporaryDirectory() as home:
            for folder in ['mime/packages', 'applications', 'bin']:
                os.makedirs(os.path.join(home, folder))
            shutil.copy(os.path.join(BUILT, ID + '.xml'), os.path.join(home, 'mime/packages'))
            shutil.copy(os.path.join(BUILT, ID + '.desktop'), os.path.join(home, 'applications'))
            # The desktop asks whether the program is there.
            os.symlink('/bin/true', os.path.join(home, 'bin/milepost'))
            subprocess.run(['update-mime-database', os.path.join(home, 'mime')], check=True)
            subprocess.run(['update-desktop-database', os.path.join(home, 'applications')], check=True)
            env = {**os.environ, 'XDG_DATA_HOME': home, 'XDG_DATA_DIRS': home,
                   'PATH': os.path.join(home, 'bin') + ':' + os.environ['PATH']}
            for language, name in [('en', 'Milepost case'), ('es', 'Caso de Milepost')]:
                said = subprocess.run(['/usr/bin/python3', '-c', ASK], env={**env, 'LANGUAGE': language}, check=True,
                                      capture_output=True, text=True).stdout
                self.assertEqual(said, f'application/x-milepost-case|{name}|{ID}.desktop|{ID}\n')


unittest.main()
