#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# run-on-screen.sh PROGRAM: a test of widgets on a screen of its own, seen by nobody else.
for tool in xvfb-run xauth; do
  command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool is missing"; exit 0; }
done
unset MALLOC_PERTURB_
exec xvfb-run -a -n "$((100 + $$ % 800))" -s '-screen 0 1400x900x24 -noreset' "$@"
