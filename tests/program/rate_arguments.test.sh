#!/bin/sh
# SPDX-License-Identifier: MIT
# What is said about rates means the same to every command, and is checked by each, whether it comes to need it or not.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
cat >"$scratch/rates.csv" <<'END'
day,base,quote,rate,published
2024-05-28,EUR,USD,1.10,2024-05-28
2024-05-28,EUR,USD,1.25,2024-06-10
2024-05-28,EUR,GBP,0.80,
2024-06-10,EUR,JPY,170,
END
printf 'date,currency,amount\n2024-05-28,USD,11\n' >"$scratch/rows.csv"
printf 'The company spent 11 US dollars.\n' >"$scratch/text.txt"
printf '[[plan]]\nid = "A"\namount = "11 USD"\n' >"$scratch/plans.toml"
rates="--rates $scratch/rates.csv"
day='--on 2024-05-28'

# each_command OPTION VALUE WORDS: every command refuses it.
each_command() {
    for call in 'convert 1 EUR EUR' "plans $scratch/plans.toml --to USD" "plans $scratch/plans.toml --write $scratch/never.toml" \
        "rates $scratch/rates.csv" "sum $scratch/rows.csv" "read $scratch/text.txt"; do
        [ "$call $1" != "sum $scratch/rows.csv --on" ] || continue # each row has its day
        # shellcheck disable=SC2086 # words
        refuses 2 "$3" $call "$1" "$2"
    done
}
each_command --known-on nonsense '--known-on:1:1: expected a date'
each_command --known-on 2024-02-30 '--known-on:1:1: expected a date of the calendar'
each_command --known-on '' '--known-on'
each_command --on nonsense '--on:1:1: expected a date'
each_command --lookup nonsense '--lookup:1:1: expected'
[ ! -e "$scratch/never.toml" ] || fail "should write nothing"
for each in 'convert 1 EUR EUR' "plans $scratch/plans.toml --to USD" "sum $scratch/rows.csv" "read $scratch/text.txt"; do
    # shellcheck disable=SC2086 # words
    refuses 2 '--rate:1:' $each --rate nonsense
    # shellcheck disable=SC2086 # words
    refuses 2 '--sign:1:1: expected a sign and its code' $each --sign nonsense
    # shellcheck disable=SC2086 # words
    refuses 2 "--pivot: 'nonsense'" $each --pivot nonsense
    # shellcheck disable=SC2086 # words
    refuses 2 'none.csv: cannot be read' $each --rates "$scratch/none.csv"
done

# ---- what was known on a day, to each command
known='--known-on 2024-05-29'
# shellcheck disable=SC2086 # words
{
    prints '10.00 EUR' convert 11.00 USD EUR $rates $day $known
    prints '8.80 EUR' convert 11.00 USD EUR $rates $day
    succeeds sum "$scratch/rows.csv" --to EUR $rates $known
    shows 'Total   10.00  EUR     1'
    succeeds plans "$scratch/plans.toml" --to EUR $rates $day $known --csv
    grep -q '10.00' "$scratch/out" || fail "should convert by what was known"
    succeeds read "$scratch/text.txt" --to EUR $rates $day $known
    grep -q '11 US dollars .* \[9.54545, 10.4546\] EUR$' "$scratch/out" || fail "should convert by what was known"
    succeeds read "$scratch/text.txt" --to EUR $rates $day
    grep -q '11 US dollars .* \[8.4, 9.2\] EUR$' "$scratch/out" || fail "should convert by what is known"
    refuses 1 'no rate' convert 11 USD EUR $rates $day --known-on 2024-05-27
}
succeeds rates "$scratch/rates.csv"
shows '4 quotes, 4 currencies'
succeeds rates "$scratch/rates.csv" --known-on 2024-05-29
shows '2 quotes, 3 currencies'
grep -q 'EUR/JPY' "$scratch/out" && fail "should list what was known alone"
succeeds rates "$scratch/rates.csv" --known-on 2024-05-29 --check --json
shows '  "quotes": 2,'
