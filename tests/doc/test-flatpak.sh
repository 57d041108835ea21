#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# The manifest is read without a warning, asks for no network and no files, and pins every archive.
set -eu
manifest=$1/flatpak/io.github.milepost.Milepost.json
if grep -nE -e '--share=network|--filesystem|--socket=session-bus|--talk-name' "$manifest"; then
  echo "the manifest asks for more than the window needs" >&2
  exit 1
fi
[ "$(grep -c '"type": "archive"' "$manifest")" -eq "$(grep -cE '"sha256": "[0-9a-f]{64}"' "$manifest")" ]
command -v flatpak-builder >/dev/null || { echo "skipped: flatpak-builder is missing"; exit 77; }
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
manifest=$(realpath "$manifest")
cd "$state" # where it keeps its own
G_DEBUG=fatal-warnings flatpak-builder --show-manifest "$manifest" >/dev/null
