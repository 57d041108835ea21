#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs all tests with the address and undefined-behaviour sanitizers, leaks included.
# usage: build-aux/check-sanitizers.sh [MESON-TEST-OPTION...]    such as --suite store

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
build=${MP_SANITIZER_BUILD:-$here/build-asan}
[ -f "$build/build.ninja" ] \
  || meson setup "$build" "$here" -Db_sanitize=address,undefined -Db_lundef=false -Dintrospection=disabled >/dev/null
ninja -C "$build"
# A window test's leaks of fontconfig, Pango and Mesa are theirs: tests/lsan.supp. abort_on_error makes UBSan's
# findings failures, too.
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 ASAN_OPTIONS=detect_stack_use_after_return=1 GDK_DEBUG=gl-disable \
  exec meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 6 "$@"
