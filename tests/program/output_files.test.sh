#!/bin/sh
# SPDX-License-Identifier: MIT
# What is written stands whole or not at all: whatever a run meets, a file is the old one or the new one, and nothing is
# left beside it. And files that a call would mix up are refused.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
at_step=${3:-build/tests}/cambist_at_step
ledger=examples/rows/ledger.csv
founding=examples/plans/european-cloud.toml
text=examples/texts/cloud-plans.txt
ecb=examples/rates/sample-ecb.csv
mkdir "$scratch/in"
same() { cmp -s "$1" "$2"; }

# ---- a failed run changes nothing: a state is not counted twice
succeeds sum $ledger --state-out "$scratch/in/acc"
cp "$scratch/in/acc" "$scratch/acc"
cp "$scratch/acc" "$scratch/first"
for taken in /dev/full closed; do
    call="sum --state-in acc --state-out acc, standard output $taken" checks=$((checks + 1)) status=0
    if [ $taken = closed ]; then "$program" sum $ledger --state-in "$scratch/in/acc" --state-out "$scratch/in/acc" >&- 2>"$scratch/err" || status=$?
    else "$program" sum $ledger --state-in "$scratch/in/acc" --state-out "$scratch/in/acc" >$taken 2>"$scratch/err" || status=$?
    fi
    [ "$status" = 2 ] || fail "should end with status 2"
    grep -q 'cambist: standard output: cannot be written: ' "$scratch/err" || fail "should say why"
    same "$scratch/in/acc" "$scratch/acc" || fail "should leave the state as it was"
done
for option in --help --version 'sum --help'; do
    call="$option >/dev/full" checks=$((checks + 1)) status=0
    # shellcheck disable=SC2086 # the words are arguments
    "$program" $option >/dev/full 2>"$scratch/err" || status=$?
    [ "$status" = 2 ] || fail "should end with status 2"
done
# A closed pipe ends a run as it ends others, without a word.
checks=$((checks + 1)) call='sum | true' status=0
{ { sleep 0.3; "$program" sum $ledger --state-in "$scratch/in/acc" --state-out "$scratch/in/acc" 2>"$scratch/err"; echo $? >"$scratch/status"; } | :; }
[ "$(cat "$scratch/status")" = 141 ] && [ ! -s "$scratch/err" ] || fail "should end by the signal, in silence: $(cat "$scratch/status")"
same "$scratch/in/acc" "$scratch/acc" && no_rest || fail "should leave the state as it was"

# ---- a disk that is full, be it a small one or by the limit of a file's size: the old file stands
awk 'BEGIN { print "date,currency,amount,id"; for (i = 0; i < 20000; ++i) printf "2024-05-29,EUR,%d.01,group %d\nbad,EUR,1,bad row %d\n", i, i, i }' >"$scratch/many.csv"
awk 'BEGIN { for (i = 0; i < 8000; ++i) printf "[[plan]]\nid = \"%d\"\nholder = \"%d\"\namount = \"%d.00 EUR\"\n", i, i, i + 1 }' >"$scratch/many.toml"
# full FOLDER: each command that writes much, where little can be written.
full() {
    for arguments in "sum $scratch/many.csv --by id --skip-bad $scratch/bad --state-out $1/file" \
        "sum $scratch/many.csv --by id --skip-bad $1/file" "plans $scratch/many.toml --write $1/file.toml" \
        "plans $scratch/many.toml --write $1/file.csv" "plans $scratch/many.toml --to EUR --html $1/file" \
        "plans $scratch/many.toml --to EUR --json --html $1/file"; do
        case $arguments in
        *--html*) command -v gnuplot >/dev/null || continue ;;
        esac
        for name in file file.toml file.csv; do echo old >"$1/$name"; done
        # shellcheck disable=SC2086 # the words are arguments
        run $arguments
        [ "$status" = 2 ] || fail "should end with status 2"
        for name in file file.toml file.csv; do [ "$(cat "$1/$name")" = old ] || fail "should leave the old file"; done
        no_rest "$1" || fail "should leave no rest"
    done
}
if [ "$(id -u)" = 0 ] && mkdir "$scratch/disk" && mount -t tmpfs -o size=128k cambist "$scratch/disk" 2>/dev/null; then
    full "$scratch/disk"
    umount "$scratch/disk"
