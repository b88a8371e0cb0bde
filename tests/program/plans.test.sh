#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist plans`: the founding example by every key, and plans that other tools count wrong.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
cloud=examples/plans/european-cloud.toml

# ---- the founding example, as a person reads it
prints 'European cloud plans, as reported on 29 May 2024
In USD, by holder.

holder                   USD  as reported           plans
--------------------------------------------------------------------
AWS        27,684,290,522.20  [27.03 bn, 28.34 bn]  F2 F4 F7*
Alphabet    1,085,658,451.85  [542.8 m, 1.629 bn]   F9
Microsoft   1,500,000,000.00  [1.450 bn, 1.550 bn]  F10
--------------------------------------------------------------------
Total      30,269,948,974.05  [29.02 bn, 31.52 bn]  F2 F9 F10 F4 F7*

  * F7: assumed, since nobody stated it: from

In no total:
  F1  in negotiation           billions of EUR                          AWS, Italy, expansion
  F3  restates F2, consistent  2.2 bn USD                               AWS, Italy, region
  F5  superseded by F4         2.5 bn EUR       = 2,714,146,129.63 USD  AWS, Spain, Aragon
  F8  context                  270 bn USD                               cloud-infrastructure market

Rates, each taken as a point:
  EUR to USD: 1 USD = 0.9211 EUR, inverse, on any day; note of the report, 29 May 2024;
    examples/plans/european-cloud.toml:7:1' \
    plans $cloud --to USD

# ---- by every key, as a program reads it
prints 'holder,amount,currency,exact,low,high,assumed,stand_in,plans
AWS,25500000000.00,EUR,25500000000,24900000000,26100000000,yes,no,F2 F4 F7
Alphabet,1000000000.00,EUR,1000000000,500000000,1500000000,no,no,F9
Microsoft,1381650000.00,EUR,1381650000,1335595000,1427705000,no,no,F10
Total,27881650000.00,EUR,27881650000,26735595000,29027705000,yes,no,F2 F9 F10 F4 F7' plans $cloud --to EUR --csv
prints 'country,amount,currency,exact,low,high,assumed,stand_in,plans
Germany,7800000000.00,EUR,7800000000,7750000000,7850000000,yes,no,F7
Italy,4381650000.00,EUR,4381650000,3335595000,5427705000,no,no,F2 F9 F10
Spain,15700000000.00,EUR,15700000000,15650000000,15750000000,no,no,F4
Total,27881650000.00,EUR,27881650000,26735595000,29027705000,yes,no,F2 F9 F10 F4 F7' plans $cloud --to EUR --by country --csv
prints 'status,amount,currency,exact,low,high,assumed,stand_in,plans
announced,25512973618.50,USD,235000000000000/9211,234000000000000/9211,236000000000000/9211,yes,no,F4 F7
completed,1085658451.85,USD,10000000000000/9211,5000000000000/9211,15000000000000/9211,no,no,F9
in execution,3671316903.70,USD,33816500000000/9211,28355950000000/9211,39277050000000/9211,no,no,F2 F10
Total,30269948974.05,USD,278816500000000/9211,267355950000000/9211,290277050000000/9211,yes,no,F2 F9 F10 F4 F7' \
    plans $cloud --to USD --by status --csv
prints 'currency,amount,currency,exact,low,high,assumed,stand_in,plans
EUR,26500000000.00,EUR,26500000000,25400000000,27600000000,yes,no,F2 F9 F4 F7
USD,1381650000.00,EUR,1381650000,1335595000,1427705000,no,no,F10
Total,27881650000.00,EUR,27881650000,26735595000,29027705000,yes,no,F2 F9 F10 F4 F7' plans $cloud --to EUR --by currency --csv
succeeds plans $cloud --to EUR --by project --csv
shows '"Spain, Aragon",15700000000.00,EUR,15700000000,15650000000,15750000000,no,no,F4' \
    '"Italy, region",2000000000.00,EUR,2000000000,1500000000,2500000000,no,no,F2'

# By year: whole years, a start that is assumed, and what states no period in no year. What is shown adds up.
succeeds plans $cloud --to EUR --by year --csv
shows '2020,200000000.00,EUR,200000000,150000000,250000000,no,no,F2' \
    '2024,658823529.42,EUR,11200000000/17,10300000000/17,12100000000/17,yes,no,F2 F7' \
    '2040,458823529.41,EUR,7800000000/17,7750000000/17,7850000000/17,yes,no,F7' \
    '(no period),18081650000.00,EUR,18081650000,17485595000,18677705000,no,no,F9 F10 F4'
