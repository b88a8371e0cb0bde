#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist sum`: totals, states, threads, bad rows, interrupts, and the places of what is refused.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
ledger=examples/rows/ledger.csv
ecb=examples/rates/sample-ecb.csv

# Worked by hand from the rates of each day.
prints '         amount       rows
--------------------------
Total  5,141.66  EUR     9' sum $ledger --to EUR --rates $ecb
prints 'office     amount       rows
----------------------------
Boston   1,050.87  EUR     3
Jakarta    538.50  EUR     1
Leeds    2,508.81  EUR     2
Lyon       310.51  EUR     2
Osaka      732.97  EUR     1
----------------------------
Total    5,141.66  EUR     9' sum $ledger --to EUR --rates $ecb --by office
prints 'currency        amount       rows
---------------------------------
EUR             310.51  EUR     2
GBP           2,135.09  GBP     2
IDR       9,500,000.00  IDR     1
JPY            125,000  JPY     1
USD           1,138.88  USD     3
---------------------------------
Total           310.51  EUR     2
Total         2,135.09  GBP     2
Total     9,500,000.00  IDR     1
Total          125,000  JPY     1
Total         1,138.88  USD     3' sum $ledger --by currency

# ---- to the smallest coin, or to a step: rows sum to their total, each currency has its own coin
printf 'date,currency,amount\n2024-01-01,CHF,1.02\n2025-01-01,CHF,1.02\n2025-01-02,CHF,1.03\n' >"$scratch/cash.csv"
succeeds sum "$scratch/cash.csv" --round cash
shows 'Total    3.05  CHF     3'
succeeds sum "$scratch/cash.csv" --to CHF --by year --round cash
shows '2024     1.00  CHF     1' '2025     2.05  CHF     2' 'Total    3.05  CHF     3'
succeeds sum "$scratch/cash.csv" --to CHF --by year --round 0.5 --mode up --exact --json
shows '      "rounded": "3.5",' '      "exact": "307/100",'
refuses 1 'no rule is known for cash in EUR' sum $ledger --round cash
refuses 2 --round sum "$scratch/cash.csv" --round none
refuses 2 --round sum "$scratch/cash.csv" --round coin

# ---- rows that are rounded sum to their total: three thirds of a euro
cat >"$scratch/thirds.csv" <<'END'
note,amount,currency,date
"one, of three",1.00,GBP,2022-01-01
two,1.0,GBP,2023-01-01
"three
in two lines",1,GBP,2024-01-01
END
prints 'year   amount       rows
------------------------
2022     0.34  EUR     1
2023     0.33  EUR     1
2024     0.33  EUR     1
------------------------
Total    1.00  EUR     3' sum "$scratch/thirds.csv" --to EUR --rate '1 EUR = 3 GBP' --by year
prints '{
  "to": "EUR",
  "by": "note",
  "then": null,
  "rows": [
    {
      "key": "one, of three",
      "then": null,
      "currency": "EUR",
      "exact": "1/3",
      "rounded": "0.3334",
      "count": 1
    },
    {
      "key": "three\nin two lines",
      "then": null,
      "currency": "EUR",
      "exact": "1/3",
      "rounded": "0.3333",
      "count": 1
    },
    {
      "key": "two",
      "then": null,
      "currency": "EUR",
      "exact": "1/3",
      "rounded": "0.3333",
      "count": 1
    }
  ],
  "totals": [
    {
      "currency": "EUR",
      "exact": "1",
      "rounded": "1.0000",
      "count": 3
    }
  ],
  "count": 3,
  "not_in_use": {
    "count": 0,
    "first": null
  },
  "left_out": {
    "rows": {},
    "columns": {}
  },
  "set_aside": {
    "count": 0,
    "first": null
  }
}' sum "$scratch/thirds.csv" --to EUR --rate '1 EUR = 3 GBP' --by note --json --exact --round 4

