#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Every file says whose it is and under which licence. What is committed is looked at, not build folders.
command -v reuse >/dev/null || { echo "skipped: reuse is missing"; exit 77; }
git -C "$1" rev-parse --git-dir >/dev/null 2>&1 || { echo "skipped: not a clone"; exit 77; }
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git -C "$1" ls-files -z | (cd "$1" && xargs -0 cp --parents -t "$copy")
reuse --root "$copy" lint
