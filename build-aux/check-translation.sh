#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails when a text of the files in po/TRANSLATED.in has no translation, or an uncertain one. It reads the source as
# it is. usage: check-translation.sh SOURCE_ROOT LANGUAGE

set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed '/^#/d; /^$/d' po/TRANSLATED.in > "$work/files"
xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=ngettext:1,2 \
  --files-from="$work/files" --output="$work/all.pot"
msgfmt --check --output-file=/dev/null "po/$2.po"
msgmerge --quiet --no-fuzzy-matching --output-file="$work/merged.po" "po/$2.po" "$work/all.pot"
msgattrib --untranslated --no-obsolete "$work/merged.po" > "$work/wrong"
msgattrib --only-fuzzy --no-obsolete "$work/merged.po" >> "$work/wrong"
grep -q '^msgid' "$work/wrong" || exit 0
cat "$work/wrong"
echo "po/$2.po: these texts have no translation, or an uncertain one" >&2
exit 1
