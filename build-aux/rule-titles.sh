#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the titles of the rules as C, so that gettext finds them. With a file it says whether that is what it would
# write. usage: rule-titles.sh SOURCE_ROOT [FILE]    FILE: data/rule-titles.h

set -eu
titles ()
{
  cat <<'END'
/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Written by build-aux/rule-titles.sh from data/rules.csv, for translators alone: the program reads the table. */

END
  # The third cell of a line, which has quotation marks around it when there is a comma in it
  sed -nE '1d; s/^[^,]*,[^,]*,("[^"]*"|[^,"]*),.*/\1/p' "$1/data/rules.csv" | sed 's/^"//; s/"$//' | awk '!had[$0]++ { print "N_(\"" $0 "\")" }'
}
[ $# -gt 1 ] || { titles "$1"; exit; }
titles "$1" | diff "$2" - && exit
echo "data/rules.csv has changed: build-aux/rule-titles.sh . >data/rule-titles.h, and translate" >&2
exit 1
