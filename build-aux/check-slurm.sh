#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the Slurm recipe of doc/scale.md on a cluster of one machine that it makes for itself: a population is
# projected by a job array, a task is killed on the way and its node taken down and up again, and each case must
# be answered once. Needs the packages slurm-wlm and munge, and root.
# usage: check-slurm.sh BUILD [CASES [PARTS]]

set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)
cases=${2:-20000} parts=${3:-8}
top=$(mktemp -d)
export SLURM_CONF=$top/slurm.conf MILEPOST_CLI=$build/src/cli/milepost-cli MILEPOST_PART=$here/examples/population/project-part
chmod 755 "$top"
host=$(hostname -s)
munge_pid=

finish() {
  scontrol shutdown >/dev/null 2>&1 || true
  [ -z "$munge_pid" ] || kill "$munge_pid" 2>/dev/null || true
  rm -rf "$top"
}
trap finish EXIT

mkdir -p "$top/state" "$top/spool" "$top/out" /run/munge
cat >"$SLURM_CONF" <<END
ClusterName=one
SlurmctldHost=$host
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$top/state
SlurmdSpoolDir=$top/spool
SlurmctldLogFile=$top/slurmctld.log
SlurmdLogFile=$top/slurmd.log
SlurmctldPidFile=$top/slurmctld.pid
SlurmdPidFile=$top/slurmd.pid
SlurmctldTimeout=10
SlurmdTimeout=10
NodeName=$host CPUs=2 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES State=UP
END
if ! munge -n >/dev/null 2>&1; then
  chown munge:munge /run/munge
  setpriv --reuid=munge --regid=munge --clear-groups munged --force --pid-file=/run/munge/munged.pid
  munge_pid=$(cat /run/munge/munged.pid)
fi
slurmctld
slurmd
for _ in $(seq 30); do
  [ "$(sinfo -h -o %t)" != idle ] || break
  sleep 1
done

"$build/bench/population" --count "$cases" >"$top/cases"
"$MILEPOST_CLI" project --stream --summary <"$top/cases" >"$top/alone"
begin=$(date +%s.%N)
# the first run loses its node on the way
job=$(cd "$top" && sbatch --parsable --array="1-$parts" "$here/examples/population/slurm-array" "$top/cases" "$top/out" "$parts" --summary)
for _ in $(seq 600); do
  # some part is done, another is begun
  done=$(find "$top/out" -name 'part-*' | wc -l)
  begun=$(find "$top/out" -name '.part-*' | wc -l)
  [ "$done" -lt 1 ] || [ "$begun" -lt 1 ] || break
  sleep 0.05
done
kill -9 "$(cat "$top/slurmd.pid")" || true
scontrol update NodeName="$host" State=DOWN Reason=killed
for pid in $(pgrep -f "$top/out" || true); do
  kill -9 "$pid" 2>/dev/null || true
done
echo "node killed with $done of $parts parts done, $begun begun"
sleep 2
slurmd
scontrol update NodeName="$host" State=RESUME 2>/dev/null || true
# a task whose node died waits two minutes before Slurm starts it again
while [ -n "$(squeue -h -j "$job" 2>/dev/null)" ]; do
  sleep 1
done
# what Slurm did not queue again by itself is submitted again; parts that are done are left alone
(cd "$top" && sbatch --wait --array="1-$parts" "$here/examples/population/slurm-array" "$top/cases" "$top/out" "$parts" --summary) >/dev/null
took=$(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')
"$here/examples/population/join-parts" "$top/out" "$parts" | cmp - "$top/alone"
echo "$cases cases in $parts parts: each answered once, in order, after a killed node; $took s in all"
