#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# test-symbols.sh LIBRARY SYMBOLS: the library has the symbols of the Debian package's list and no others. One that is
# new is added to the list with the version it came with; one that goes means another soname.
set -eu
command -v nm >/dev/null || { echo "skipped: nm is missing"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
nm -D --defined-only "$1" | awk '$2 != "A" { sub (/@+MILEPOST_1$/, "", $3); print $3 }' | sort >"$work/has"
awk '/^ milepost_/ { sub (/@MILEPOST_1$/, "", $1); print $1 }' "$2" | sort >"$work/listed"
diff "$work/listed" "$work/has"
grep -qx milepost_get_version "$work/has"
