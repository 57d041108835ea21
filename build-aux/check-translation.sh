#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lists what a language lacks and fails when there is any: a text of the files in po/POTFILES.in without a
# translation or with an uncertain one, a translation that lost or invented a placeholder such as {month}, and one whose
# text is gone. It reads the source as it is. usage: check-translation.sh [SOURCE_ROOT [LANGUAGE]]

set -eu
cd "${1:-$(dirname "$0")/..}"
po=po/${2:-es}.po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail=0
say () # say WHAT FILE: the entries of FILE, without its head, if it has any
{
  sed '/^#~\|^#\.\|^#[:,]\|^msg/,$!d' "$2" | awk -v RS= -v ORS='\n\n' '!/^msgid ""\nmsgstr ""\n"Project/' >"$work/entries"
  [ -s "$work/entries" ] || return 0
  cat "$work/entries"
  echo "$po: $1" >&2
  fail=1
}

# The keywords that meson's preset for GLib programs has.
xgettext --from-code=UTF-8 --add-comments=Translators --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --flag=_:1:pass-c-format --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format \
  --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format --files-from=po/POTFILES.in --output="$work/all.pot"
msgfmt --check --output-file=/dev/null "$po"
msgmerge --quiet --no-fuzzy-matching --no-wrap --output-file="$work/merged.po" "$po" "$work/all.pot"

msgattrib --untranslated --no-obsolete --no-wrap "$work/merged.po" >"$work/untranslated"
say "these texts have no translation" "$work/untranslated"
msgattrib --only-fuzzy --no-obsolete --no-wrap "$work/merged.po" >"$work/fuzzy"
say "these translations are uncertain" "$work/fuzzy"
msgattrib --only-obsolete --no-wrap "$work/merged.po" >"$work/gone"
say "these texts are gone from the program: take them out" "$work/gone"

# msgfmt compares % placeholders; those of the engine's sentences are in braces.
awk '
  function braces (text,   list, n, found, i, sorted)
  {
    n = 0
    while (match (text, /\{[a-z_]+\}/))
      {
        found[++n] = substr (text, RSTART, RLENGTH)
        text = substr (text, RSTART + RLENGTH)
      }
    list = ""
    while (n > 0)
      {
        sorted = 1
        for (i = 2; i <= n; i++)
          if (found[i] > found[sorted])
            sorted = i
        list = list found[sorted]
        found[sorted] = found[n--]
      }
    return list
  }
  /^msgid /     { original = braces ($0); text = $0 }
  /^msgstr /    { if (braces ($0) != original) print text "\n" $0 "\n" }
' "$work/merged.po" >"$work/placeholders"
say "these translations have other placeholders than their texts" "$work/placeholders"
exit "$fail"
