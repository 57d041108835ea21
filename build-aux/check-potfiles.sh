#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails when a source file has text to translate and po/POTFILES.in does not list it, or the other
# way round. usage: check-potfiles.sh SOURCE_ROOT

set -eu
cd "$1"
have=$(mktemp)
want=$(mktemp)
trap 'rm -f "$have" "$want"' EXIT
grep -v '^#' po/POTFILES.in | sed '/^$/d' | sort -u > "$have"
{
  grep -lE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dngettext \(GETTEXT_PACKAGE,) ?\("' -r src --include='*.c' || true
  grep -lE 'translatable="yes"' -r ui --include='*.ui' || true
  echo data/io.github.milepost.Milepost.desktop.in
  echo data/io.github.milepost.Milepost.gschema.xml
  echo data/io.github.milepost.Milepost.metainfo.xml.in
  echo data/io.github.milepost.Milepost.mime.xml.in
  echo data/rule-titles.h
} | sort -u > "$want"
diff "$have" "$want" && exit 0
echo "po/POTFILES.in (<) and the files with text to translate (>) differ" >&2
exit 1