# ---- amounts: what they are counted in, and how large they may be
rows() {
    printf 'date,currency,amount\n' >"$scratch/rows.csv"
    for row in "$@"; do printf '%s\n' "$row" >>"$scratch/rows.csv"; done
}
rows '2024-05-29,EUR,92233720368547758.07' '2024-05-29,EUR,92233720368547758.07' '2024-05-29,EUR,-0.0000001' ' 2024-05-29 , EUR , 1e3 '
succeeds sum "$scratch/rows.csv" --json --exact
shows '      "exact": "1844674407370965161399999/10000000",' '      "rounded": "184467440737096516.14",'
rows '2024-05-29,XAU,0.000001' '2024-05-29,XAU,1.500'
succeeds sum "$scratch/rows.csv"
shows 'Total  1.500001  XAU     2'

# ---- one code, two units: apart, unless they are carried over
rows '2021-09-30,VES,2000000' '2019-01-01,VES,3000000' '2021-10-01,VES,7'
prints '             amount                        rows
-----------------------------------------------
Total          7.00  VES                      1
Total  5,000,000.00  VES until 2021-09-30     2' sum "$scratch/rows.csv"
prints '       amount       rows
------------------------
Total   12.00  VES     3' sum "$scratch/rows.csv" --redenominate
succeeds sum "$scratch/rows.csv" --by currency --redenominate --json
shows '      "rounded": "12.00",' '      "key": "VES",'
succeeds sum "$scratch/rows.csv" --by currency --json
shows '      "currency": "VES until 2021-09-30",'
printf 'day,base,quote,rate\n2021-09-30,USD,VES,4181781.84\n' >"$scratch/ves.csv"
prints '99.96 USD' convert '418.00 VES' USD --rates "$scratch/ves.csv" --on 2021-10-02
prints '0.00 USD' convert '418.00 VES' USD --rates "$scratch/ves.csv" --on 2021-09-30

# ---- amounts dated outside their currency's use are counted, even where nothing is converted
rows '2015-01-01,BYN,5' '2015-01-02,BYN,5' '2016-07-01,BYN,5' '2024-01-01,ADP,7' '2024-01-01,DEM,7' '2024-01-01,EUR,7'
succeeds sum "$scratch/rows.csv"
shows "Rows dated outside their currency's use: 3. The first: 7 ADP on 2024-01-01, after its last day of use"
succeeds sum "$scratch/rows.csv" --json
grep -A 2 '"not_in_use"' "$scratch/out" | grep -q '"count": 3,' || fail "should count them"
rows '2016-07-01,BYN,5'
succeeds sum "$scratch/rows.csv"
grep -q outside "$scratch/out" && fail "should say nothing of days within"

# ---- the same bytes: by threads, in parts, from states
number=0
{
    echo 'date,currency,amount,id'
    while [ $number -lt 60000 ]; do
        number=$((number + 1))
        echo "20$((10 + number % 15))-0$((1 + number % 9))-1$((number % 10)),USD,$((number * 7919 % 100003)).$((10 + number % 90)),\"a ,
$((number % 50))\""
    done
} >"$scratch/many.csv"
succeeds sum "$scratch/many.csv" --by id --state-out "$scratch/one.state"
cp "$scratch/out" "$scratch/one"
for threads in 2 3 8; do
    succeeds sum "$scratch/many.csv" --by id --threads $threads --state-out "$scratch/several.state"
    cmp -s "$scratch/one.state" "$scratch/several.state" || fail "should write the bytes of one thread"
    cmp -s "$scratch/out" "$scratch/one" || fail "should print what one thread prints"
done
cat "$scratch/many.csv" | (run sum - --by id && cmp "$scratch/out" "$scratch/one") || fail "should read a pipe alike"
{
    head -n 1 "$scratch/many.csv"
    sed -n '2,40001p' "$scratch/many.csv"
} >"$scratch/first.csv"
{
    head -n 1 "$scratch/many.csv"
    sed -n '40002,$p' "$scratch/many.csv"
} >"$scratch/second.csv"
succeeds sum "$scratch/second.csv" --by id --state-out "$scratch/second.state"
succeeds sum "$scratch/first.csv" --by id --state-in "$scratch/second.state" --state-out "$scratch/both.state"
cmp -s "$scratch/one.state" "$scratch/both.state" || fail "should come to the same bytes in two parts"
succeeds sum "$scratch/first.csv" "$scratch/second.csv" --by id
cmp -s "$scratch/out" "$scratch/one" || fail "should print the same from two files"
succeeds sum --state-in "$scratch/one.state" --by id
cmp -s "$scratch/out" "$scratch/one" || fail "should print the same from a state"

