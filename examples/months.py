#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: CC0-1.0
"""The months of a case's first plan, by libmilepost: months.py CASE.milepost"""

import sys

import gi

gi.require_version("Milepost", "1")
from gi.repository import Gio, GLib, Milepost


def dollars(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def main():
    if len(sys.argv) != 2:
        print("usage: months.py CASE.milepost", file=sys.stderr)
        return 2
    try:
        case = Milepost.Case.new_from_file(Gio.File.new_for_path(sys.argv[1]))
        projection = case.project(0, Milepost.Flags.NONE)
    except GLib.Error as error:
        print(error.message, file=sys.stderr)
        return 1
    for i in range(projection.get_n_months()):
        print(projection.get_month(i),
              projection.get_ssdi_status(i),
              projection.get_ssi_status(i),
              dollars(projection.get_amount(i, Milepost.Amount.NET)),
              "estimated" if projection.is_estimated(i) else "",
              sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
