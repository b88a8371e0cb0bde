#!/bin/sh
# SPDX-License-Identifier: MIT
# What widely used tools get wrong, at the command line: direction and order, which day, and the law.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
ecb=examples/rates/sample-ecb.csv
wednesday='--on 2024-05-29'

# at_ecb RESULT AMOUNT CURRENCY [OPTION...]: at the ECB's rates of that Wednesday.
at_ecb() {
    result=$1
    shift
    # shellcheck disable=SC2086 # an option and its day
    prints "$result" convert "$@" --rates $ecb $wednesday
}

# ---- direction, inverse, order
at_ecb '921,064.75 EUR' '1000000.00 USD' EUR
at_ecb '0.92 EUR' '1.00 USD' EUR
at_ecb '9,210.65 EUR' '10000.00 USD' EUR
at_ecb '5,856.86 EUR' '1000000 JPY' EUR
at_ecb '784.10 GBP' '1000.00 USD' GBP
at_ecb '784.1024224003 GBP' '1000.00 USD' GBP --round 10
at_ecb '56,882,012,485,601.74 EUR' '1000000000000000001.00 IDR' EUR
prints '5,857.00 EUR' convert '1000000 JPY' EUR --rate '100 JPY = 0.5857 EUR'
prints '706,830,943,650,984,292,562,306,299,982,843,799,174,936,023.3164659366 EUR' \
    convert '12345678901234567890123456789012345678901234567890.99 IDR' EUR --rate '1 EUR = 17466.24 IDR' --round 10

# ---- which day
at_saturday() {
    prints '108.52 USD' convert '100.00 EUR' USD --rates $ecb --on 2024-06-01 "$@"
}
at_saturday
at_saturday --lookup on-or-before
at_saturday --lookup on-or-before:1
at_saturday --lookup on-or-before:unbounded
succeeds convert '100.00 EUR' USD --rates $ecb --on 2024-06-01 --json
shows '      "requested": "2024-06-01",' '      "effective": "2024-05-31",' '      "age_days": 1,'
refuses 1 'no rate from EUR to USD on 2024-06-01' convert '100.00 EUR' USD --rates $ecb --on 2024-06-01 --lookup exactly
refuses 1 '2024-05-31' convert '100.00 EUR' USD --rates $ecb --on 2024-06-01 --lookup on-or-before:0

cat >"$scratch/dated.csv" <<'END'
day,base,quote,rate
1999-01-04,EUR,USD,1.1789
2008-12-09,EUR,ISK,290.0
2018-02-01,EUR,ISK,125.3
2022-03-01,EUR,RUB,117.2010
2024-03-28,EUR,USD,1.0811
END
dated="--rates $scratch/dated.csv"
# shellcheck disable=SC2086 # an option and its file, from here on
{
    prints '108.11 USD' convert '100.00 EUR' USD $dated --on 2024-04-01
    refuses 1 '4 days older' convert '100.00 EUR' USD $dated --on 2024-04-01 --lookup on-or-before:3
    refuses 1 'EUR was not in use on 1998-12-31' convert '100.00 EUR' USD $dated --on 1998-12-31
    refuses 1 '1648 days older' convert '1.00 EUR' ISK $dated --on 2013-06-14
    refuses 1 '2022-03-01' convert '1.00 EUR' RUB $dated --on 2024-05-29
    refuses 1 'say which day' convert '1.00 EUR' USD $dated
}

printf 'day,base,quote,rate\n2024-05-29,EUR,USD,1.08\n2024-05-29,EUR,USD,1.09\n' >"$scratch/two.csv"
refuses 2 'a second rate of EUR in USD on 2024-05-29' convert '1.00 EUR' USD --rates "$scratch/two.csv" --on 2024-05-29
refuses 1 '1 EUR = 1.10 USD' convert '100.00 USD' EUR --rate '1 USD = 0.92 EUR' --rate '1 EUR = 1.10 USD'
for number in 0 0.00 -1 NaN inf 1e3 0x1 1,5 .5 ''; do
    refuses 2 '--rate' convert '100.00 USD' EUR --rate "1 USD = $number EUR"
done
refuses 2 '1 USD = 2 USD' convert '100.00 USD' EUR --rate '1 USD = 2 USD'
prints '100.01 USD' convert '100.01 USD' USD --rates $ecb --on 2024-06-01 --lookup exactly
prints '100.01 USD' convert '100.01 USD' USD
refuses 1 'from USD to EUR' convert '100.00 USD' EUR
refuses 1 'from EUR to CHF on 2024-05-29' convert '1.00 EUR' CHF --rates $ecb --on 2024-05-29

# ---- the law: AMOUNT and RESULT, in 2024
while IFS='|' read -r amount result; do
    prints "$result" convert "$amount" "${result##* }" --on 2024-01-02
done <<'END'
1000000000.00 ITL|516,456.90 EUR
1000000000.00 DEM|511,291,881.20 EUR
1000000.00 CYP|1,708,601.44 EUR
1000000.00 EUR|702,804.00 LVL
753.45 HRK|100.00 EUR
10.79 LTL|3.13 EUR
-10.79 LTL|-3.13 EUR
10.00 EUR|75.35 HRK
1000000.00 DEM|3,353,854.89 FRF
1.00 DEM|990 ITL
1.00 XEU|1.00 EUR
1000000.00 TRL|1.00 TRY
10000.00 ROL|1.00 RON
1000.00 BGL|1.00 BGN
END
prints '1.00 EUR' convert '1.95583 BGN' EUR --on 2026-02-02
prints '511.29 EUR' convert '1000000.00 BGL' EUR --on 2026-02-02
prints '123,456,789,012,345,678,901.234567 TRY' convert '123456789012345678901234567.00 TRL' TRY --on 2024-01-02 --round none
prints '705.28 HRK' convert '100.00 USD' HRK --rate '1 EUR = 1.0683 USD' --on 2023-01-02 --pivot EUR
refuses 1 '1999-01-01' convert '1.00 DEM' EUR --on 1998-12-31
refuses 1 'say which day' convert '1.00 DEM' EUR
refuses 1 '1936.27' convert '1.00 EUR' ITL --rate '1 EUR = 1936 ITL' --on 2024-01-02

# ---- gold has no minor unit, and is not rounded to one
prints '0.462470518 XAU' convert '1000.00 EUR' XAU --rate '1 XAU = 2162.30 EUR' --round 9
prints '10000/21623 XAU' convert '1000.00 EUR' XAU --rate '1 XAU = 2162.30 EUR' --round none
refuses 1 'no minor unit' convert '1000.00 EUR' XAU --rate '1 XAU = 2162.30 EUR'
prints '3,243.45 EUR  in [3,135.33, 3,351.57]' convert '1.5 XAU' EUR --rate '1 XAU = 2162.30 EUR'
