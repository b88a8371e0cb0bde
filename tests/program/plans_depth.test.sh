#!/bin/sh
# SPDX-License-Identifier: MIT
# Plans in depth: two keys, valuations, statuses, what was planned on a day, differences, one cell's story.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
founding=examples/plans/european-cloud.toml

# ---- two keys: what is shown adds up both ways
succeeds plans $founding --to EUR --by holder,year --csv
awk -F, 'NR > 1 && $1 != "Total" && $2 != "Total" { rows[$1] += $3 * 100; columns[$2] += $3 * 100 }
    NR > 1 && $1 != "Total" && $2 == "Total" { if (rows[$1] != $3 * 100) bad = 1; checked++ }
    NR > 1 && $1 == "Total" && $2 != "Total" { if (columns[$2] != $3 * 100) bad = 1; checked++ }
    END { exit bad || checked < 20 }' "$scratch/out" || fail "should add up in both directions"
shows 'Total,Total,27881650000.00,EUR,27881650000,26735595000,29027705000,yes,no,F2 F9 F10 F4 F7'
succeeds plans $founding --to EUR --by holder,year --json
shows '  "columns": ['
refuses 2 'two different keys' plans $founding --to EUR --by year,year
prints "AWS,2026: 658,823,529.41 EUR
  exactly 11200000000/17 EUR in [10300000000/17, 12100000000/17]
  F2: 2 bn EUR x 0.1 = 200000000 EUR, 2026-01-01 to 2026-12-31  ($founding:22:1)
  F7: 7.8 bn EUR x 1/17 = 7800000000/17 EUR, 2026-01-01 to 2026-12-31; assumed: from
    ($founding:87:1)" \
    plans $founding --to EUR --by holder,year --cell AWS,2026
refuses 2 'a row, or a row and a column' plans $founding --to EUR --by holder,year --cell AWS,1999

# ---- by quarters, months and years that begin on another day
cat >"$scratch/even.csv" <<'END'
id,holder,amount,from,to
A,one,24.00 EUR,2024,2025
B,two,3.66 EUR,2024,2024
END
succeeds plans "$scratch/even.csv" --to EUR --by quarter --csv
shows '2024-Q1,3.91,EUR,783/200,783/200,783/200,no,no,A B' '2025-Q4,3.00,EUR,3,3,3,no,no,A'
succeeds plans "$scratch/even.csv" --to EUR --by month --csv
shows '2025-12,1.00,EUR,1,1,1,no,no,A'
succeeds plans "$scratch/even.csv" --to EUR --by holder,fiscal-year:07 --csv
shows 'holder,fiscal-year:07,amount,currency,exact,low,high,assumed,stand_in,plans' \
    'one,2024/25,12.00,EUR,12,12,12,no,no,A' 'Total,2023/24,7.83,EUR,783/100,783/100,783/100,no,no,A B'
succeeds plans "$scratch/even.csv" --to EUR --by fiscal-year:10:FY,fiscal-quarter:10:FY --csv
shows 'FY2024,FY2024-Q2,3.91,EUR,783/200,783/200,783/200,no,no,A B' 'FY2026,Total,3.00,EUR,3,3,3,no,no,A'
succeeds plans "$scratch/even.csv" --to EUR --by fiscal-year:04-06 --cell 2023/24
says 'A: 24.00 EUR x 19/144 = 19/6 EUR, 2024-01-01 to 2024-04-05'
refuses 2 "as 04 or 04-06, up to the 28th, found '13'" plans "$scratch/even.csv" --to EUR --by fiscal-year:13
refuses 2 'as 04 or 04-06' plans "$scratch/even.csv" --to EUR --by fiscal-year
refuses 2 'a key: year, quarter, month,' plans "$scratch/even.csv" --to EUR --by week
refuses 2 'two different keys' plans "$scratch/even.csv" --to EUR --by fiscal-year:04,fiscal-year:04-01

# A holder may be called as the last line is, and is then told from it by quotes.
printf '[[plan]]\nid = "A"\namount = "1.00 EUR"\nholder = "Total"\n[[plan]]\nid = "B"\namount = "2.00 EUR"\nholder = "one"\n' \
    >"$scratch/total.toml"
succeeds plans "$scratch/total.toml" --to EUR
shows '"Total"  1.00  exact        A' 'Total    3.00  exact        A B'
[ "$(grep -c '^---' "$scratch/out")" = 2 ] || fail "should have a line across below the head and above the sum"