for to in EUR USD; do
    succeeds plans $cloud --to $to --by year --csv
    cents=$(awk -F, '/^[0-9(]/ { gsub(/\./, "", $2); sum += $2 } END { printf "%.0f\n", sum }' "$scratch/out")
    total=$(awk -F, '/^Total/ { gsub(/\./, "", $2); print $2 }' "$scratch/out")
    [ "$cents" = "$total" ] || fail "rows that sum to their total, not to $cents"
done

# ---- the rate as the interval that its digits leave open
prints 'country,amount,currency,exact,low,high,assumed,stand_in,plans
Germany,7800000000.00,EUR,7800000000,7750000000,7850000000,yes,no,F7
Italy,4381650000.00,EUR,4381650000,3335522500,5427782500,no,no,F2 F9 F10
Spain,15700000000.00,EUR,15700000000,15650000000,15750000000,no,no,F4
Total,27881650000.00,EUR,27881650000,26735522500,29027782500,yes,no,F2 F9 F10 F4 F7' \
    plans $cloud --to EUR --by country --csv --rate-interval
succeeds plans $cloud --to USD --rate-interval
shows 'Rates, each taken as its digits leave it open:'

# ---- what a total is made of
succeeds plans $cloud --to EUR --by year --explain
shows '2024: exactly 11200000000/17 EUR in [10300000000/17, 12100000000/17]' \
    '  F2: 2 bn EUR x 0.1 = 200000000 EUR, 2020-01-01 to 2020-12-31  (examples/plans/european-cloud.toml:22:1)' \
    '  F7: 7.8 bn EUR x 1/17 = 7800000000/17 EUR, 2024-01-01 to 2024-12-31; assumed: from' \
    '    (examples/plans/european-cloud.toml:87:1)'

# ---- JSON: each plan once, and its id in each number
has() {
    for part in "$@"; do
        grep -Fq -e "$part" "$scratch/out" || fail "should have: $part"
    done
}
succeeds plans $cloud --to USD --by year --json
shows '  "title": "European cloud plans, as reported on 29 May 2024",' '  "to": "USD",' '  "by": "year",' '  "also_reported": [],' \
    '  "missing_rates": [],'
[ "$(sed -n '/^  "unphased"/,/^  }/p' "$scratch/out")" = '  "unphased": {
    "currency": "USD",
    "exact": "180816500000000/9211",
    "rounded": "19630496145.91",
    "low": "174855950000000/9211",
    "high": "186777050000000/9211",
    "low_closed": true,
    "high_closed": true,
    "assumed": false,
    "stand_in": false,
    "plans": ["F9","F10","F4"]
  },' ] || fail "should have these unphased plans"
has '    {"key":"2020","currency":"USD",' '"plans":["F2","F7"]}' '{"plan":"F1","why":"in negotiation",' \
    '"superseded_by":["F4"],"restates":null,"consistent":null}' '"restates":"F2","consistent":true}'
[ "$(sed -n '/^  "receipts"/,/^  \]/p' "$scratch/out")" = '  "receipts": [
    {"from":"EUR","factor":"10000/9211","prices":null,"legs":[{"quote":"1 USD = 0.9211 EUR","direction":"inverse","basis":"market","requested":null,"effective":null,"age_days":0,"made_from":null,"source":"note of the report, 29 May 2024","file":"examples/plans/european-cloud.toml","line":7}]},
    {"from":"USD","factor":"1","prices":null,"legs":[]}
  ],' ] || fail "should have these receipts"
shows '    "F7": {"holder":"AWS","project":"Germany","country":"Germany","status":"announced","amount":{"currency":"EUR","exact":"7800000000","rounded":"7800000000.00","low":"7750000000","high":"7850000000","low_closed":true,"high_closed":true,"text":"7.8 bn EUR"},"assumed":["from"],"file":"examples/plans/european-cloud.toml","line":87,"confirmed":true},'
[ "$(grep -c '^    "F[0-9]*": ' "$scratch/out")" = 9 ] || fail "should have each plan once"
! grep -Fq '"parts"' "$scratch/out" || fail "should tell no story unasked"
succeeds plans $cloud --to USD --by year --json --explain
has '"plans":["F2","F7"],"parts":[{"plan":"F2","share":"1/10","exact":"2000000000000/9211","receipt":0,"from":"2024-01-01","to":"2024-12-31"},{"plan":"F7","share":"1/17","exact":"78000000000000/156587","receipt":0,"from":"2024-01-01","to":"2024-12-31"}]}'

