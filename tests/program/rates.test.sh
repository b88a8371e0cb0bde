#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist rates`: what files hold, one look-up with its receipt, and what is suspect.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
sample=examples/rates/sample-ecb.csv

# ---- what is held
cat >"$scratch/held.csv" <<'END'
day,base,quote,rate
2024-01-02,EUR,USD,1.0956
2024-01-03,EUR,USD,1.0919
2024-01-12,EUR,USD,1.0942
2024-01-02,EUR,ISK,150.3
2024-01-12,EUR,ISK,150.5
2024-01-02,EUR,RUB,99.1
,XAU,EUR,2162.30
END
succeeds rates "$scratch/held.csv"
shows '7 quotes, 5 currencies' \
    'EUR/ISK     2  2024-01-02  2024-01-12        1  10 days to 2024-01-12' \
    'EUR/RUB     1  2024-01-02  2024-01-02        0                         suspended since 2024-01-02' \
    'EUR/USD     3  2024-01-02  2024-01-12        0  9 days to 2024-01-12'
succeeds rates "$scratch/held.csv" --pair ISK/EUR --json
shows '  "quotes": 7,' '      "days": 2,' '      "missing": 1,' '      "silence_days": 10,' '      "suspended": false' \
    '  "answer": null,' '  "findings": null'
grep -q USD "$scratch/out" && fail "should tell of the pair alone"

# ---- one look-up
succeeds rates $sample --pair USD/GBP --on 2024-05-29
shows '1 USD ~ 0.7841024224 GBP' '  exactly 8513/10857 GBP'
succeeds rates $sample --pair USD/GBP --on 2024-05-29 --json
shows '    "exact": "8513/10857",' '        "direction": "inverse",' '        "quote": "1 EUR = 0.8513 GBP",'
succeeds rates "$scratch/held.csv" --pair EUR/USD --lookup average:2024-01:unbounded
shows '1 EUR = 1.0939 USD' \
    "  1 EUR = 1.093900 USD, as quoted, from 3 quotes of 2024-01-02 to 2024-01-12; $scratch/held.csv"
refuses 1 'quotes of EUR and USD end on 2024-01-12, 19 days before the period does' \
    rates "$scratch/held.csv" --pair EUR/USD --lookup average:2024-01
cat >"$scratch/later.csv" <<'END'
day,base,quote,rate
2024-01-15,EUR,USD,1.09
END
succeeds rates "$scratch/held.csv" "$scratch/later.csv" --pair EUR/USD --lookup average:2024-01-03..2024-01-20
shows '1 EUR ~ 1.092033333 USD' '  exactly 32761/30000 USD' \
    "  1 EUR ~ 1.092033 USD, as quoted, from 3 quotes of 2024-01-03 to 2024-01-15; 2 quotes of $scratch/held.csv, 1 quote of $scratch/later.csv"
succeeds rates "$scratch/held.csv" "$scratch/later.csv" --pair EUR/USD --lookup average:2024-01-03..2024-01-20 --exact
shows "  1 EUR = 32761/30000 USD, as quoted, from 3 quotes of 2024-01-03 to 2024-01-15; 2 quotes of $scratch/held.csv, 1 quote of $scratch/later.csv"
prints '1 EUR = 1.0942 USD
  1 EUR = 1.0942 USD, as quoted, of 2024-01-12, 19 days older than asked; '"$scratch"'/held.csv:4:20' \
    rates "$scratch/held.csv" --pair EUR/USD --lookup closing:2024-01:19
refuses 1 '2024-01-12, 19 days older than the period'"'"'s end, and the look-up allows 7 days' \
    rates "$scratch/held.csv" --pair EUR/USD --lookup closing:2024-01
refuses 1 'no rate from EUR to USD on 2024-01-08' rates "$scratch/held.csv" --pair EUR/USD --on 2024-01-08 --lookup exactly
refuses 2 'two currencies' rates "$scratch/held.csv" --pair EURUSD
refuses 2 '--pair' rates "$scratch/held.csv" --on 2024-01-02
refuses 2 'cannot be read' rates "$scratch/absent.csv"

# ---- what is suspect
prints 'nothing suspect' rates $sample --check
cat >"$scratch/suspect.csv" <<'END'
day,base,quote,rate
2024-05-28,EUR,JPY,170.52
2024-05-29,EUR,JPY,17.074
2024-05-29,USD,EUR,0.92
2024-05-29,EUR,USD,1.10
2024-06-01,EUR,USD,1.0852
END
run rates "$scratch/suspect.csv" --check
[ "$status" = 1 ] || fail "should end with status 1"
[ "$(cat "$scratch/err")" = 'cambist: 3 suspect; see the list' ] || fail "should count what is suspect"
for words in 'misplaced point: 1 EUR = 17.074 JPY' 'inverse gap: 1 USD = 0.92 EUR' 'multiply to 1.012, not 1' \
    'suspect.csv:3:' 'weekend: 1 EUR = 1.0852 USD'; do
    grep -Fq "$words" "$scratch/out" || fail "should say: $words"
done
run rates "$scratch/suspect.csv" --check --json
shows '      "kind": "inverse gap",'
run rates "$scratch/suspect.csv" --check --pair EUR/JPY
[ "$(wc -l <"$scratch/out")" = 1 ] || fail "should look at the pair alone"

# ---- a plot
refuses 2 '.svg or .png' rates "$scratch/held.csv" --pair EUR/USD --plot "$scratch/plot.pdf"
refuses 2 '--pair' rates "$scratch/held.csv" --plot "$scratch/plot.svg"
command -v gnuplot >/dev/null || skip 'no gnuplot here to draw a plot'
prints '' rates "$scratch/held.csv" --pair EUR/USD --plot "$scratch/it's.svg"
grep -q '</svg>' "$scratch/it's.svg" || fail "should have drawn a plot"
grep -q 'USD for one EUR' "$scratch/it's.svg" || fail "should have a title"
refuses 2 'cannot be written' rates "$scratch/held.csv" --pair EUR/USD --plot "$scratch/no/such/place.svg"

# ---- any publisher's file as plain quotes, which are read again as the same
cat >"$scratch/other.csv" <<'END'
Tag;Kurs;Von
29.05.2024;1,0857;USD
30.05.2024;169,50;JPY
END
form='--delimiter ; --decimal , --date %d.%m.%Y --columns date=Tag,rate=Kurs,quote=Von --base EUR'
# shellcheck disable=SC2086 # words
succeeds rates "$scratch/other.csv" $form --write "$scratch/plain.csv"
[ "$(cat "$scratch/plain.csv")" = 'day,base,quote,rate,unit,source,published
2024-05-29,EUR,USD,1.0857,,,
2024-05-30,EUR,JPY,169.50,,,' ] || fail "should write plain quotes"
prints "$(cat "$scratch/plain.csv")" rates "$scratch/plain.csv" --write -
succeeds rates $sample --write "$scratch/plain.csv"
prints "$(cat "$scratch/plain.csv")" rates "$scratch/plain.csv" --write -
refuses 2 "$scratch/plain.csv" rates "$scratch/plain.csv" --write "$scratch/plain.csv"
