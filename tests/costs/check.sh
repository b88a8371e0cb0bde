#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh PROGRAM: twice the work of each name takes at most 2.3 times the instructions, by valgrind. What is quadratic
# takes four times, and what sorts a little more than twice.
set -eu
program=$1
if ! command -v valgrind >/dev/null; then
    echo "SKIPPED: there is no valgrind"
    exit 77
fi

# instructions NAME FACTOR
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=cambist_measured "$program" "$1" "$2" 2>&1 |
        sed -n 's/^==[0-9]*== Collected : \([0-9]*\).*/\1/p'
}

failed=
for name in $("$program"); do
    once=$(instructions "$name" 1)
    twice=$(instructions "$name" 2)
    if [ "${once:-0}" -lt 1000000 ]; then
        echo "FAILED: $name: ${once:-no} instructions; too few to say anything"
        failed=yes
    elif [ $((twice * 10)) -gt $((once * 23)) ]; then
        echo "FAILED: $name: $once instructions, and $twice for twice as much"
        failed=yes
    else
        echo "$name: $once, $twice"
    fi
done
[ -z "$failed" ]
