# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What stands on paper: the text of a PDF, and how large it is."""

import re
import statistics
import subprocess


def pdf_text(path, *options):
    return subprocess.run(['pdftotext', *options, path, '-'], capture_output=True, text=True, check=True).stdout


def height_of_words(path):
    """In points; large print has 18."""
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', pdf_text(path, '-bbox'))
    return statistics.median(float(low) - float(high) for high, low in words)
