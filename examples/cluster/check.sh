#!/bin/sh
# SPDX-License-Identifier: MIT
#   check.sh MPIEXEC CLUSTER [CAMBIST]   runs the example with 1, 2 and 4 processes: each writes the same bytes, which
#                                        are those of `cambist sum` where that is built
set -eu
mpiexec=$1 cluster=$2 program=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Tests run as root in containers, with more processes than processors; and Open MPI leaks on purpose.
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1 ASAN_OPTIONS=detect_leaks=0
# Seven files, so that no number of processes gets the same share each.
set --
for part in 1 2 3 4 5 6 7; do
    awk -v part=$part 'BEGIN {
        print "date,currency,amount"
        split("EUR USD JPY", codes, " ")
        for (i = 0; i < 300; i++)
            printf "20%02d-%02d-%02d,%s,%d%s\n", 10 + (i + part) % 12, 1 + i % 12, 1 + (i * part) % 28, codes[1 + i % 3],
                (i * 7919 * part) % 100003 - 50000, i % 3 == 2 ? "" : sprintf(".%02d", i % 100)
    }' >"$scratch/$part.csv"
    set -- "$@" "$scratch/$part.csv"
done
for ranks in 1 2 4; do
    "$mpiexec" -n $ranks "$cluster" "$scratch/$ranks.state" "$@" >"$scratch/$ranks.out"
    cmp "$scratch/1.state" "$scratch/$ranks.state"
    cmp "$scratch/1.out" "$scratch/$ranks.out"
done
[ "$(wc -l <"$scratch/1.out")" = 3 ]
if [ -n "$program" ]; then
    "$program" sum "$@" --state-out "$scratch/program.state" >/dev/null
    cmp "$scratch/1.state" "$scratch/program.state"
fi
# What one process refuses ends them all.
printf 'date,currency,amount\n2024-02-30,EUR,1\n' >"$scratch/bad.csv"
if "$mpiexec" -n 2 "$cluster" "$scratch/bad.state" "$@" "$scratch/bad.csv" >"$scratch/out" 2>&1; then exit 1; fi
grep -q 'expected a date of the calendar' "$scratch/out"
[ ! -e "$scratch/bad.state" ]
