#!/bin/sh
# SPDX-License-Identifier: MIT
# What takes longer than a second says how far it is, on a terminal and nowhere else, and wipes it away.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
call='cambist on a terminal' status=0
: >"$scratch/out"
: >"$scratch/err"
command -v script >/dev/null || skip 'no script here to make a terminal'
script -qec 'test -t 2' /dev/null </dev/null >/dev/null 2>&1 || skip 'script makes no terminal here'

# Input that comes in two halves, a while apart.
rows() {
    printf 'date,currency,amount\n2024-05-29,EUR,1.00\n'
    sleep "$1"
    printf '2024-05-29,EUR,2.00\n'
}
plans() {
    printf '[[plan]]\nid = "A"\n'
    sleep "$1"
    printf 'amount = "3.00 EUR"\n'
}
quotes() {
    printf 'day,base,quote,rate\n'
    sleep "$1"
    printf '2024-05-29,EUR,USD,1.0857\n'
}
# on_terminal NAME ARGUMENT...: leaves what a terminal was sent in $scratch/NAME.
on_terminal() {
    name=$1
    shift
    mkfifo "$scratch/$name.pipe"
    $name 1.3 >"$scratch/$name.pipe" &
    script -qec "$program $* <$scratch/$name.pipe" /dev/null </dev/null >"$scratch/$name" 2>&1 &
}
on_terminal rows sum -
on_terminal plans plans - --to EUR
on_terminal quotes rates -
named=$scratch/$(printf 'a\033[31mb.csv')
mkfifo "$named"
rows 1.3 >"$named" &
script -qec "$program sum '$named'" /dev/null </dev/null >"$scratch/steered" 2>&1 &
rows 1.3 | "$program" sum - >"$scratch/out" 2>"$scratch/err"
wait
wiped=$(printf '\r\033[K')
for name in rows plans quotes; do
    checks=$((checks + 1))
    sent=$(cat "$scratch/$name")
    case $sent in
    *"${wiped}reading standard input, 1 s$wiped"*) ;;
    *) fail "should say that it reads $name: $(cat -v "$scratch/$name")" ;;
    esac
    case ${sent##*"$wiped"} in
    *reading*) fail "should wipe it away: $(cat -v "$scratch/$name")" ;;
    *3.00* | *EUR/USD*) ;;
    *) fail "should answer as elsewhere: $(cat -v "$scratch/$name")" ;;
    esac
done
grep -q 'Total  *3.00' "$scratch/out" || fail "should answer"
[ ! -s "$scratch/err" ] || fail "should say nothing where standard error is no terminal"

# What a file is called does not steer the terminal.
grep -Fq 'a\x1b[31mb.csv, 1 s' "$scratch/steered" || fail "should show a name as harmless: $(cat -v "$scratch/steered")"
grep -Fq "$(printf '\033[31m')" "$scratch/steered" && fail "should not let a name steer the terminal"

# What is quick says nothing.
rows 0 >"$scratch/rows.csv"
script -qec "$program sum $scratch/rows.csv" /dev/null </dev/null >"$scratch/quick" 2>&1
grep -q 'Total  *3.00' "$scratch/quick" || fail "should answer at once"
grep -Fq -e reading -e "$wiped" "$scratch/quick" && fail "should say nothing of what is quick: $(cat -v "$scratch/quick")"
:
