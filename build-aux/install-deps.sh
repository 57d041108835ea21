#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the Debian 12 packages that Milepost needs and that are missing.
# usage: install-deps.sh [build|test]   (build: to build and run; test: also what the tests use)

set -eu

build='build-essential meson ninja-build pkg-config gettext git ca-certificates
  libgtk-4-dev libadwaita-1-dev libsqlite3-dev libjansson-dev libqpdf-dev libical-dev libsodium-dev libzip-dev
  desktop-file-utils appstream cmark po4a adwaita-icon-theme fonts-cantarell fonts-dejavu-core
  librsvg2-common shared-mime-info'
test='xvfb xauth xdotool dbus at-spi2-core python3 python3-gi python3-pyatspi gir1.2-atspi-2.0
  parallel python3-jsonschema gobject-introspection libgirepository1.0-dev gi-docgen python3-pikepdf qpdf poppler-utils valgrind
  libgtk-4-bin locales mandoc man-db groff-base reuse fish zsh'

case "${1:-build}" in
  build) wanted=$build ;;
  test) wanted="$build $test" ;;
  *) echo "usage: install-deps.sh [build|test]" >&2; exit 2 ;;
esac

missing=
for package in $wanted; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing:$missing"
if [ "$(id -u)" = 0 ]; then
  root=
elif command -v sudo >/dev/null; then
  root=sudo
else
  echo "These packages are missing, and only root can install them:$missing" >&2
  exit 1
fi
$root apt-get update -qq
# shellcheck disable=SC2086  # one word a package
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
