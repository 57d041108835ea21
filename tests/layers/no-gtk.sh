#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails when the program is linked with GTK or libadwaita.

set -eu
libraries=$(ldd "$1")
if echo "$libraries" | grep -E 'libgtk|libadwaita'; then
  echo "$1 is linked with a library for windows" >&2
  exit 1
fi
