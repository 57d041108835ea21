#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes a picture of each page of a sample, light, dark, 360 pixels wide and with text of 250 percent, so that a
# person can look at them.
# usage: build-aux/screenshots.sh [BUILD [LANGUAGE]]    the pictures are in BUILD/screenshots, or of LANGUAGE, such as
# es, in BUILD/screenshots-LANGUAGE

set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "${1:-}" = --on-screen ]; then
  # shots NAME
  shots ()
  {
    "$MP_BUILD/src/app/milepost" "$here/../data/samples/alex-both-benefits.milepost" 2>"$out/errors-$1.txt" &
    program=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --pid "$program" --name Milepost | tail -n 1)
    xdotool windowmove "$window" 0 0 windowfocus --sync "$window"
    sleep 2
    for page in 1-facts 2-work 3-projection 4-milestones 5-compare 6-report; do
      xdotool key "alt+${page%%-*}"
      sleep 1
      import -window "$window" "$out/$1-$page.png"
    done
    xdotool key alt+Left
    sleep 1
    import -window "$window" "$out/$1-people.png"
    kill "$program"
    wait "$program" 2>/dev/null || true
  }
  out=$MP_OUT
  export GSK_RENDERER=cairo GDK_DEBUG=gl-disable ADW_DISABLE_PORTAL=1 GTK_A11Y=none LC_ALL=C.UTF-8
  for look in light dark narrow large; do
    width=1280 height=820 scheme=light zoom=100
    case "$look" in
      dark) scheme=dark ;;
      narrow) width=360 height=760 ;;
      large) zoom=250 ;;
    esac
    XDG_DATA_HOME=$(mktemp -d)
    XDG_CONFIG_HOME=$XDG_DATA_HOME
    export XDG_DATA_HOME XDG_CONFIG_HOME
    mkdir -p "$XDG_CONFIG_HOME/glib-2.0/settings"
    printf '[io/github/milepost/Milepost]\ncolor-scheme='"'%s'"'\nwindow-width=%s\nwindow-height=%s\nzoom=%s\nhints-seen=3\n' \
      "$scheme" "$width" "$height" "$zoom" >"$XDG_CONFIG_HOME/glib-2.0/settings/keyfile"
    shots "$look"
    rm -rf "$XDG_DATA_HOME"
  done
  exit
fi
for tool in xvfb-run xauth dbus-run-session xdotool import; do
  command -v "$tool" >/dev/null || { echo "screenshots.sh: $tool is missing (packages xvfb xauth dbus xdotool imagemagick)" >&2; exit 1; }
done
MP_BUILD=$(cd "${1:-$here/../build}" && pwd)
MP_OUT=$MP_BUILD/screenshots${2:+-$2}
export MP_BUILD MP_OUT GSETTINGS_BACKEND=keyfile LANGUAGE="${2:-en}"
mkdir -p "$MP_OUT"
xvfb-run -a -s '-screen 0 1400x900x24 -noreset' dbus-run-session -- "$0" --on-screen 2>/dev/null
ls "$MP_OUT"
