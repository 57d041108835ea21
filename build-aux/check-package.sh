#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A long run: builds the Debian packages from a clean copy of what is committed, installs them in a
# fresh Debian 12 root, and runs the programs and the Python example there.
# usage: build-aux/check-package.sh [FOLDER]   (root; needs debhelper, debootstrap, git; about 3 GB)

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$(mktemp -d)}
root=$folder/root
mkdir -p "$folder/source"

git -C "$here" archive HEAD | tar -x -C "$folder/source"
(cd "$folder/source" && dpkg-buildpackage -us -uc -b) >"$folder/build.log" 2>&1 || { tail -n 40 "$folder/build.log"; exit 1; }
if command -v lintian >/dev/null; then
  lintian --fail-on error "$folder"/*.changes
fi

[ -d "$root/usr" ] || debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$folder/debootstrap.log"
mkdir -p "$root/packages"
cp "$folder"/*.deb "$root/packages/"
cp "$here/examples/months.py" "$here"/data/samples/*.milepost "$root/packages/"
unshare --mount --pid --fork --kill-child bash -eu -c "
  mount -t proc proc '$root/proc'
  chroot '$root' bash -eu -c '
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends /packages/*.deb xvfb xauth dbus python3-gi >/dev/null
    milepost-cli --version
    for case in /packages/*.milepost; do milepost-cli project \"\$case\" --format csv >/dev/null; done
    milepost-cli report /packages/alex-both-benefits.milepost --output /tmp/report.pdf
    python3 /packages/months.py /packages/alex-both-benefits.milepost | tail -n 1
    # The window opens and stays until it is told to go: timeout says 124.
    status=0
    GSK_RENDERER=cairo xvfb-run -a timeout 10 dbus-run-session -- milepost /packages/alex-both-benefits.milepost || status=\$?
    [ \"\$status\" -eq 124 ]
  '
"
echo "packages: built, installed in a fresh root, and run"
