#!/bin/sh
# SPDX-License-Identifier: MIT
# announcement.sh PROGRAM RATES: `plans` at the rates of each announcement takes at most twice the instructions that it
# takes at the rates of one day, by valgrind: 30,000 plans over twenty years, in five currencies.
set -eu
program=$1
rates=$2
for needed in "$rates" "$(command -v valgrind || echo valgrind)"; do
    if [ ! -e "$needed" ]; then
        echo "SKIPPED: there is no $(basename "$needed")"
        exit 77
    fi
done
plans=${TMPDIR:-/tmp}/cambist-announced.$$.csv
trap 'rm -f "$plans"' EXIT

awk '
    function below(n) { seed = seed * 16807 % 2147483647; return seed % n }
    BEGIN {
        seed = 20261128
        split("USD GBP JPY CHF SEK", code)
        print "id,amount,holder,announced,from,to"
        for (i = 0; i < 30000; ++i) {
            year = 2004 + below(20)
            printf "P%d,%d.%02d %s,H%d,%d-%02d-%02d,%d,%d\n", i, below(100000), below(100), code[below(5) + 1], below(50),
                year, below(12) + 1, below(28) + 1, year, year + below(3)
        }
    }' >"$plans"

# instructions KEY OPTION...
instructions() {
    key=$1
    shift
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" plans "$plans" --to EUR --rates "$rates" \
        --lookup on-or-before:7 --by "$key" "$@" 2>&1 >/dev/null | sed -n 's/^==[0-9]*== Collected : \([0-9]*\).*/\1/p'
}

failed=
for key in holder year; do
    one_day=$(instructions "$key" --on 2024-05-29)
    announced=$(instructions "$key" --valuation announcement)
    echo "by $key: $one_day, $announced"
    [ "${announced:-0}" -gt 0 ] && [ "$announced" -le $((one_day * 2)) ] || failed=yes
done
[ -z "$failed" ]
