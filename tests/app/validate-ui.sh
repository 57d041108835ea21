#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# validate-ui.sh TYPES SOURCE: gtk4-builder-tool finds nothing wrong with any of the window's templates.
set -eu
command -v gtk4-builder-tool >/dev/null || { echo "skipped: gtk4-builder-tool is missing"; exit 77; }
export GSETTINGS_SCHEMA_DIR="$MP_BUILD_ROOT/data" # pages read preferences
unset G_DEBUG # the tool makes a page without the window that is around it, which warns
bad=0
n=0
for file in "$2"/ui/*.ui; do
  n=$((n + 1))
  LD_PRELOAD=$1 gtk4-builder-tool validate "$file" || { echo "$file is refused" >&2; bad=1; }
done
[ "$n" -ge 16 ] || { echo "only $n files" >&2; bad=1; }
exit "$bad"
