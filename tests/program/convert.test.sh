#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist convert`: the figures of the founding example, and the forms that an amount may take.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
rate='1 USD = 0.9211 EUR'

# ---- the founding example
prints '2,171,316,903.70 USD  in [1,628,487,677.77, 2,714,146,129.63]' convert '2 bn EUR' USD --rate "$rate"
prints '2,026,420,000.00 EUR  in [1,980,365,000.00, 2,072,475,000.00]' convert '2.2 bn USD' EUR --rate "$rate"
prints '17,044,837,694.06 USD  in [16,990,554,771.46, 17,099,120,616.66]' convert '15.7 bn EUR' USD --rate "$rate"
prints '8,468,135,924.44 USD  in [8,413,853,001.84, 8,522,418,847.04]' convert '7.8 bn EUR' USD --rate "$rate"
prints '248,697,000,000.00 EUR  in [248,236,450,000.00, 249,157,550,000.00]' convert '270 bn USD' EUR --rate "$rate"
prints '1,381,650,000.00 EUR  in [1,335,595,000.00, 1,427,705,000.00]' convert '1.5 bn USD' EUR --rate "$rate"

# Widened by what the digits of the rate leave open.
prints '1,381,650,000.00 EUR  in [1,335,522,500.00, 1,427,782,500.00]' convert '1.5 bn USD' EUR --rate "$rate" --rate-interval
succeeds convert '15.7 bn EUR' USD --rate "$rate" --rate-interval --json
shows '    "exact": "157000000000000/9211",' '    "low": "313000000000000/18423",' '    "high": "315000000000000/18421",'

# ---- what is rounded, to what and how
prints '157000000000000/9211 USD  in [156500000000000/9211, 157500000000000/9211]' \
    convert '15.7 bn EUR' USD --rate "$rate" --round none
prints '17,044,837,694.061448 USD  in [16,990,554,771.468895, 17,099,120,616.654001]' \
    convert '15.7 bn EUR' USD --rate "$rate" --round 6
prints '17,044,838,000 USD  in [16,990,554,000, 17,099,121,000]' convert '15.7 bn EUR' USD --rate "$rate" --round -3
prints '17,044,837,694.07 USD  in [16,990,554,771.46, 17,099,120,616.66]' convert '15.7 bn EUR' USD --rate "$rate" --mode up
for each in half_even:12.34 half_up:12.35 half-down:12.34 up:12.35 down:12.34 ceiling:12.35 floor:12.34 zero_five_up:12.34; do
    prints "${each#*:} EUR" convert '12.345 EUR' EUR --mode "${each%:*}"
done
for each in half_even:-12.34 half_up:-12.35 half-down:-12.34 up:-12.35 down:-12.34 ceiling:-12.34 floor:-12.35; do
    prints "${each#*:} EUR" convert '-12.345 EUR' EUR --mode "${each%:*}"
done

# Cash is rounded to the smallest coin, half of one up, and anything to a step that is named.
prints '17.70 CHF' convert '17.675 CHF' CHF --round cash
prints '1.50 DKK' convert '1.25 DKK' DKK --round cash
prints '1.00 DKK' convert '1.25 DKK' DKK --round cash --mode half_down
prints '10.00 HUF' convert '7.50 HUF' HUF --round cash --on 2024-01-02
prints '12.35 EUR' convert '12.335 EUR' EUR --round 0.05
prints '15 EUR' convert '12.50 EUR' EUR --round step:5 --mode up
succeeds convert '17.68 CHF' CHF --round cash --json
shows '    "rounded": "17.70",'
succeeds convert '17.68 CHF' CHF --round cash --explain
says 'rounded half_up; the residue is -0.02 CHF'
refuses 1 'no rule is known for cash in EUR' convert '12.34 EUR' EUR --round cash
refuses 1 'is rounded to 5 since 2008-03-01; name a step for 2008-02-29' \
    convert '7.50 HUF' HUF --round cash --on 2008-02-29
