#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes a page of the help as HTML; its links go to the other pages.
# usage: help-page.sh CMARK STYLE LANGUAGE PAGE.md

set -eu
title=$(sed -n 's/^# //p' "$4" | head -n 1)
cat <<END
<!DOCTYPE html>
<html lang="$3">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
$(cat "$2")
</style>
</head>
<body>
END
"$1" "$4" | sed -E 's/href="([a-z-]+)\.md"/href="\1.html"/g; /<!-- raw HTML omitted -->/d'
echo '</body>'
echo '</html>'
