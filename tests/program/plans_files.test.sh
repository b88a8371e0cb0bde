#!/bin/sh
# SPDX-License-Identifier: MIT
# Files of plans: written as TOML and CSV and back; IATI activities, by what each budget becomes.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
founding=examples/plans/european-cloud.toml

# ---- TOML to CSV to TOML to CSV
succeeds plans $founding --write "$scratch/a.csv"
succeeds plans "$scratch/a.csv" --write "$scratch/b.toml"
succeeds plans "$scratch/b.toml" --write "$scratch/c.csv"
succeeds plans "$scratch/c.csv" --write "$scratch/d.toml"
cmp -s "$scratch/a.csv" "$scratch/c.csv" || fail "CSV should come back as it was"
cmp -s "$scratch/b.toml" "$scratch/d.toml" || fail "TOML should come back as it was"
for key in holder year; do
    succeeds plans $founding --to USD --by $key --csv
    cp "$scratch/out" "$scratch/expected"
    succeeds plans "$scratch/c.csv" --to USD --by $key --csv
    cmp -s "$scratch/out" "$scratch/expected" || fail "should be the report of $founding"
done
cat >"$scratch/own.toml" <<'END_OF_FILE'
title = "Two ' \" = sorts"
pivots = ["CREDIT"]

[[currency]]
code = "CREDIT"
digits = 3

[[rate]]
quote = "100 CREDIT = 0.50 EUR"
day = 2024-05-29
source = "A bank, a \"good\" one"
published = 2024-06-01

[[plan]]
id = "a;b"
amount = "5 m CREDIT"
from = "2024-05"
to = "2025"
supersedes = ["c\\d"]
note = "=1+1\n\tand more"
END_OF_FILE
succeeds plans "$scratch/own.toml" --write "$scratch/own.csv"
succeeds plans "$scratch/own.csv" --write "$scratch/again.toml"
cmp -s "$scratch/own.toml" "$scratch/again.toml" || fail "should come back with all that stands beside the plans"
succeeds plans "$scratch/own.toml" $founding --write "$scratch/both.csv"
grep -q "^F8,context" "$scratch/both.csv" || fail "should hold the plans of both files"
refuses 2 'ending in .toml or .csv' plans $founding --write "$scratch/a.txt"
refuses 2 '--to excludes --write' plans $founding --write "$scratch/a.csv" --to EUR
refuses 2 '--to is required' plans $founding
refuses 2 'cannot be written' plans $founding --write "$scratch/none/a.csv"


# ---- a currency that is declared on the command line is known to every kind of file
printf 'id,amount\na,2.5 BTC\nb,150 GBX\n' >"$scratch/coins.csv"
printf 'id;value;unit\na;2.5;BTC\nb;150;GBX\n' >"$scratch/coins.txt"
printf '[[plan]]\nid = "a"\namount = "2.5 BTC"\n[[plan]]\nid = "b"\namount = "150 GBX"\n' >"$scratch/coins.toml"
for file in coins.csv coins.toml 'coins.txt --delimiter ; --columns id=id,amount=value,currency=unit'; do
    # shellcheck disable=SC2086 # the words are arguments
    succeeds plans "$scratch"/$file --currency 'BTC 8' --rate '1 BTC = 60 GBP' --to GBP --by currency --csv
    shows 'BTC,150.00,GBP,150,147,153,no,no,a' 'GBX,1.50,GBP,3/2,3/2,3/2,no,no,b'
    # shellcheck disable=SC2086
    run plans "$scratch"/$file --rate '1 EUR = 0.85 GBP' --to GBP
    [ "$status" = 2 ] && grep -q "'BTC'" "$scratch/err" || fail "should be refused"
done

# ---- IATI
cat >"$scratch/iati.xml" <<'END_OF_FILE'
<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03">
<iati-activity default-currency="USD">
<iati-identifier>XX-1</iati-identifier><reporting-org ref="XX"><narrative>A bank</narrative></reporting-org>
<activity-status code="2"/>
<budget type="1"><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value value-date="2009-03-02">376855000</value></budget>
<budget type="Revised"><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value value-date="2019-03-01">500000000</value></budget>
<budget><period-start iso-date="2021-04-01"/><period-end iso-date="2022-03-31"/><value currency="EUR" value-date="2021-04-01">365000</value></budget>
<budget><period-start iso-date="2023-07-01"/><period-end iso-date="2025-06-30"/><value value-date="2009-03-02">731000</value></budget>
<budget><period-start iso-date="2024-12-31"/><period-end iso-date="2024-01-01"/><value value-date="2024-01-01">5</value></budget>
</iati-activity>
</iati-activities>
END_OF_FILE
cat >"$scratch/rates.toml" <<'END_OF_FILE'
[[rate]]
quote = "1 EUR = 1.25 USD"
day = 2009-03-02

[[rate]]
quote = "1 EUR = 2 USD"
day = 2019-03-01
END_OF_FILE
# amounts EXPECTED ARGUMENT...: of the years and in all.
amounts() {
    expected=$1
    shift
    run plans "$@" --to EUR --by year --rates "$scratch/rates.toml" --csv
    [ "$status" = 0 ] || fail "should succeed"
    found=$(awk -F, 'NR > 1 { printf "%s%s %s", separator, $1, $2; separator = ", " }' "$scratch/out")
    [ "$found" = "$expected" ] || fail "should be $expected"
}
of_its_day='2019 250000000.00, 2021 275000.00, 2022 90000.00, 2023 147200.00, 2024 292800.00, 2025 144800.00, Total 250949800.00'
amounts "$of_its_day" "$scratch/iati.xml" --valuation announcement
grep -Fxq 'cambist: not read, and in no sum: 1; the report without --csv lists it' "$scratch/err" ||
    fail "should say that a plan is in no sum"
amounts '2019 250000000.00, 2021 275000.00, 2022 90000.00, 2023 92000.00, 2024 183000.00, 2025 90500.00, Total 250730500.00' \
    "$scratch/iati.xml" --on 2019-03-01
succeeds plans "$scratch/iati.xml" --write "$scratch/iati.csv"
says "Not read, and not in $scratch/iati.csv: XX-1/budget/5: period-end: a period from 2024-12-31 to 2024-01-01 ends before it begins ($scratch/iati.xml:10:46)"
amounts "$of_its_day" "$scratch/iati.csv" --valuation announcement
[ ! -s "$scratch/err" ] || fail "should say nothing on standard error"
succeeds plans examples/plans/schools.iati.xml --to EUR --by year,country --rates examples/rates/sample-ecb.csv \
    --valuation announcement
for words in '^2026  *219,000.00  *146,000.00  *365,000.00 ' '^2027  *108,600.00  *72,400.00  *181,000.00 ' \
    'XX-EXAMPLE-1/budget/1/2  superseded by XX-EXAMPLE-1/budget/2/2' 'budget/4: period-end: .* ends before it begins'; do
    grep -q "$words" "$scratch/out" || fail "should have $words"
done
refuses 2 "read the publisher's activity file" plans /dev/stdin --to EUR <<'END_OF_FILE'
<iati-organisations version="2.03"><iati-organisation/></iati-organisations>
END_OF_FILE
