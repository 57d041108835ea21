#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the tests with every program of ours under valgrind, those too that a test in Python starts, and ends with a
# line of figures. Wrong accesses, use of what was never set, and memory that is lost for good are findings. Suppressed
# are GLib's and GTK's own lists and tests/valgrind.supp, which names libraries alone.
# usage: build-aux/check-valgrind.sh [MESON-TEST-OPTION...]    such as --suite store, or --no-suite ui

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
build=${MP_VALGRIND_BUILD:-$here/build-valgrind}
[ -f "$build/build.ninja" ] || meson setup "$build" "$here" >/dev/null
ninja -C "$build"
logs=$build/valgrind-logs
rm -rf "$logs"
mkdir "$logs"

options="-q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=9"
options="$options --num-callers=40 --log-file=$logs/%p --suppressions=$here/tests/valgrind.supp"
for file in /usr/share/glib-2.0/valgrind/glib.supp /usr/share/gtk-4.0/valgrind/gtk.supp; do
  [ -f "$file" ] && options="$options --suppressions=$file"
done

# A program stands under another name, and under its own one that starts it in valgrind.
find "$build/src" "$build/tests" -type f -perm -u+x ! -name '*.so*' ! -name '*.in-valgrind' | while read -r program; do
  [ "$(head -c 4 "$program" | tail -c 3)" = ELF ] || continue
  mv "$program" "$program.in-valgrind"
  printf '#!/bin/sh\nexec valgrind %s "%s.in-valgrind" "$@"\n' "$options" "$program" >"$program"
  chmod +x "$program"
done

status=0
G_SLICE=always-malloc MP_TEST_SLOW=1 meson test -C "$build" --no-rebuild --print-errorlogs --num-processes 1 --timeout-multiplier 60 "$@" || status=$?
find "$logs" -type f -empty -delete
findings=$(find "$logs" -type f | wc -l)
[ "$findings" -eq 0 ] || status=1
count() {
  sed -n "s/^$1: *\([0-9]*\) *$/\1/p" "$build/meson-logs/testlog.txt" | tail -n 1
}
echo "valgrind: $(count Ok) tests passed, $(count Fail) failed, $(count Timeout) too slow, $(count Skipped) skipped; programs with findings: $findings ($logs)"
exit "$status"
