#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# run-in-spain.sh PROGRAM: runs a test where 1.5 is written 1,5, in a locale made for it.
locales="$MP_BUILD_ROOT/tests/locales"
if command -v localedef >/dev/null && [ -f /usr/share/i18n/locales/es_ES ]; then
  if [ ! -d "$locales/es_ES.UTF-8" ]; then
    mkdir -p "$locales"
    localedef -i es_ES -f UTF-8 "$locales/es_ES.UTF-8.$$" >/dev/null 2>&1
    mv -T "$locales/es_ES.UTF-8.$$" "$locales/es_ES.UTF-8" 2>/dev/null || rm -rf "$locales/es_ES.UTF-8.$$"
  fi
  export LOCPATH="$locales" LC_ALL=es_ES.UTF-8
  [ "$(locale decimal_point 2>/dev/null)" = "," ] && exec "$@"
fi
echo "1..0 # SKIP the locale es_ES cannot be made: localedef or its sources are missing"