# By two keys the cells have the ids, leave out what is usual, and are null where there is none.
succeeds plans $cloud --to USD --by holder,year --json
has '{"exact":"112000000000000/156587","rounded":"715257332.99","low":"103000000000000/156587","high":"121000000000000/156587","assumed":true,"plans":["F2","F7"]}' \
    'null,null,{"exact":"1500000000","rounded":"1500000000.00","low":"1450000000","high":"1550000000","plans":["F10"]}]}' \
    '    {"key":null,"currency":"USD",'
printf 'id,amount,holder\nP,1.50 EUR,A\nQ,more than 2 EUR,A\n' >"$scratch/two.csv"
succeeds plans "$scratch/two.csv" --to EUR --by holder,currency --json
has '"cells":[{"exact":"7/2","rounded":"3.50","high":null,"low_closed":false,"high_closed":false,"stand_in":true,"plans":["P","Q"]}]}'

# ---- its size: of a thousand plans, by one key and by two
awk 'BEGIN { print "id,amount,holder,project,from,to"
    for (i = 1; i <= 1000; i++) printf "P%d,%d.%02d %s,holder %d,project %d,%d,%d\n", i, i * 977, i % 100, i % 2 ? "USD" : "EUR", i % 50, i, 2000 + i % 9, 2010 + i % 11 }' >"$scratch/thousand.csv"
succeeds plans "$scratch/thousand.csv" --to EUR --rate '1 USD = 0.9211 EUR' --json
one=$(wc -c <"$scratch/out")
[ "$one" -lt 500000 ] || fail "should have fewer than 500 bytes a plan, not $one in all"
succeeds plans "$scratch/thousand.csv" --to EUR --rate '1 USD = 0.9211 EUR' --by holder,year --json
two=$(wc -c <"$scratch/out")
cells=$(grep -o '"P[0-9]*"[],]' "$scratch/out" | wc -l)
[ "$cells" -gt 10000 ] || fail "should name each plan in each of its cells"
[ $((two - one)) -lt $((60 * cells)) ] || fail "should have 60 bytes a plan and cell at most, not $((two - one)) for $cells"

# ---- from standard input, at dated rates
plan_file() {
    printf '[[plan]]\nid = "P"\namount = "%s"\n' "$1"
    shift
    for line in "$@"; do printf '%s\n' "$line"; done
}
plan_file '1000.00 USD' 'holder = "ACME"' >"$scratch/dated.toml"
prints 'holder,amount,currency,exact,low,high,assumed,stand_in,plans
ACME,784.10,GBP,8513000/10857,8513000/10857,8513000/10857,no,no,P
Total,784.10,GBP,8513000/10857,8513000/10857,8513000/10857,no,no,P' \
    plans - --to GBP --rates examples/rates/sample-ecb.csv --on 2024-05-29 --csv <"$scratch/dated.toml"
refuses 1 '(--on)' plans "$scratch/dated.toml" --to GBP --rates examples/rates/sample-ecb.csv
refuses 1 "$scratch/dated.toml:1:1: no rate from USD to GBP" plans "$scratch/dated.toml" --to GBP

# ---- plans that others count wrong: PLAN's years by actual days
by_year() {
    succeeds plans "$scratch/plan.toml" --to EUR --by year --csv
    shows "$@"
}
plan_file '365000.00 EUR' 'from = 2021-04-01' 'to = 2022-03-31' 'phasing = "actual days"' >"$scratch/plan.toml"
by_year '2021,275000.00,EUR,275000,275000,275000,no,no,P' '2022,90000.00,EUR,90000,90000,90000,no,no,P'
plan_file '730000.00 EUR' 'from = 2021-07-01' 'to = 2023-06-30' >"$scratch/plan.toml"
by_year '2021,184000.00,EUR,184000,184000,184000,no,no,P' '2022,365000.00,EUR,365000,365000,365000,no,no,P' \
    '2023,181000.00,EUR,181000,181000,181000,no,no,P'
plan_file '2 bn EUR' 'from = 2020' 'to = 2029' 'phasing = "actual days"' >"$scratch/plan.toml"
by_year '2020,200383246.64,EUR,732000000000/3653,549000000000/3653,915000000000/3653,no,no,P' \
    '2021,199835751.44,EUR,730000000000/3653,547500000000/3653,912500000000/3653,no,no,P'
plan_file '500.00 EUR' 'instalments = [{ on = 2024, amount = "200.00 EUR" }, { on = "2025-06", amount = "300.00 EUR" }]' >"$scratch/plan.toml"
by_year '2024,200.00,EUR,200,200,200,no,no,P' '2025,300.00,EUR,300,300,300,no,no,P'
plan_file '100.00 EUR' >"$scratch/plan.toml"
by_year '(no period),100.00,EUR,100,100,100,no,no,P'

