#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the help in another language as HTML, and the man pages.
# usage: doc-language.sh PO4A CMARK STYLE SOURCE LANGUAGE FOLDER

set -eu
here=$(cd "$(dirname "$0")" && pwd)
style=$(realpath "$3")
folder=$(realpath "$6")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$4"
"$1" --quiet --no-update --destdir "$work" doc/po4a.cfg
for page in "$work/doc/help/$5"/*.md; do
  # po4a parts the lines of a list, which would make each a paragraph.
  awk '/^$/ { blank = 1; next }
       { if (blank && !(/^([-*]|[0-9]+\.) / && list)) print ""; blank = 0; list = /^([-*]|[0-9]+\.) /; print }' "$page" >"$work/page.md"
  "$here/help-page.sh" "$2" "$style" "$5" "$work/page.md" >"$folder/$(basename "$page" .md).html"
done
cp "$work/doc/man/$5"/*.1 "$folder"