# ---- bad rows
refused_row() {
    words=$1
    shift
    rows '2024-05-29,EUR,1.00' "$@"
    for threads in 1 2; do refuses 2 "$words" sum "$scratch/rows.csv" --threads $threads; done
}
refused_row "rows.csv:3:1: expected a date of the calendar" '2024-02-30,EUR,1'
refused_row "rows.csv:3:1: expected a date as" '20240529,EUR,1'
refused_row "rows.csv:3:12: 'eur' is no ISO 4217" '2024-05-29,eur,1'
refused_row "rows.csv:3:12: 'ABCDEFGHIJ' is no ISO 4217" '2024-05-29,ABCDEFGHIJ,1'
refused_row 'rows.csv:3:17: expected' '2024-05-29,EUR,1x'
refused_row 'rows.csv:3:16: expected a digit' '2024-05-29,EUR,'
refused_row 'rows.csv:3:17: expected' '2024-05-29,EUR,"x"'
refused_row 'rows.csv:3:16: an amount that does not fit' '2024-05-29,EUR,92233720368547758.08'
refused_row 'rows.csv:3:16: an amount that does not fit' '2024-05-29,EUR,0.0000000000000000001'
refused_row 'rows.csv:3:18: a row of 4 fields, where the header has 3' '2024-05-29,EUR,1,5'
refused_row 'rows.csv:3:15: a row of 2 fields' '2024-05-29,EUR'
refused_row 'rows.csv:3:1: a blank line' ''
refused_row 'rows.csv:3:16: a quote that is never closed' '2024-05-29,EUR,"1'
refused_row 'rows.csv:3:17: a quote inside a field' '2024-05-29,EUR,1"'
refuses 2 "no column is named 'date'" sum $ecb
refuses 2 "no column is named 'Office'" sum $ledger --by Office
printf 'date,currency,amount,amount\n' >"$scratch/twice.csv"
refuses 2 "twice.csv:1:22: a second column named 'amount'" sum "$scratch/twice.csv"
: >"$scratch/empty.csv"
refuses 2 'empty.csv:1:1: an empty file' sum "$scratch/empty.csv"
refuses 2 'none.csv: cannot be read' sum "$scratch/none.csv"
refuses 2 'nothing to sum' sum
refuses 2 '--threads' sum $ledger --threads 0
refuses 2 '--mode' sum $ledger --mode bankers
refuses 2 '--to:' sum $ledger --to EU
refuses 2 'ledger.csv' sum $ledger --state-in $ledger
refuses 2 'not the state of a tally' sum $ledger --state-in $ledger
refuses 2 'cannot be written' sum $ledger --state-out "$scratch/none/a.state"
refuses 1 'XAU has no minor unit' sum $ledger --to XAU --rate '1 XAU = 1 EUR'
rows '2024-05-29,EUR,1' '2024-05-30,USD,1' '2024-05-31,USD,2.5'
refuses 1 'no rate to EUR for 2 rows, 2 pairs of currency and day: 1 USD on 2024-05-30 (1 row), 2.5 USD on 2024-05-31 (1 row)' \
    sum "$scratch/rows.csv" --to EUR

# A line is counted through quoted line breaks and blocks: the bad row is far down.
printf '2024-13-01,USD,1,x\n' >>"$scratch/many.csv"
for threads in 1 4; do
    refuses 2 'many.csv:120002:1: expected a date' sum "$scratch/many.csv" --threads $threads --state-out "$scratch/never.state"
    [ ! -e "$scratch/never.state" ] && no_rest || fail "should leave no state behind"
done

