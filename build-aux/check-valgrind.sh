#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the test programs under valgrind: wrong accesses and lost memory are failures. GLib's and GTK's own
# suppressions are used, and tests/valgrind.supp for fontconfig; there is none for Milepost.
# usage: build-aux/check-valgrind.sh [MESON-TEST-OPTION...]    such as --suite store

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
build=${MP_VALGRIND_BUILD:-$here/build-valgrind}
[ -f "$build/build.ninja" ] || meson setup "$build" "$here" >/dev/null
ninja -C "$build"
suppressions="--suppressions=$here/tests/valgrind.supp"
for file in /usr/share/glib-2.0/valgrind/glib.supp /usr/share/gtk-4.0/valgrind/gtk.supp; do
  [ -f "$file" ] && suppressions="$suppressions --suppressions=$file"
done
# Tests in Python, and those that time or kill programs, are not for valgrind.
[ $# -gt 0 ] || set -- --suite base --suite parameters --suite engine --suite casefile --suite model --suite store \
  --suite chart --suite report --suite fuzz --suite examples
exec meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 30 --no-suite faults --no-suite cli \
  --wrapper "valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=9 $suppressions" "$@"
