#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fuzzes the readers with libFuzzer, sanitizers on: packages clang-14 and libclang-rt-14-dev.
# usage: build-aux/fuzz.sh SECONDS [TARGET...]    targets: casefile overlay document import

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
seconds=${1:?usage: fuzz.sh SECONDS [TARGET...]}
shift
[ $# -gt 0 ] || set -- casefile overlay document import
build=$here/build-fuzz
[ -f "$build/build.ninja" ] || CC=clang-14 meson setup "$build" "$here" -Dfuzz=true -Db_lundef=false -Db_sanitize=address,undefined >/dev/null
for target in "$@"; do
  ninja -C "$build" "tests/fuzz/libfuzzer-$target" >/dev/null
  found=$build/found-$target
  mkdir -p "$found"
  echo "== $target"
  case $target in
    casefile) seeds="$here/tests/casefile/data $here/data/samples" ;;
    document) seeds="$here/tests/fuzz/corpus/document $here/data/samples" ;;
    *) seeds=$here/tests/fuzz/corpus/$target ;;
  esac
  # shellcheck disable=SC2086  # one word a folder
  LSAN_OPTIONS=suppressions="$here/tests/lsan.supp:print_suppressions=0" "$build/tests/fuzz/libfuzzer-$target" \
    -max_total_time="$seconds" -max_len=16384 -timeout=10 -print_final_stats=1 -artifact_prefix="$found/crash-" "$found" $seeds 2>&1 \
    | grep -E '^(stat::number_of_executed_units|stat::slowest_unit_time_sec|SUMMARY|==)|ERROR' || true
done