# ---- bad rows set aside, as they were written
rows '2024-05-29,EUR,1.00' 'yesterday,EUR,1.00' '2024-05-29,EUR,"2,00"' '2024-05-29,EUR,3.00' ''
for threads in 1 2; do
    rm -f "$scratch/bad.csv"
    run sum "$scratch/rows.csv" --skip-bad "$scratch/bad.csv" --threads $threads
    [ "$status" = 0 ] || fail "should succeed"
    shows 'Total    4.00  EUR     2' \
        "Bad rows, set aside in $scratch/bad.csv: 3. The first: $scratch/rows.csv:3:1: expected a date as 2024-05-29, found 'yesterday'"
    printf 'date,currency,amount\nyesterday,EUR,1.00\n2024-05-29,EUR,"2,00"\n\n' | cmp -s - "$scratch/bad.csv" ||
        fail "should set aside the rows under their header"
done
succeeds sum "$scratch/rows.csv" --skip-bad "$scratch/bad.csv" --json
shows '    "count": 3,'
rows '2024-05-29,EUR,1.00' '2024-05-29,EUR,"1'
refuses 2 'a quote that is never closed' sum "$scratch/rows.csv" --skip-bad "$scratch/never.csv"
[ ! -e "$scratch/never.csv" ] && no_rest || fail "should leave no file of bad rows behind"

# ---- an interrupt: nothing is written, and one line says so
mkfifo "$scratch/pipe"
call='cambist sum, interrupted'
checks=$((checks + 1))
# A shell starts what runs in the background with interrupts ignored; env gives them back.
env --default-signal=INT "$program" sum "$scratch/pipe" --state-out "$scratch/never.state" >"$scratch/out" 2>"$scratch/err" &
running=$!
exec 3>"$scratch/pipe"
printf 'date,currency,amount\n2024-05-29,EUR,1\n' >&3
sleep 0.3
kill -INT $running
status=0
wait $running || status=$?
exec 3>&-
[ "$status" = 130 ] || fail "should end with status 130"
[ "$(cat "$scratch/err")" = 'cambist: interrupted; no file was changed' ] || fail "should say so in one line"
[ ! -s "$scratch/out" ] && [ ! -e "$scratch/never.state" ] && no_rest ||
    fail "should write nothing"

# ---- by month, quarter, a fiscal year, two keys; a column that is called as a key
cat >"$scratch/keys.csv" <<'END'
date,currency,amount,month,office
2024-05-28,USD,100,a,Leeds
2024-05-29,USD,100,b,Lyon
2024-07-03,USD,100,a,Leeds
2024-07-04,EUR,7,b,Leeds
END
cat >"$scratch/keys-rates.csv" <<'END'
day,base,quote,rate
2024-04-30,EUR,USD,1.25
2024-05-28,EUR,USD,1.5
2024-05-29,EUR,USD,1.5
2024-05-31,EUR,USD,2
2024-06-28,EUR,USD,3
2024-07-31,EUR,USD,4
END
keys="$scratch/keys.csv"
prints 'month    amount       rows
--------------------------
2024-05  200.00  USD     2
2024-07    7.00  EUR     1
2024-07  100.00  USD     1
--------------------------
Total      7.00  EUR     1
Total    300.00  USD     3' sum "$keys" --by month
succeeds sum "$keys" --by quarter
shows '2024-Q2  200.00  USD     2'
succeeds sum "$keys" --by fiscal-year:07
shows 'fiscal-year:07  amount       rows' '2023/24         200.00  USD     2' '2024/25           7.00  EUR     1'
prints 'office  month    amount       rows
----------------------------------
Leeds   2024-05  100.00  USD     1
Leeds   2024-07    7.00  EUR     1
Leeds   2024-07  100.00  USD     1
Lyon    2024-05  100.00  USD     1
----------------------------------
Total              7.00  EUR     1
Total            300.00  USD     3' sum "$keys" --by office,month
succeeds sum "$keys" --by column:month
shows 'month  amount       rows' 'a      200.00  USD     2'
succeeds sum "$keys" --by year,column:month --json
shows '  "by": "year",' '  "then": "month",' '      "then": "a",'
refuses 2 'at most one column beside "office"' sum "$keys" --by office,town
refuses 2 '04 or 04-06' sum "$keys" --by fiscal-year

