#!/bin/sh
# SPDX-License-Identifier: MIT
# What the program refuses: status 1 where the data cannot answer, 2 where the call or its input cannot be read, and one
# line that says what and where.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
rate='1 USD = 0.9211 EUR'
ecb=examples/rates/sample-ecb.csv

# ---- the call
refuses 2 'expected a command'
refuses 2 'expected a command' frobnicate
refuses 2 "see 'cambist convert --help'" convert
refuses 2 'At least 2' convert '15.7 bn EUR'
refuses 2 '--frobnicate' convert '1 EUR' EUR --frobnicate
refuses 2 '--rate' convert '1 EUR' EUR --rate
refuses 2 '--to is required' plans examples/plans/european-cloud.toml
refuses 2 'files is required' plans --to EUR
refuses 2 '--by' plans examples/plans/european-cloud.toml --to EUR --by day
refuses 2 '--json excludes --csv' plans examples/plans/european-cloud.toml --to EUR --csv --json
refuses 2 "--to: 'eur' is no ISO 4217" plans examples/plans/european-cloud.toml --to eur

# ---- its arguments, each with the place in it
while IFS='|' read -r amount words; do
    refuses 2 "$words" convert "$amount" EUR --rate "$rate"
done <<'END'
15,7 bn USD|AMOUNT:1:3: expected
1.000.000 USD|AMOUNT:1:
1 000 USD|AMOUNT:1:
.5 USD|AMOUNT:1:
5. USD|AMOUNT:1:
+-5 USD|AMOUNT:1:
0x10 USD|AMOUNT:1:
NaN USD|AMOUNT:1:
1e99999 USD|AMOUNT:1:
15.7 bn|AMOUNT:1:
15.7|AMOUNT:1:
15.7 bn usd|AMOUNT:1:9: 'usd' is no ISO 4217 currency code
15.7 bn XYZ|AMOUNT:1:9: 'XYZ' is no ISO 4217 currency code
$15|AMOUNT:1:1: expected a currency code, since several currencies share this sign
15.7 bn USD EUR|AMOUNT:1:
between 2 and 1 bn USD|AMOUNT:1:
END
refuses 2 'CURRENCY:' convert '1.00 USD' usd --rate "$rate"
refuses 2 'CURRENCY:' convert '1.00 USD' '' --rate "$rate"
refuses 2 'AMOUNT:' convert '' EUR --rate "$rate"
for quote in 'USD = 0.9211 EUR' '1 USD 0.9211 EUR' '1 USD = 0.9211' '1 USD = 0,9211 EUR' '1 USD = 0.9211 EU' ''; do
    refuses 2 'cambist: --rate:' convert '1.00 USD' EUR --rate "$quote"
done
for day in 2024-5-29 29.05.2024 2024-02-30 2023-02-29 0000-01-01 +2024-05-29 '2024-05-29 ' today; do
    refuses 2 'cambist: --on:' convert '1.00 USD' EUR --rates $ecb --on "$day"
done
for lookup in latest on-or-before:x on-or-before:-1 on-or-before: 'exactly:3'; do
    refuses 2 'cambist: --lookup:' convert '1.00 USD' EUR --rates $ecb --on 2024-05-29 --lookup "$lookup"
done
for round in cents 2.5 '' 1e3 99999; do
    refuses 2 'cambist: --round:' convert '1.00 USD' EUR --rate "$rate" --round "$round"
done
refuses 2 'cambist: --mode:' convert '1.00 USD' EUR --rate "$rate" --mode bankers
refuses 2 'cambist: --pivot:' convert '1.00 USD' EUR --rate "$rate" --pivot EU

refuses 2 'cambist: --sign:' convert '1.00 USD' EUR --rate "$rate" --sign '$'
refuses 2 'cambist: --sign:' convert '1.00 USD' EUR --rate "$rate" --sign '$=US'

# ---- files of rates: one bad line refuses the file, with line and column
refuses 2 "$scratch/none.csv: cannot be read" convert '1.00 USD' EUR --rates "$scratch/none.csv"
refuses 2 "$scratch: cannot be read" convert '1.00 USD' EUR --rates "$scratch"
number=0
while IFS='|' read -r place text; do
    number=$((number + 1))
    # shellcheck disable=SC2059 # the text has its ends of lines as \n
    printf "$text" >"$scratch/$number.csv"
    refuses 2 "$scratch/$number.csv:$place" convert '1.00 USD' EUR --rates "$scratch/$number.csv" --on 2024-05-29
done <<'END'
1:1|
1:1|when,what\n
2:1|Date,USD,\n29-05-2024,1.0857,\n
2:12|Date,USD,\n2024-05-29,1.08x7,\n
3:12|Date,USD,\n2024-05-29,1.0857,\n2024-05-28,0,\n
2:12|Date,USD,\n2024-05-29,-1.0857,\n
2:|Date,USD,\n2024-05-29,1.0857,2,\n
3:1|Date,USD,\n2024-05-29,1.0857,\n2024-05-29,1.0858,\n
1:6|Date,USX,\n2024-05-29,1.0857,\n
1:10|Date,USD,USD,\n2024-05-29,1.0857,1.0857,\n
2:20|day,base,quote,rate\n2024-05-29,USD,EUR,1e3\n
2:12|day,base,quote,rate\n2024-05-29,US,EUR,0.9211\n
2:16|[[rate]]\nquote = "1 USD 0.9211 EUR"\n
1:18|P 2024-05-29 USD 0,9211 EUR\n
1:22|2024-05-29 price USD 0 EUR\n
1:18|P 2024-05-29 EUR $1.0857\n
2:1|<?xml version="1.0"?>\n<rates/>\n
END

# ---- the data
refuses 1 'no rate from USD to EUR' convert '1.00 USD' EUR
refuses 1 '(--on)' convert '1.00 USD' EUR --rates $ecb
refuses 1 '(--lookup, --rate, --rates)' convert '1.00 USD' EUR --rates $ecb --on 2024-12-31
refuses 1 '2024-05-24' convert '1.00 USD' EUR --rates $ecb --on 2024-05-20
refuses 1 'contradict' convert '1.00 USD' EUR --rate "$rate" --rate '1 EUR = 1.10 USD'
refuses 1 '1 EUR = 1.0857 USD' convert '1.00 USD' EUR --rates $ecb --rate "$rate" --on 2024-05-29

# One line, whatever is quoted.
refuses 2 'AMOUNT:' convert '1
USD' EUR
refuses 2 'see ' convert '1.00 USD' EUR --frob