# ---- valuations
cat >"$scratch/plans.toml" <<'END'
[[plan]]
id = "A"
amount = "1000.00 USD"
holder = "one"
from = 2023
to = 2024
announced = 2022-12-30

[[plan]]
id = "B"
amount = "500.00 USD"
holder = "two"
from = 2024
to = 2024
announced = "2023"
END
cat >"$scratch/rates.csv" <<'END'
day,base,quote,rate
2022-12-30,USD,EUR,0.90
2023-03-31,USD,EUR,0.91
2023-12-29,USD,EUR,0.93
2024-06-28,USD,EUR,0.95
2024-12-31,USD,EUR,0.97
END
with_rates="$scratch/plans.toml --to EUR --rates $scratch/rates.csv --csv"
# shellcheck disable=SC2086 # a file and its options, from here on
{
    succeeds plans $with_rates --valuation on:2024-12-31
    shows 'Total,1455.00,EUR,1455,1455,1455,no,no,A B'
    succeeds plans $with_rates --valuation announcement # A at 0.90, B at the average of 2023, 0.92
    shows 'one,900.00,EUR,900,900,900,no,no,A' 'two,460.00,EUR,460,460,460,no,no,B'
    succeeds plans $with_rates --valuation average --by year # 500 at 0.92; 500 and 500 at 0.96
    shows '2023,460.00,EUR,460,460,460,no,no,A' '2024,960.00,EUR,960,960,960,no,no,A B'
    succeeds plans $with_rates --valuation average # and A is named once
    shows 'one,940.00,EUR,940,940,940,no,no,A' 'Total,1420.00,EUR,1420,1420,1420,no,no,A B'
    succeeds plans $with_rates --valuation closing --by year
    shows '2023,465.00,EUR,465,465,465,no,no,A' '2024,970.00,EUR,970,970,970,no,no,A B'
    printf 'currency,period,index\nUSD,2023,100\nUSD,2024,110\n' >"$scratch/deflators.csv"
    succeeds plans $with_rates --valuation constant:2023 --deflators "$scratch/deflators.csv" --by year
    shows '2023,460.00,EUR,460,460,460,no,no,A' '2024,836.36,EUR,9200/11,9200/11,9200/11,no,no,A B' # 1000 / 1.1 x 0.92
    refuses 2 '--deflators' plans $with_rates --valuation constant:2023
    refuses 1 'no price index of USD for 2022' plans $with_rates --valuation constant:2022 --deflators "$scratch/deflators.csv"
    refuses 2 'constant:YEAR' plans $with_rates --valuation yearly
}
# ---- the rates are listed by pair and day, each once, and counted beyond twenty
printf 'day,base,quote,rate\n' >"$scratch/daily.csv"
: >"$scratch/daily.toml"
for day in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
    printf '2024-03-%s,EUR,USD,1.08%s\n2024-03-%s,EUR,GBP,0.85%s\n' $day $day $day $day >>"$scratch/daily.csv"
    for currency in GBP EUR; do
        printf '[[plan]]\nid = "%s%s"\namount = "100.00 %s"\nfrom = 2024\nto = 2024\nannounced = 2024-03-%s\n' \
            $currency $day $currency $day >>"$scratch/daily.toml"
    done
done
sed 's/id = "EUR25"/id = "late"/; s/announced = 2024-03-25/announced = 2024-03-28/' "$scratch/daily.toml" >"$scratch/later.toml"
daily="--to USD --rates $scratch/daily.csv --pivot EUR --valuation announcement"
# shellcheck disable=SC2086 # options
succeeds plans "$scratch/later.toml" $daily
grep -c '^  .*: 1 EUR = ' "$scratch/out" | grep -qx 20 || fail "should list twenty rates"
shows '  and 30 more; --all lists them'
sed -n 's/.*: 1 EUR = \(.*\), \(as quoted\|inverse\), of .*/\1/p' "$scratch/out" >"$scratch/listed"
# shellcheck disable=SC2086 # options
succeeds plans "$scratch/later.toml" $daily --all
grep -c '^  .*: 1 EUR = ' "$scratch/out" | grep -qx 50 || fail "should list all rates"
LC_ALL=C sort -u "$scratch/listed" | cmp -s - "$scratch/listed" || fail "should list by pair and day, each once"

