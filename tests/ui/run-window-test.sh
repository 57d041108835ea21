#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# run-window-test.sh TEST.py PROGRAM: a window test on a screen and a session bus of its own.
for tool in xvfb-run xauth dbus-run-session /usr/bin/python3; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
unset GTK_A11Y MALLOC_PERTURB_ LANGUAGE
# -noreset: a screen that starts anew when its last client leaves refuses those that come meanwhile.
# Should it not open all the same, the test ends with 99 and is begun anew.
for try in 1 2 3; do
  xvfb-run -a -e /dev/stderr -n "$((100 + ($$ + try * 37) % 800))" -s '-screen 0 1400x900x24 -noreset' dbus-run-session -- /usr/bin/python3 "$@"
  result=$?
  [ "$result" -eq 99 ] || exit "$result"
done
exit 1
