#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A long run: what a newcomer does. In a fresh Debian 12 root it clones what is committed, installs what
# install-deps.sh names, and then, as a user who is not root, without network and with nothing but PATH in the
# environment, runs ./check and ./run.
# usage: build-aux/check-fresh-root.sh [FOLDER]   (root; needs debootstrap, git; about 3 GB; FOLDER is kept)

set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
root=$folder/root
clone=/home/newcomer/milepost
mkdir -p "$folder"

# in_root WHAT...: bash commands in the root, in namespaces that leave no mount and no process behind
in_root ()
{
  unshare --mount --pid --fork --kill-child "${@:2}" bash -eu -c "
    mount -t proc proc '$root/proc'
    mount --rbind /dev '$root/dev'
    exec chroot '$root' env -i bash -eu -c '$1'
  " </dev/null
}

[ -d "$root/usr" ] || debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$folder/debootstrap.log"
rm -rf "$root/home/newcomer"
git clone --quiet --no-hardlinks "$here" "$root$clone"
in_root "
  export PATH=/usr/sbin:/usr/bin:/sbin:/bin
  id newcomer >/dev/null 2>&1 || useradd --home-dir /home/newcomer newcomer
  $clone/build-aux/install-deps.sh test >/dev/null
  chown -R newcomer: /home/newcomer
"
# setpriv sets nothing of a login but the ids: no HOME, no USER, no SHELL.
as_newcomer='setpriv --reuid=newcomer --regid=newcomer --init-groups env -i PATH=/usr/bin:/bin'
in_root "$as_newcomer $clone/check" --net >"$folder/check.log" 2>&1 || { tail -n 60 "$folder/check.log"; exit 1; }
tail -n 9 "$folder/check.log"

# The window opens and stays until it is told to go: timeout says 124.
in_root "
  status=0
  $as_newcomer xvfb-run -a timeout 600 bash -c \"
    $clone/run $clone/data/samples/alex-both-benefits.milepost & program=\\\$!
    for i in \\\$(seq 590); do
      xdotool search --onlyvisible --name Milepost >/dev/null 2>&1 && break
      kill -0 \\\$program || exit 1
      sleep 1
    done
    sleep 5
    kill \\\$program
  \" || status=\$?
  [ \$status -eq 0 ]
" --net >"$folder/run.log" 2>&1 || { tail -n 40 "$folder/run.log"; exit 1; }
echo "fresh root: packages installed, ./check passed and ./run showed its window, with an all but empty environment"