fi
(ulimit -f 100 && full "$scratch/in" && [ "$failures" = 0 ]) || failures=$((failures + 1))
rm -f "$scratch"/in/*

# ---- signals end a run that reads or writes, as they end others; what is ignored stays so
mkfifo "$scratch/pipe"
for signal in INT:130 TERM:143 HUP:129 QUIT:131; do
    expected=${signal#*:} signal=${signal%:*}
    call="cambist sum, SIG$signal" checks=$((checks + 1)) status=0
    # A shell starts what runs in the background with interrupts ignored; env gives them back.
    env --default-signal="$signal" "$program" sum "$scratch/pipe" --skip-bad "$scratch/in/bad.csv" --state-out "$scratch/in/never.state" \
        >"$scratch/out" 2>"$scratch/err" &
    running=$!
    exec 3>"$scratch/pipe"
    head -n 20000 "$scratch/many.csv" >&3
    sleep 0.3
    kill -$signal $running
    wait $running || status=$?
    exec 3>&-
    [ "$status" = "$expected" ] || fail "should end by the signal"
    [ "$(cat "$scratch/err")" = 'cambist: interrupted; no file was changed' ] || fail "should say so in one line"
    [ ! -s "$scratch/out" ] && [ -z "$(ls -A "$scratch/in")" ] || fail "should write nothing"
done
call='nohup cambist sum, SIGHUP' checks=$((checks + 1)) status=0
env --ignore-signal=HUP "$program" sum "$scratch/pipe" >"$scratch/out" 2>"$scratch/err" &
running=$!
exec 3>"$scratch/pipe"
kill -HUP $running
head -n 2 "$scratch/many.csv" >&3
exec 3>&-
wait $running || status=$?
[ "$status" = 0 ] || fail "should go on"

# ---- files that a call would mix up
cp $ledger "$scratch/in/in.csv"
ln -s in.csv "$scratch/in/link.csv"
ln "$scratch/in/in.csv" "$scratch/in/hard.csv"
for name in in.csv ./in.csv link.csv hard.csv ../in/in.csv; do
    refuses 2 "$scratch/in/$name: is an input, which would be lost; name another" sum "$scratch/in/in.csv" --skip-bad "$scratch/in/$name"
    refuses 2 'is an input' sum "$scratch/in/in.csv" --state-out "$scratch/in/$name"
done
same "$scratch/in/in.csv" $ledger || fail "should leave its input as it was"
refuses 2 'is an input' sum $ledger --state-in "$scratch/acc" --skip-bad "$scratch/acc"
refuses 2 'is an input' sum $ledger --rates "$scratch/in/in.csv" --skip-bad "$scratch/in/in.csv"
refuses 2 'is an input' plans "$scratch/many.toml" --write "$scratch/many.toml"
refuses 2 'is an input' plans "$scratch/many.toml" --to EUR --html "$scratch/many.toml"
refuses 2 'is an input' plans $founding --to EUR --compare "$scratch/many.toml" --svg "$scratch/many.toml"
refuses 2 'is an input' plans $founding --to EUR --deflators "$scratch/in/in.csv" --skip-bad "$scratch/in/link.csv"
refuses 2 'is an input' rates "$scratch/in/in.csv" --pair EUR/USD --plot "$scratch/in/in.csv"
refuses 2 'is an input' read "$scratch/in/in.csv" --plans "$scratch/in/hard.csv"
refuses 2 'two outputs would be this one file' sum $ledger --skip-bad "$scratch/in/x" --state-out "$scratch/in/../in/x"
refuses 2 'two outputs would be this one file' plans $founding --to EUR --html "$scratch/x" --svg "$scratch/x"
refuses 2 'two outputs would be this one file' read $text --html "$scratch/x" --plans "$scratch/x"
refuses 2 'standard output: two outputs would go there' plans $founding --to EUR --html - --svg -
refuses 2 'standard output: two outputs would go there' plans $founding --to EUR --html - --json
refuses 2 'standard output: two outputs would go there' sum $ledger --skip-bad -
refuses 2 'standard output: two outputs would go there' sum $ledger --json --state-out -
refuses 2 'standard output: two outputs would go there' sum $ledger --json --state-out /dev/stdout
for call in 'sum - -' 'sum - --state-in -' 'sum - --rates -' 'plans - - --to EUR' 'plans - --to EUR --rates -' 'plans - --to EUR --compare -' \
    'rates - -' 'read - --rates -' 'convert 1 EUR --rates - --rates -' 'plans - - --write x.csv'; do
    # shellcheck disable=SC2086 # the words are arguments
    [ "$call" = 'convert 1 EUR --rates - --rates -' ] && set -- convert '1 EUR' EUR --rates - --rates - || set -- $call
    refuses 2 'standard input: can be read but once; name it once' "$@"
done
succeeds sum $ledger --state-in "$scratch/acc" --state-out "$scratch/acc" # which is how one goes on
rm "$scratch"/in/*

# ---- - is standard output, and what is no regular file is written through
succeeds sum $ledger --state-out -
same "$scratch/out" "$scratch/first" || fail "should print the state, and no report"
"$program" sum $ledger --state-out - | "$program" sum --state-in - >"$scratch/out" || fail "should read it from a pipe"
prints "$(cat "$scratch/out")" sum $ledger
prints "$("$program" plans $founding --write "$scratch/in/a.toml" && cat "$scratch/in/a.toml")" plans $founding --write -
succeeds sum $ledger --state-out /dev/null
refuses 2 '/dev/full: cannot be written: No space left on device; make room' sum $ledger --state-out /dev/full
[ -c /dev/full ] && [ -c /dev/null ] || fail "should leave devices what they are"
(cat "$scratch/pipe" >"$scratch/piped") &
succeeds sum $ledger --state-out "$scratch/pipe"
wait $!
[ -p "$scratch/pipe" ] && same "$scratch/piped" "$scratch/first" || fail "should write through a pipe"
# What stands in standard output's own file is written there too.
"$program" sum $ledger --state-out /dev/stdout >"$scratch/in/redirected" || fail "should write to standard output"
same "$scratch/in/redirected" "$scratch/first" || fail "should write the state there"
# A link stays, and what it leads to is written, even where that is not there yet; the mode stays.
mkdir "$scratch/far"
ln -s "$scratch/far/acc" "$scratch/in/link"
for mode in none 600 644; do
    [ $mode = none ] || chmod $mode "$scratch/far/acc"
    succeeds sum $ledger --state-out "$scratch/in/link"
    [ -L "$scratch/in/link" ] && same "$scratch/far/acc" "$scratch/first" || fail "should write what the link leads to"
    [ $mode = none ] || [ "$(stat -c %a "$scratch/far/acc")" = $mode ] || fail "should keep the mode"
done
no_rest || fail "should leave no rest"
rm -f "$scratch"/in/*
cp "$scratch/first" "$scratch/acc"

# ---- at each step of a run, and at two dozen of a long one: killed, ended by a signal, failed
happens='kill:9 kill:15 fail:28'
# attack BEFORE TARGET ARGUMENT...: TARGET is BEFORE at first, and becomes what the arguments make of it.
attack() {
    before=$1 target=$2
    shift 2
    call="cambist $*"
    cp "$before" "$target"
    "$at_step" "$scratch/count" 0 "$program" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
    cp "$target" "$scratch/new"
    steps=$(cat "$scratch/count")
    stride=$(((steps + 23) / 24))
    [ "$stride" -le 100 ] || stride=100
    same "$before" "$scratch/new" && fail "should write something"
    [ "$steps" -ge 5 ] || fail "should have steps: $steps"
    for what in $happens; do
        step=1
        while [ "$step" -le "$steps" ]; do
            cp "$before" "$target"
            status=0
            checks=$((checks + 1))
            "$at_step" $what $step "$program" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
            call="cambist $*, $what at step $step of $steps"
            case $what:$status in
            kill:9:137 | kill:15:143 | kill:1:129 | kill:2:130 | fail:*:2 | *:0) ;;
            *) fail "should end otherwise" ;;
            esac
            if same "$target" "$before"; then [ "$status" != 0 ] || fail "should not pass an old file for the new one"
            elif ! same "$target" "$scratch/new"; then fail "should have the old file or the new one, whole"
            elif [ "$status" != 0 ] && [ $what != kill:9 ]; then fail "should not change a file and fail"
            fi
            [ $what = kill:9 ] || no_rest || fail "should leave no rest"
            find "$scratch/in" -name '.cambist-*.part' -delete # which a kill can leave, with a name that says what it is
            [ "$(find "$scratch/in" -mindepth 1 | wc -l)" = 1 ] || fail "should leave nothing else"
            step=$((step + stride))
        done
    done
}
rm -f "$scratch"/in/*
echo old >"$scratch/old"
head -n 10000 "$scratch/many.csv" >"$scratch/long.csv"
"$at_step" "$scratch/count" 0 "$program" --version >/dev/null 2>&1 && [ -s "$scratch/count" ] || skip 'no program can be traced here'
for names in '' CAMBIST_NAMED; do # with files that have no name until they are whole, and with files that have one
    [ -z "$names" ] || export CAMBIST_NAMED=1
    rm -f "$scratch"/in/*
    happens='kill:9 kill:15 kill:1 kill:2 fail:28 fail:5'
    attack "$scratch/acc" "$scratch/in/acc" sum $ledger --state-in "$scratch/in/acc" --state-out "$scratch/in/acc"
    happens='kill:9 kill:15 fail:28'
    rm -f "$scratch"/in/*
    attack "$scratch/old" "$scratch/in/bad.csv" sum "$scratch/long.csv" --skip-bad "$scratch/in/bad.csv"
done
rm -f "$scratch"/in/*
attack "$scratch/old" "$scratch/in/a.toml" plans $founding --write "$scratch/in/a.toml"
unset CAMBIST_NAMED
rm -f "$scratch"/in/*
attack "$scratch/old" "$scratch/in/a.csv" plans $founding --write "$scratch/in/a.csv"
rm -f "$scratch"/in/*
attack "$scratch/old" "$scratch/in/a.html" read $text --html "$scratch/in/a.html"
rm -f "$scratch"/in/*
attack "$scratch/old" "$scratch/in/a.toml" read $text --plans "$scratch/in/a.toml"
rm -f "$scratch"/in/*
printf '[[plan]]\nid = "A"\namount = "1.00 EUR"\n[[plan]]\nid = "B"\namount = "1.00 USD"\n' >"$scratch/two.toml"
attack "$scratch/old" "$scratch/in/bad.csv" plans "$scratch/two.toml" --to EUR --skip-bad "$scratch/in/bad.csv"
if command -v gnuplot >/dev/null; then
    rm -f "$scratch"/in/*
    attack "$scratch/old" "$scratch/in/a.svg" plans "$scratch/two.toml" --to EUR --rate '1 EUR = 2 USD' --svg "$scratch/in/a.svg"
    rm -f "$scratch"/in/*
    attack "$scratch/old" "$scratch/in/a.html" plans "$scratch/two.toml" --to EUR --rate '1 EUR = 2 USD' --html "$scratch/in/a.html"
    rm -f "$scratch"/in/*
    attack "$scratch/old" "$scratch/in/a.svg" rates $ecb --pair EUR/USD --plot "$scratch/in/a.svg"
fi
rm -f "$scratch"/in/*

# The last step of all, where it fails: what it says.
cp "$scratch/acc" "$scratch/in/acc"
"$at_step" "$scratch/count" 0 "$program" sum $ledger --state-in "$scratch/in/acc" --state-out "$scratch/in/acc" >/dev/null
cp "$scratch/acc" "$scratch/in/acc"
checks=$((checks + 1)) call='sum --state-in acc --state-out acc, where acc cannot be replaced' status=0
"$at_step" fail:1 $(($(cat "$scratch/count") - 1)) "$program" sum $ledger --state-in "$scratch/in/acc" --state-out "$scratch/in/acc" \
    >"$scratch/out" 2>"$scratch/err" || status=$?
[ "$status" = 2 ] && grep -q 'acc: did not change: .*: Operation not permitted; the result stands$' "$scratch/err" ||
    fail "should say that the result stands, and the state did not change"
grep -q '^Total' "$scratch/out" || fail "should have printed the result"
same "$scratch/in/acc" "$scratch/acc" && no_rest || fail "should leave the state as it was"