for step in 0.0 -0.05 .05 0. 1e-1 0.05x 2.5 step: step:0 step:-5 coin; do
    refuses 2 --round convert '12.34 EUR' EUR --round "$step"
done

# ---- the forms of an amount, quoted or not, before or after the currency, of either sign
for amount in '1000.00 USD' 'USD 1000.00'; do
    prints '921.10 EUR' convert "$amount" EUR --rate "$rate"
    # shellcheck disable=SC2086 # the words are meant to be apart
    prints '921.10 EUR' convert $amount EUR --rate "$rate"
done
prints '-921.10 EUR' convert '-1000.00 USD' EUR --rate "$rate"
prints '-921.10 EUR' convert -1000.00 USD EUR --rate "$rate"
prints '-921.10 EUR' convert --rate "$rate" -- -1000.00 USD EUR
prints '921.10 EUR  in [920.63, 921.57]' convert 1000 USD EUR --rate "$rate"
prints '921.10 EUR' convert --rate "$rate" '1000.00 USD' EUR
prints '17,044,837,694.06 USD  in [16,990,554,771.46, 17,099,120,616.66]' convert 15.7 bn EUR USD --rate "$rate"
prints '17,044,837,694.06 USD  in [16,990,554,771.46, 17,099,120,616.66]' convert '€15.7 billion' USD --rate "$rate"
prints '759,960.92 USD  in [705,677.99, 814,243.84]' convert 'about 700000 EUR' USD --rate "$rate"
prints '2,171,316.90 USD  in [2,171,316.90, ∞)' convert 'at least 2 m EUR' USD --rate "$rate"
prints '2,171,316.90 USD  in [0.00, 2,171,316.91)' convert 'less than 2 m EUR' USD --rate "$rate"
refuses 2 'exact or a number of decimals' convert 1 USD EUR --rate "$rate" --intermediate x
prints '[1,085,658,451.85, 2,171,316,903.71] USD' convert 'between 1 and 2 bn EUR' USD --rate "$rate"
prints '[1,085,658,451.85, ∞) USD' convert 'billions of euros' USD --rate "$rate"
prints '0.00 EUR' convert '0.00 USD' EUR --rate "$rate"

# ---- the receipt in words
prints '17,044,837,694.06 USD  in [16,990,554,771.46, 17,099,120,616.66]

15.7 bn EUR, which is [15,650,000,000, 15,750,000,000] EUR
  1 USD = 0.9211 EUR, inverse, on any day; --rate
  exactly 157000000000000/9211 USD
  rounded half_even; the residue is 667/460550 USD
  the interval takes each rate as a point; --rate-interval widens it by the rate'\''s digits' \
    convert '15.7 bn EUR' USD --rate "$rate" --explain
prints '3.13 EUR

10.79 LTL
  asked for 2024-01-02, on-or-before:7
  1 EUR = 3.45280 LTL, inverse, by law from 2015-01-01; Regulation (EU) 851/2014
  exactly 3.125 EUR
  rounded half_up; the residue is -0.005 EUR' convert '10.79 LTL' EUR --on 2024-01-02 --explain
prints '1,000.00 USD

1000.00 USD
  no rate is needed from a currency to itself
  exactly 1000 USD' convert '1000.00 USD' USD --on 2024-06-01 --explain

# ---- rates in each of their forms
forms=0
while IFS='|' read -r text option; do
    forms=$((forms + 1))
    # shellcheck disable=SC2059 # the text has its ends of lines as \n
    printf "$text" >"$scratch/rates"
    # shellcheck disable=SC2086 # no word, for no option
    prints '921.10 EUR' convert '1000.00 USD' EUR --rates "$scratch/rates" --on 2024-05-29 $option