# ---- exact totals as CSV
prints 'office,month,amount,currency,exact,rows
Leeds,2024-05,33.34,EUR,100/3,1
Leeds,2024-07,40.33,EUR,121/3,2
Lyon,2024-05,33.33,EUR,100/3,1
Total,Total,107.00,EUR,107,4' sum "$keys" --by office,month --csv --to EUR --rate '1 EUR = 3 USD'
prints 'amount,currency,exact,rows
7.00,EUR,7,1
300.00,USD,300,3' sum "$keys" --csv
# What has no place in a table of sums is said beside it.
printf 'date,currency,amount\n2015-01-01,BYN,5\n2024-05-29,EUR,x\n' >"$scratch/aside.csv"
run sum "$scratch/aside.csv" --csv --skip-bad "$scratch/bad.csv"
[ "$status" = 0 ] || fail "should succeed"
for words in "cambist: Rows dated outside their currency's use: 1. The first: 5 BYN on 2015-01-01" \
    "cambist: Bad rows, set aside in $scratch/bad.csv: 1. The first: "; do
    grep -Fq "$words" "$scratch/err" || fail "should say: $words"
done
refuses 2 --csv sum "$keys" --csv --json

# ---- each row at the average of its month, at its month's or quarter's close, or before its day
by_month='sum --by month --csv --to EUR --rates'
# shellcheck disable=SC2086 # words
prints 'month,amount,currency,exact,rows
2024-05,120.00,EUR,120,2
2024-07,32.00,EUR,32,2
Total,152.00,EUR,152,4' $by_month "$scratch/keys-rates.csv" "$keys" --lookup average:month:unbounded
# shellcheck disable=SC2086
prints 'month,amount,currency,exact,rows
2024-05,100.00,EUR,100,2
2024-07,32.00,EUR,32,2
Total,132.00,EUR,132,4' $by_month "$scratch/keys-rates.csv" "$keys" --lookup closing:month
# shellcheck disable=SC2086
prints 'month,amount,currency,exact,rows
2024-05,146.67,EUR,440/3,2
2024-07,40.33,EUR,121/3,2
Total,187.00,EUR,187,4' $by_month "$scratch/keys-rates.csv" "$keys" --lookup before:28
refuses 1 '2 pairs of currency and day: 100 USD on 2024-05-28 (1 row), 100 USD on 2024-07-03' \
    sum "$keys" --to EUR --rates "$scratch/keys-rates.csv" --lookup before:4

# ---- currencies of one's own, and units beside ISO's; several forms in one sum
printf 'date,currency,amount\n2024-05-29,GBX,150\n2024-05-29,BTC,0.5\n' >"$scratch/own.csv"
prints 'currency,amount,currency,exact,rows
BTC,0.50000000,BTC,1/2,1
GBX,150,GBX,150,1
Total,0.50000000,BTC,1/2,1
Total,150,GBX,150,1' sum "$scratch/own.csv" --currency 'BTC 8' --by currency --csv
prints 'amount,currency,exact,rows
31.50,GBP,63/2,2' sum "$scratch/own.csv" --currency 'BTC 8' --to GBP --rate '1 BTC = 60 GBP' --csv
cat >"$scratch/own.toml" <<'END'
[[currency]]
code = "BTC"
digits = 8

[[rate]]
quote = "1 BTC = 60 GBP"
END
prints 'amount,currency,exact,rows
0.52500000,BTC,21/40,2' sum "$scratch/own.csv" --rates "$scratch/own.toml" --to BTC --csv
refuses 2 BTC sum "$scratch/own.csv" --to GBP
refuses 2 --to sum "$keys" --to XYZ
printf 'delimiter = ";"\ndecimal = ","\ncurrency = "EUR"\ncolumns = { date = "Tag", amount = "Betrag" }\n' >"$scratch/bank.toml"
printf 'Tag;Betrag\n2024-05-29;1,50\n' >"$scratch/bank.csv"
prints 'amount,currency,exact,rows
8.50,EUR,17/2,2
300.00,USD,300,3' sum "$keys" --form "$scratch/bank.toml=$scratch/bank.csv" --csv
