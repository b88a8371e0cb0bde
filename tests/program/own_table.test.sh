#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/your-own-table.md: its files are made, its commands run, and print what it says.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
page=$PWD/docs/your-own-table.md
cd "$scratch" || exit 1
awk '/^```[a-z]+ [a-z.]+$/ { file = $2; next } /^```/ { file = "" } file != "" { print > file }' "$page"
[ -s bank.csv ] || fail "should have a file bank.csv"

# A command and, if one follows it, what it prints.
awk '/^```sh$/ { n++; part = "command" n; next } /^```text$/ { part = "output" n; next } /^```/ { part = "" }
     part != "" { print > part }' "$page"
number=1
while [ -f "command$number" ]; do
    eval "set -- $(sed 's/^cambist //' "command$number")"
    succeeds "$@"
    if [ -f "output$number" ]; then
        cmp -s "output$number" out || fail "should print:
$(cat "output$number")"
    fi
    cp out "printed$number"
    number=$((number + 1))
done
[ "$number" = 6 ] || fail "should have five commands"
cmp -s printed1 printed2 || fail "the options should do what the form does"

# What a form shows, and what is missing.
succeeds form bank.csv --form bank.toml
says 'form: bank.toml' 'bank.csv:5:2: amount = -184,90; currency = EUR; date = 02.01.2025;'
succeeds form rates.csv --form rates.toml
says 'rates.csv:3:1: date = 29 May 2024; quote = SEK; USD = 10.6271;' 'columns left out: Remarks (1)' 'complete, as rates'
succeeds form budget.csv --form budget.toml
says 'FY2026 = (150); Later = 300;' 'complete, as plans'
succeeds form bank.csv --header Buchungstag --delimiter ';' --end ''
says 'missing, for rows: date (--columns date=HEADING), amount (--columns amount=HEADING), currency'

# Totals are checked; the rest is read without the form's file.
sed 's/"3,850"/"3,860"/' budget.csv >wrong.csv
refuses 2 "wrong.csv:5:29: a total of '3,860', where its row" plans wrong.csv --form budget.toml --to USD
printf 'Project,Cost (EUR m),When\nBridge,1.5,2024/25\n' >small.csv
succeeds plans small.csv --columns 'project=Project,amount=Cost ({in}),period=When' --decimal . --fiscal 04 --to EUR --by fiscal-year:04
says '2024/25 1,500,000.00 [1.450 m, 1.550 m] small.csv/1'
printf 'Tag;EUR;USD\n2024-01-02;5;6\n' >wide.csv
succeeds form wide.csv --delimiter ';' --wide '{currency}' --columns date=Tag
says 'complete, as plans'
succeeds form
says 'boe Bank of England'

# Each way of not fitting says what would mend it.
refuses 2 "bank.csv:5:2: expected a day as '%Y-%m-%d' (date" sum bank.csv --form bank.toml --date %Y-%m-%d
sed 's/^decimal.*/decimal = "."/; s/^grouping.*//' bank.toml >point.toml
refuses 2 'say its marks (decimal = ' sum bank.csv --form point.toml
grep -v '^amount' bank.toml >without.toml
refuses 2 'columns.amount = ' sum bank.csv --form without.toml
printf 'date,currency,amount\n2025-01-02,EUR,25.000\n' >both.csv
refuses 2 'both.csv:2:16: expected a number; it could be thousands or a fraction: say decimal' sum both.csv --header date
succeeds sum both.csv --decimal .
says 'Total 25.00 EUR'
succeeds sum both.csv --decimal , --grouping .
says 'Total 25,000.00 EUR'
refuses 2 "delimeter" sum bank.csv --form "$(printf 'delimeter = ";"\n' >typo.toml; echo typo.toml)"
refuses 2 'no form is called "bok"; did you mean "bo' rates rates.csv --form bok
