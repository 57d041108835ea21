#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A long run: builds the Flatpak as its manifest says, without GNOME's runtime: a Debian 12 root with the libraries that
# runtime has stands in for it, under its name. The modules' archives are Debian's copies of them, which must have the
# sums that the manifest pins. Then installs what was built, and runs the command line and the window in the sandbox.
# usage: build-aux/check-flatpak.sh [FOLDER]   (root; needs flatpak, flatpak-builder, ostree, debootstrap, git, xvfb,
#        dbus, xdotool; about 8 GB; FOLDER is kept). doc/packages.md says what it showed.

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"
folder=$(realpath "$folder")
id=io.github.milepost.Milepost
version=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$here/flatpak/$id.json")
arch=$(flatpak --default-arch)
export FLATPAK_USER_DIR=$folder/user

# passed NAME: says what is done, and after how long
begun=$SECONDS
passed ()
{
  echo "$1: $((SECONDS - begun)) s"
  begun=$SECONDS
}

# What GNOME's runtime and SDK have of what Milepost and its modules need; not what the manifest builds itself.
sdk=$folder/sdk
if [ ! -d "$folder/repo" ]; then
  [ -d "$folder/base/usr" ] || debootstrap --variant=minbase --include=ca-certificates bookworm "$folder/base" >"$folder/debootstrap.log"
  rm -rf "$sdk"
  mkdir -p "$sdk/usr"
  cp -a "$folder/base" "$sdk/debian"
  unshare --mount --pid --fork --kill-child bash -eu -c "
    mount -t proc proc '$sdk/debian/proc'
    exec chroot '$sdk/debian' env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive bash -eu -c '
      apt-get update -qq
      apt-get install -y -qq --no-install-recommends build-essential meson ninja-build cmake autoconf automake libtool \
        pkg-config gettext perl git elfutils libgtk-4-dev libadwaita-1-dev libsqlite3-dev zlib1g-dev libjpeg-dev \
        desktop-file-utils shared-mime-info appstream appstream-util librsvg2-common adwaita-icon-theme \
        fonts-cantarell fonts-dejavu-core
    '" >"$folder/sdk.log" 2>&1 </dev/null || { tail -n 20 "$folder/sdk.log"; exit 1; }
  mv "$sdk/debian/usr" "$sdk/debian/etc" "$sdk"
  rm -rf "$sdk/usr/etc" "$sdk/usr/share/doc"
  mv "$sdk/etc" "$sdk/usr/etc"
  mkdir "$sdk/files"
  ostree init --repo="$folder/repo" --mode=bare-user-only
  for name in Sdk Platform; do
    printf '[Runtime]\nname=org.gnome.%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' \
      $name "$arch" "$version" "$arch" "$version" >"$sdk/metadata"
    flatpak build-export --runtime "$folder/repo" "$sdk" "$version" >"$folder/export.log"
  done
  rm -rf "$sdk"
fi
flatpak remote-add --user --if-not-exists --no-gpg-verify stand-in "$folder/repo"
flatpak install --user --noninteractive --or-update stand-in "org.gnome.Platform//$version" "org.gnome.Sdk//$version" >"$folder/install.log"
passed "a stand-in for org.gnome.Platform//$version"

# The archives, by the sums that the manifest pins
mkdir -p "$folder/archives/lists"
echo 'deb-src http://deb.debian.org/debian bookworm main' >"$folder/archives/sources.list"
(
  cd "$folder/archives"
  debian="apt-get -qq -o Dir::Etc::sourcelist=$PWD/sources.list -o Dir::Etc::sourceparts=/nonexistent -o Dir::State::lists=$PWD/lists"
  $debian update
  # That an archive's Debian part is not to be had does not matter: the sums say what is missing.
  $debian source --download-only jansson libsodium libzip libical3 qpdf cmark || true
) >"$folder/archives.log" 2>&1
sha256sum "$folder"/archives/*.orig.tar.* >"$folder/sums"
# The lines of a url and of its sum follow each other.
sed -n 's/.*"\(url\|sha256\)": "\(.*\)".*/\2/p' "$here/flatpak/$id.json" | while read -r url && read -r sum; do
  archive=$(sed -n "s/^$sum  //p" "$folder/sums")
  [ -n "$archive" ] || { echo "no archive has the sum of $url" >&2; exit 1; }
  # where flatpak-builder looks before it downloads
  mkdir -p "$folder/archives/downloads/$sum"
  cp "$archive" "$folder/archives/downloads/$sum/$(basename "$url")"
done
passed "archives with the pinned sums"

# What is committed, and nothing of a build folder
rm -rf "$folder/source" "$folder/app"
mkdir "$folder/source"
git -C "$here" archive HEAD | tar -x -C "$folder/source"
cd "$folder"
flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-updates --extra-sources="$folder/archives" \
  --state-dir="$folder/state" --repo="$folder/repo" --install app "source/flatpak/$id.json" >"$folder/build.log" 2>&1 </dev/null \
  || { tail -n 40 "$folder/build.log"; exit 1; }
passed "flatpak-builder"

flatpak info --user --show-permissions "$id"
cat >"$folder/try.sh" <<'END'
set -eu
milepost-cli --version
milepost-cli report /app/share/milepost/samples/alex-both-benefits.milepost --output /tmp/report.pdf
test "$(head -c 5 /tmp/report.pdf)" = %PDF-
LANGUAGE=es milepost-cli --help | head -n 1
# Nothing of the machine: no network, no folder of the user.
test "$(tail -n +3 /proc/net/dev | grep -c -v '^ *lo:')" -eq 0
test ! -e "$1"
END
flatpak run --user --command=bash "$id" -c "$(cat "$folder/try.sh")" try "$folder/source" </dev/null
status=0
# shellcheck disable=SC2016  # for the inner shells
LC_ALL=C.UTF-8 timeout 100 xvfb-run -a dbus-run-session -- bash -c '
  flatpak run --user --env=GSK_RENDERER=cairo --env=GDK_BACKEND=x11 "$1" /app/share/milepost/samples/alex-both-benefits.milepost & program=$!
  for i in $(seq 60); do
    if xdotool search --onlyvisible --name Alex >/dev/null 2>&1; then
      [ -z "$2" ] || { sleep 3; import -window root "$2"; }
      flatpak kill "$1"; wait $program; exit 0
    fi
    kill -0 $program || exit 1
    sleep 1
  done
  exit 1
' window "$id" "${MP_SCREENSHOT:-}" >"$folder/window.log" 2>&1 </dev/null || status=$?
[ "$status" -eq 0 ] || { tail -n 20 "$folder/window.log"; exit 1; }
passed "run in the sandbox"
echo "flatpak: built from the manifest with a stand-in runtime, installed, and run in its sandbox"