done <<'END'
day,base,quote,rate\n2024-05-29,USD,EUR,0.9211\n|
rate,unit,quote,base,day\n92.11,100,EUR,USD,2024-05-29\n|
[[rate]]\nquote = "1 USD = 0.9211 EUR"\nday = 2024-05-29\n|
P 2024/05/29 16:00:00 USD 0.9211 EUR ; ledger\n|
P 2024-05-29 $ €0.9211\n|--sign $=USD
2024-05-29 price USD 0.9211 EUR\n|
END
[ $forms = 6 ] || fail "should be six forms"

# ---- pence by law, without a pivot named by hand; own currencies by option and by file
prints '1.50 GBP' convert '150 GBX' GBP
succeeds convert '150 GBX' USD --rates examples/rates/sample-ecb.csv --on 2024-05-29 --explain
says '1 GBP = 100 GBX, inverse, by law; Currency Act 1982 section 1 (United Kingdom)' '1 EUR = 0.8513 GBP'
prints '0.25000000 BTC' convert '15.00 EUR' BTC --currency 'BTC 8' --rate '1 BTC = 60 EUR'
printf '[[currency]]\ncode = "BTC"\ndigits = 8\n\n[[rate]]\nquote = "1 BTC = 60 EUR"\n' >"$scratch/own.toml"
prints '15.00 EUR' convert '0.25000000 BTC' EUR --rates "$scratch/own.toml"
prints '15.00 EUR' convert '0.25000000 BTC' EUR --currency "$scratch/own.toml" --rate '1 BTC = 60 EUR'
refuses 2 'CURRENCY' convert '15 EUR' BTC --rate "$rate"
refuses 2 'another currency is called BTC' convert '1 BTC' EUR --currency 'BTC 2' --rates "$scratch/own.toml"
refuses 2 --currency convert '1 BTC' EUR --currency 'BTC eight'

# ---- each row's month, and the day before
prints '500.00 EUR' convert '1000.00 USD' EUR --rate '1 EUR = 2 USD' --lookup average:month
printf 'day,base,quote,rate\n2024-05-28,EUR,USD,2\n2024-05-29,EUR,USD,4\n' >"$scratch/two.csv"
prints '500.00 EUR' convert '1000.00 USD' EUR --rates "$scratch/two.csv" --on 2024-05-29 --lookup before:7
prints '333.33 EUR' convert '1000.00 USD' EUR --rates "$scratch/two.csv" --on 2024-05-03 --lookup average:month:unbounded
prints '250.00 EUR' convert '1000.00 USD' EUR --rates "$scratch/two.csv" --on 2024-05-03 --lookup closing:month
refuses 1 --on convert '1000.00 USD' EUR --rates "$scratch/two.csv" --lookup closing:month

# ---- amounts from standard input, one a line
printf '1000.00 USD\n2 bn USD\r\n' >"$scratch/amounts"
prints '921.10 EUR
1,842,200,000.00 EUR  in [1,381,650,000.00, 2,302,750,000.00]' convert - EUR --rate "$rate" <"$scratch/amounts"
succeeds convert - EUR --rate "$rate" --json <"$scratch/amounts"
grep -c '"legs"' "$scratch/out" | grep -qx 2 || fail "should have two results"
printf '1000.00 USD\n \n1000.00 USD\n\n' >"$scratch/amounts"
prints '921.10 EUR

921.10 EUR' convert - EUR --rate "$rate" <"$scratch/amounts"
printf '1000.00 USD\n5 foo\n' >"$scratch/amounts"
run convert - EUR --rate "$rate" <"$scratch/amounts"
[ "$status" = 2 ] || fail "should end with status 2"
grep -q 'standard input:2:' "$scratch/err" || fail "should name the line"
printf '1000.00 USD\n1000 JPY\n' >"$scratch/amounts"
run convert - EUR --rate "$rate" <"$scratch/amounts"
[ "$status" = 1 ] || fail "should end with status 1"
grep -q 'standard input:2:' "$scratch/err" || fail "should name the line"
prints '' convert - EUR --rate "$rate" </dev/null
