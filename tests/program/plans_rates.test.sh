#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist plans`: rates that are missing, all at once; plans set aside for want of one; years beyond the last quote.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
plans=$scratch/plans.csv
shows_part() { grep -Fq -e "$1" "$scratch/out" || fail "should say: $1"; }

printf 'id,amount\nA,100 GBP\nB,100 JPY\nC,5 GBP\nD,7.00 EUR\n' >"$plans"
refuses 1 "2 rates are missing, for 3 plans: GBP to EUR on no day; JPY to EUR on no day" plans "$plans" --to EUR
succeeds plans "$plans" --to EUR --skip-bad "$scratch/aside.csv"
shows 'Total         7.00  exact        D' \
    "Set aside in $scratch/aside.csv, and in no total: 3 for want of a rate, 0 that could not be read"
shows_part 'no rate: no rate from GBP to EUR'
[ "$(sed -n 's/,.*//p' "$scratch/aside.csv" | tr '\n' ' ')" = 'plan A B C ' ] || fail "should list what was set aside"
succeeds plans "$plans" --to EUR --skip-bad "$scratch/aside.csv" --json
shows_part '"why":"no rate",'
shows '    {"from":"GBP","when":["on no day"]},' '    {"from":"JPY","when":["on no day"]}'
# All of them in JSON though the report is refused, and no total.
run plans "$plans" --to EUR --json
[ "$status" = 1 ] || fail "should be refused"
[ "$(cat "$scratch/out")" = '{
  "to": "EUR",
  "missing_rates": [
    {"from":"GBP","when":["on no day"]},
    {"from":"JPY","when":["on no day"]}
  ]
}' ] || fail "should print what is missing, and nothing else"
# No total is impossible because of what was left out.
succeeds plans "$plans" --to EUR --skip-bad "$scratch/aside.csv" --stated-total '500 EUR'
shows_part 'is not judged: the plans come to 7.00 EUR'
run plans "$plans" --to EUR --skip-bad "$scratch/aside.csv" --csv
grep -Fq 'without a rate, and in no sum: 3' "$scratch/err" || fail "should say what is in no sum"

# ---- beyond the last quote
printf 'id,amount,from,to\nA,300.00 EUR,2024,2026\n' >"$plans"
awk 'BEGIN { print "base,quote,day,rate"; for (m = 1; m <= 12; m++) for (d = 1; d <= 28; d++) printf "EUR,USD,2024-%02d-%02d,2\n", m, d
    for (d = 29; d <= 31; d++) printf "EUR,USD,2024-12-%d,2\n", d }' >"$scratch/rates.csv"
for at in average closing; do
    refuses 1 '2 rates are missing, for 1 plan: EUR to USD' plans "$plans" --to USD --rates "$scratch/rates.csv" --valuation $at
    succeeds plans "$plans" --to USD --rates "$scratch/rates.csv" --valuation "$at then last" --by year
    shows_part '2026   200.00  exact        A'
done
refuses 2 'then last' plans "$plans" --to USD --rates "$scratch/rates.csv" --valuation 'on:2024-01-02 then last'

# ---- a plan is of the unit that its currency's code named when it was announced, at whatever day it is valued
printf 'day,base,quote,rate\n2021-09-30,USD,VES,4181781.84\n' >"$scratch/rates.csv"
printf 'id,amount,announced,from,to\nA,4181781.84 VES,2021-09-30,2021,2021\nB,418.00 VES,2021-10-02,2021,2021\n' >"$plans"
for at in announcement on:2021-10-02 closing:unbounded; do
    succeeds plans "$plans" --to USD --rates "$scratch/rates.csv" --valuation $at
    shows 'Total         100.96  exact        A B'
done
succeeds plans "$plans" --to USD --rates "$scratch/rates.csv" --valuation on:2021-10-02 --json
shows_part '{"from":"VES until 2021-09-30","factor":"25/104544546"'
