# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every link of the help leads somewhere, every page is reached, and every page of the window has help.

usage: test-help.py SOURCE BUILT [LANGUAGE]; of a language besides English, every text is translated."""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILT = sys.argv.pop(1), sys.argv.pop(1)
LANGUAGE = sys.argv.pop(1) if len(sys.argv) > 1 else 'en'
DISCLAIMER = {'en': 'not legal or tax advice', 'es': 'no es asesoría legal ni de impuestos'}[LANGUAGE]


def read(*parts):
    with open(os.path.join(*parts), encoding='utf-8') as file:
        return file.read()


class Help(unittest.TestCase):
    def setUp(self):
        self.pages = {os.path.basename(path)[:-5]: read(path) for path in glob.glob(os.path.join(BUILT, '*.html'))}

    def test_every_source_is_built(self):
        sources = {os.path.basename(path)[:-3] for path in glob.glob(os.path.join(SOURCE, 'doc/help/*.md'))}
        self.assertEqual(sources, set(self.pages))
        self.assertGreaterEqual(len(sources), 15)

    def test_links_resolve_and_reach_every_page(self):
        reached, todo = set(), ['index']
        while todo:
            page = todo.pop()
            reached.add(page)
            for link in re.findall(r'href="([^"]+)"', self.pages[page]):
                self.assertRegex(link, r'^[a-z-]+\.html$', page)
                self.assertIn(link[:-5], self.pages, f'{page} links to {link}')
                if link[:-5] not in reached:
                    todo.append(link[:-5])
        self.assertEqual(reached, set(self.pages))

    def test_every_page_is_whole(self):
        for name, text in self.pages.items():
            self.assertIn(f'<html lang="{LANGUAGE}">', text)
            self.assertRegex(text, r'<title>[^<]+</title>', name)
            self.assertEqual(len(re.findall(r'<h1>', text)), 1, name)
            self.assertNotIn('.md', text)

    def test_every_page_of_the_window_has_help(self):
        keys = read(SOURCE, 'src/app/mp-keys.c')
        pages = re.findall(r'"win\.page::([a-z]+)"', keys)
        self.assertEqual(len(pages), 6)
        for page in pages:
            self.assertIn({'projection': 'picture'}.get(page, page), self.pages)

    def test_every_topic_of_a_part_has_help(self):
        topics = set()
        for path in glob.glob(os.path.join(SOURCE, 'src/app/*.c')):
            topics |= set(re.findall(r'mp_guide_set_topic \([^"]*"([a-z-]+)"\)', read(path)))
        self.assertLessEqual({'why', 'ask', 'try-out', 'figures', 'safe', 'provider'}, topics)
        self.assertEqual(topics - set(self.pages), set())

    def test_every_key_is_said(self):
        text = read(SOURCE, 'doc/help/keys.md')
        titles = re.findall(r'"[^"]+", N_\("([^"]+)"\) \},', read(SOURCE, 'src/app/mp-keys.c'))
        self.assertGreater(len(titles), 30)
        for title in titles:
            self.assertIn(f'- {title}: ', text)

    def test_pictures_of_the_program_are_there(self):
        names = re.findall(r'/main/(doc/[^<]+)</image>', read(SOURCE, 'data/io.github.milepost.Milepost.metainfo.xml.in'))
        self.assertEqual(len(names), 3)
        for name in names:
            self.assertTrue(os.path.isfile(os.path.join(SOURCE, name)), name)

    def test_advice_is_disclaimed(self):
        for page in ['why', 'ask', 'report', 'words']:
            self.assertIn(DISCLAIMER, self.pages[page].lower())

    @unittest.skipIf(LANGUAGE == 'en', 'the pages are English')
    def test_every_text_is_translated(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(os.path.join(SOURCE, 'doc'), os.path.join(folder, 'doc'))
            subprocess.run(['po4a', '--quiet', '--no-translations', 'doc/po4a.cfg'], cwd=folder, check=True)
            for lack in ['--untranslated', '--only-fuzzy', '--only-obsolete']:
                found = subprocess.run(['msgattrib', lack, f'doc/po/{LANGUAGE}.po'], cwd=folder, check=True, capture_output=True, text=True)
                self.assertEqual(found.stdout, '', f'doc/po/{LANGUAGE}.po: {lack}')


unittest.main()
