#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A long run: builds the Debian packages of what is committed, with their tests, in a fresh Debian 12 root that has
# what debian/control asks for and no more, as a user who is not root and without network. Then installs them in a
# second fresh root and runs the programs and the Python example there. doc/packages.md has the figures of a run.
# usage: build-aux/check-package.sh [FOLDER]   (root; needs debootstrap, git, and lintian to look at the packages;
#        about 4 GB; FOLDER is kept. DEB_BUILD_OPTIONS is passed on: nocheck leaves the tests out.)

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
version=$(sed -n '1s/.*(\(.*\)-.*/\1/p' "$here/debian/changelog")
mkdir -p "$folder"

# in_root ROOT WHAT [UNSHARE-OPTION...]: bash commands there, in namespaces that leave no mount and no process behind
in_root ()
{
  unshare --mount --pid --fork --kill-child "${@:3}" bash -eu -c "
    mount -t proc proc '$1/proc'
    mount --rbind /dev '$1/dev'
    exec chroot '$1' env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive bash -eu -c '$2'
  " </dev/null
}

# passed NAME: says what is done, and after how long
begun=$SECONDS
passed ()
{
  echo "$1: $((SECONDS - begun)) s"
  begun=$SECONDS
}

base=$folder/base
[ -d "$base/usr" ] || debootstrap --variant=minbase --include=ca-certificates bookworm "$base" >"$folder/debootstrap.log"
passed "a fresh root"

builder=$folder/builder
rm -rf "$builder"
cp -a "$base" "$builder"
mkdir -p "$builder/build"
git -C "$here" archive --prefix="milepost-$version/" HEAD | tar -x -C "$builder/build"
git -C "$here" archive --prefix="milepost-$version/" HEAD -- ':!debian' | gzip -9n >"$builder/build/milepost_$version.orig.tar.gz"
in_root "$builder" "
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends build-essential
  apt-get build-dep -y -qq --no-install-recommends /build/milepost-$version
  useradd --create-home builder
  chown -R builder: /build
" >"$folder/build-dep.log" 2>&1 || { tail -n 20 "$folder/build-dep.log"; exit 1; }
passed "build dependencies"

in_root "$builder" "
  cd /build/milepost-$version
  exec setpriv --reuid=builder --regid=builder --init-groups env -i PATH=/usr/bin:/bin HOME=/nonexistent \
    DEB_BUILD_OPTIONS=\"${DEB_BUILD_OPTIONS:-}\" dpkg-buildpackage -us -uc
" --net >"$folder/build.log" 2>&1 || { tail -n 60 "$folder/build.log"; exit 1; }
grep -E '^(Ok|Fail|Expected Fail|Unexpected Pass|Skipped|Timeout):' "$folder/build.log" || true
grep -E '^ *[0-9]+/[0-9]+ .* SKIP' "$folder/build.log" || true
passed "dpkg-buildpackage"
if command -v lintian >/dev/null; then
  # A first upload closes a bug that asks for the package; these are not uploaded.
  lintian --allow-root --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs --info "$builder"/build/*.changes
  passed "lintian"
fi

root=$folder/root
rm -rf "$root"
cp -a "$base" "$root"
mkdir "$root/packages"
cp "$builder"/build/*.deb "$root/packages/"
rm "$root"/packages/*-dbgsym_*
cp "$here"/examples/months.py "$here"/examples/totals.c "$here"/data/samples/*.milepost "$root/packages/"
in_root "$root" "
  apt-get update -qq
  # Only what the packages depend on: what is missing there shows.
  apt-get install -y -qq --no-install-recommends /packages/milepost-cli_*.deb
  for case in /packages/*.milepost; do milepost-cli project \"\$case\" --format csv >/dev/null; done
  milepost-cli report /packages/alex-both-benefits.milepost --output /tmp/report.pdf
  ! command -v milepost
  apt-get install -y -qq --no-install-recommends /packages/*.deb python3-gi gcc libc6-dev pkg-config \
    desktop-file-utils xvfb xauth xdotool dbus
" >"$folder/install.log" 2>&1 || { tail -n 20 "$folder/install.log"; exit 1; }
passed "installed"

in_root "$root" "
  milepost-cli --version
  python3 /packages/months.py /packages/alex-both-benefits.milepost | tail -n 1
  gcc -o /tmp/totals /packages/totals.c \$(pkg-config --cflags --libs milepost-1)
  /tmp/totals /packages/alex-both-benefits.milepost
  LANGUAGE=es LC_ALL=C.UTF-8 milepost-cli --help | head -n 1
  test -s /usr/share/milepost/help/index.html -a -s /usr/share/milepost/help/es/index.html
  # A double click: the type by the name, the program by the type.
  grep -q \"^application/x-milepost-case=io.github.milepost.Milepost.desktop\" /usr/share/applications/mimeinfo.cache
  test -f /usr/share/mime/application/x-milepost-case.xml
  # The window opens.
  export GSK_RENDERER=cairo GDK_DEBUG=gl-disable HOME=/tmp LC_ALL=C.UTF-8 # xdotool reads the title
  xvfb-run -a timeout 60 dbus-run-session -- bash -c \"
    milepost /packages/alex-both-benefits.milepost & program=\\\$!
    for i in \\\$(seq 50); do
      xdotool search --onlyvisible --name Alex && exit 0
      kill -0 \\\$program || exit 1
      sleep 1
    done
    exit 1
  \" >/dev/null 2>&1
  # All of it goes again.
  apt-get purge -y -qq milepost milepost-cli libmilepost-1-0 libmilepost-1-dev gir1.2-milepost-1 >/dev/null 2>&1
  test -z \"\$(find /usr /etc -iname \"*milepost*\")\"
" --net >"$folder/try.log" 2>&1 || { tail -n 20 "$folder/try.log"; exit 1; }
cat "$folder/try.log"
passed "run and removed"
echo "packages: built with their tests, installed in a fresh root, run, and removed"