# An original and its revision are not both counted; a restatement that cannot be right says so.
{
    plan_file '376855000.00 EUR'
    plan_file '500000000.00 EUR' 'supersedes = "P"' | sed 's/id = "P"/id = "Q"/'
    plan_file '700 m USD' 'restates = "Q"' | sed 's/id = "P"/id = "R"/'
} >"$scratch/plan.toml"
succeeds plans "$scratch/plan.toml" --to EUR --rate '1 USD = 0.9211 EUR'
grep -q '^Total  *500,000,000.00 ' "$scratch/out" || fail "should count the revision alone"
grep -q '^  P  superseded by Q' "$scratch/out" || fail "should name the original"
grep -q '^  R  restates Q, INCONSISTENT' "$scratch/out" || fail "should say that R does not agree with Q"

# An amount also reported otherwise is checked, not added.
plan_file '2 bn EUR' 'also = "2.2 bn USD"' >"$scratch/plan.toml"
succeeds plans "$scratch/plan.toml" --to EUR --rate '1 USD = 0.9211 EUR'
shows 'P is also reported as 2.2 bn USD: consistent; both allow [1.980 bn, 2.073 bn] EUR'
plan_file '2 bn EUR' 'also = "4 bn USD"' >"$scratch/plan.toml"
succeeds plans "$scratch/plan.toml" --to EUR --rate '1 USD = 0.9211 EUR'
shows 'P is also reported as 4 bn USD: INCONSISTENT'

# A name that a spreadsheet would take for a formula is kept a text.
plan_file '1.00 EUR' 'holder = "=1+1"' >"$scratch/plan.toml"
succeeds plans "$scratch/plan.toml" --to EUR --csv
shows "'=1+1,1.00,EUR,1,1,1,no,no,P"

# Of very many plans it is said how many.
{
    echo 'id,amount,holder'
    seq 101 | sed 's/.*/P&,1.00 EUR,&/'
} >"$scratch/many.csv"
succeeds plans "$scratch/many.csv" --to EUR
shows 'Total   101.00  exact        101 plans' '101       1.00  exact        P101'

# ---- refused: the file, by line
number=0
while IFS='|' read -r status words text; do
    number=$((number + 1))
    # shellcheck disable=SC2059 # the text has its ends of lines as \n
    printf "$text" >"$scratch/bad$number.toml"
    refuses "$status" "$words" plans "$scratch/bad$number.toml" --to EUR --by year
    grep -q "bad$number.toml:[0-9]*:[0-9]*: " "$scratch/err" || fail "should name the file and the line"
done <<'END'
2|bad1.toml:3:|[[plan]]\nid = "P"\namount = 15.7\n
2|bad2.toml:3:|[[plan]]\nid = "P"\namount = "15,7 bn EUR"\n
2|bad3.toml:4:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nholdre = "ACME"\n
2|bad4.toml:1:|[[plan]]\namount = "1 bn EUR"\n
2|bad5.toml:1:|[[plan]]\nid = "P"\n
2|bad6.toml:3:|[[plan]]\nid = "P"\namount = "1 bn EUR\n
2|bad7.toml:4:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nfrom = "2024-13"\n
2|bad8.toml:4:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nstatus = "done"\n
2|bad9.toml:2:|[[rate]]\nquote = "1 USD = 0 EUR"\n
1|bad10.toml:1:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nsupersedes = "Q"\n
1|bad11.toml:1:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nsupersedes = "Q"\n[[plan]]\nid = "Q"\namount = "1 bn EUR"\nsupersedes = "P"\n
1|bad12.toml:4:|[[plan]]\nid = "P"\namount = "1 bn EUR"\n[[plan]]\nid = "P"\namount = "2 bn EUR"\n
1|bad13.toml:7:|[[plan]]\nid = "P"\nproject = "X"\namount = "1 bn EUR"\nfrom = 2024\nto = 2025\n[[plan]]\nid = "Q"\nproject = "X"\namount = "2 bn EUR"\nfrom = 2024\nto = 2025\n
1|bad14.toml:5:6:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nfrom = 2025\nto = 2024\n
1|bad15.toml:1:|[[plan]]\nid = "P"\namount = "500.00 EUR"\ninstalments = [{ on = 2024, amount = "200.00 EUR" }]\n
1|bad16.toml:1:|[[plan]]\nid = "P"\namount = "1 bn EUR"\nfrom = "2024-02"\nto = 2025\nphasing = "whole years"\n
END
refuses 2 'nowhere.toml: cannot be read' plans nowhere.toml --to EUR