refuses 1 'does not say when it was announced' plans $founding --to EUR --valuation announcement
refuses 1 'states no period' plans $founding --to EUR --valuation average

# ---- statuses, and what was planned on a day
succeeds plans $founding --to EUR --status in-execution
grep -q '^Total  *3,381,650,000.00' "$scratch/out" || fail "should count F2 and F10 alone"
grep -q 'F9 *left out' "$scratch/out" || fail "should say what is left out"
refuses 2 'rumoured, in-negotiation' plans $founding --to EUR --status built
succeeds plans $founding --to EUR --as-of 2022-01-01
grep -q 'F4 *not known then' "$scratch/out" || fail "should leave out what was announced later"
grep -q '^AWS  *2,500,000,000.00' "$scratch/out" || fail "should count what F4 superseded later"

# ---- a stated total, which the plans allow or not
succeeds plans $founding --to EUR --stated-total '27.5 bn EUR'
says 'The stated total, 27.5 bn EUR, is consistent: the plans come to [26.73 bn, 29.03 bn] EUR, the stated total to [27.45 bn, 27.55 bn] EUR; both allow [27.45 bn, 27.55 bn] EUR'
succeeds plans $founding --to EUR --stated-total 'more than 28 bn EUR'
grep -q 'both allow (28.00 bn, 29.03 bn\] EUR$' "$scratch/out" || fail "should take a limit as one"
succeeds plans $founding --to EUR --stated-total '30 bn USD' # at the rate of the file
says 'the stated total to [27.17 bn, 28.10 bn] EUR (1 USD = 0.9211 EUR, as quoted'
contradicted() {
    run plans $founding --to EUR "$@"
    [ "$status" = 1 ] || fail "should end with status 1"
    [ "$(cat "$scratch/err")" = 'cambist: the stated total of 25.6 bn EUR cannot be true; see the report' ] || fail "should say so in one line"
}
contradicted --stated-total '25.6 bn EUR'
says 'The stated total, 25.6 bn EUR, is INCONSISTENT: the plans come to [26.73 bn, 29.03 bn] EUR, the stated total to [25.55 bn, 25.65 bn] EUR; the plans exceed it by 1.085 bn EUR at least'
shows 'AWS        25,500,000,000.00  [24.90 bn, 26.10 bn]  F2 F4 F7*'
contradicted --stated-total '25.6 bn EUR' --json
grep -Fq '"consistent":false,"reconciled":null,"gap":"1085595000",' "$scratch/out" || fail "should be contradicted in JSON too"
contradicted --stated-total '25.6 bn EUR' --status announced --status in-execution --status completed
run plans $founding --to EUR --stated-total '23.4 bn EUR' --status announced
[ "$status" = 0 ] || fail "should count what the report counts" # 15.7 + 7.8
refuses 1 'no rate from GBP to EUR' plans $founding --to EUR --stated-total '20 bn GBP'
refuses 2 '--stated-total' plans $founding --to EUR --stated-total 'a lot'

# ---- several files, and differences
sed 's/"A"/"C"/; s/"B"/"D"/' "$scratch/plans.toml" >"$scratch/more.toml"
succeeds plans "$scratch/plans.toml" "$scratch/more.toml" --to USD
grep -q '^Total  *3,000.00' "$scratch/out" || fail "should add both files up"
succeeds plans "$scratch/plans.toml" "$scratch/more.toml" --to USD --by holder,year --csv
cut -d, -f1-8 "$scratch/out" >"$scratch/one"
succeeds plans "$scratch/more.toml" "$scratch/plans.toml" --to USD --by holder,year --csv
cut -d, -f1-8 "$scratch/out" | cmp -s - "$scratch/one" || fail "should be the same in any order of files"
refuses 1 'has the id of another' plans "$scratch/plans.toml" "$scratch/plans.toml" --to USD
sed 's/"500.00 USD"/"700.00 USD"/' "$scratch/plans.toml" >"$scratch/later.toml"
succeeds plans "$scratch/later.toml" --to USD --by year --compare "$scratch/plans.toml"
shows '2024   1,000.00  0.00       0.00   200.00     0.00   0.00  1,200.00'
succeeds plans "$scratch/later.toml" --to USD --by year --compare "$scratch/plans.toml" --json
grep -Fq '"revised":"200",' "$scratch/out" || fail "should have what was revised"
