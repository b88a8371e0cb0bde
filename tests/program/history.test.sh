#!/bin/sh
# SPDX-License-Identifier: MIT
# The European Central Bank's whole history, where it stands beside the project: ../shared/data/eurofxref-hist.zip.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
archive=$PWD/../shared/data/eurofxref-hist.zip
[ -f "$archive" ] || skip "no $archive"
history=$archive

# on DAY RESULT AMOUNT CURRENCY [OPTION...]
on() {
    day=$1 result=$2
    shift 2
    prints "$result" convert "$@" --rates "$history" --on "$day"
}
on 2024-05-29 '921,064.75 EUR' '1000000.00 USD' EUR
on 2024-05-29 '784.10 GBP' '1000.00 USD' GBP
on 2024-05-29 '56,882,012,485,601.74 EUR' '1000000000000000001.00 IDR' EUR
on 2024-06-01 '108.52 USD' '100.00 EUR' USD
on 2024-04-01 '108.11 USD' '100.00 EUR' USD
on 1999-01-04 '117.89 USD' '100.00 EUR' USD
on 2024-01-02 '100.00 EUR' '753.45 HRK' EUR
on 2023-01-02 '705.28 HRK' '100.00 USD' HRK
on 2026-02-02 '1.00 EUR' '1.95583 BGN' EUR
on 2024-05-29 '1,000.00 USD' '1000.00 USD' USD --lookup exactly

# Pence, agorot and cents, by law.
on 2024-05-29 '191.30 USD' '15000.00 GBX' USD
on 2024-05-29 '37.36 EUR' '15000.00 ILA' EUR
on 2024-05-29 '642 GBX' '15000.00 ZAC' GBX
# Of the day's own month, quarter or year, and before the day.
on 2024-05-27 '1.0812227273 USD' '1.00 EUR' USD --round 10 --lookup average:month
on 2024-05-27 '1.0767174603 USD' '1.00 EUR' USD --round 10 --lookup average:quarter
on 2023-05-27 '1.0812686275 USD' '1.00 EUR' USD --round 10 --lookup average:year
on 2024-05-27 '1.0852 USD' '1.00 EUR' USD --round 4 --lookup closing:month
on 2024-05-27 '1.0705 USD' '1.00 EUR' USD --round 4 --lookup closing:quarter
on 2023-05-27 '1.1050 USD' '1.00 EUR' USD --round 4 --lookup closing:year
on 2024-05-27 '1.0840 USD' '1.00 EUR' USD --round 4 --lookup before:7
refuses 1 '3 days older' convert '1.00 EUR' USD --rates "$history" --on 2024-05-27 --lookup before:2

refuses 1 '4 days older' convert '1.00 EUR' USD --rates "$history" --on 2024-04-01 --lookup on-or-before:3
refuses 1 'from EUR to USD on 2024-06-01' convert '1.00 EUR' USD --rates "$history" --on 2024-06-01 --lookup exactly
refuses 1 '1999-01-04' convert '1.00 EUR' USD --rates "$history" --on 1999-01-03
refuses 1 '1648 days older' convert '1.00 EUR' ISK --rates "$history" --on 2013-06-14
refuses 1 '2022-03-01' convert '1.00 EUR' RUB --rates "$history" --on 2024-05-29
refuses 1 '(--on)' convert '1.00 EUR' USD --rates "$history"

# The founding example at the ECB's rate of the day of the report.
sed '/^\[\[rate\]\]/,/^$/d' examples/plans/european-cloud.toml >"$scratch/plans.toml"
succeeds plans "$scratch/plans.toml" --to EUR --rates "$history" --on 2024-05-29 --csv
shows 'Microsoft,1381597126.28,EUR,5000000000000/3619,14500000000000/10857,15500000000000/10857,no,no,F10'

# ---- averages and closes of periods
# over LOOKUP RESULT AMOUNT CURRENCY [OPTION...]
over() {
    lookup=$1 result=$2
    shift 2
    prints "$result" convert "$@" --rates "$history" --lookup "$lookup"
}
over average:2005 '3.6208972763 RON' '1.00 EUR' RON --round 10 # ROL until June, by 10,000
over average:2005 '276,174.64 EUR' '1000000.00 RON' EUR
over average:2004-12..2005-01 '1.8266355909 TRY' '1.00 EUR' TRY --round 10
over average:2022-12..2023-01 '7.5395209302 HRK' '1.00 EUR' HRK --round 10
over average:2022:unbounded '78.0624153708 RUB' '1.00 USD' RUB --round 10 # over 42 days that both have
over average:2023 '1.0812686275 USD' '1.00 EUR' USD --round 10
over closing:2022:400 '853.24 EUR' '100000.00 RUB' EUR
over closing:2022 '106.66 USD' '100.00 EUR' USD
refuses 1 '2022-03-01, 305 days older' convert '100000.00 RUB' EUR --rates "$history" --lookup closing:2022
refuses 1 '2008-12-09, 22 days older' convert '1.00 EUR' ISK --rates "$history" --lookup closing:2008
refuses 1 'end on 2022-03-01, 305 days' convert '1.00 USD' RUB --rates "$history" --lookup average:2022
refuses 1 'end on 2022-03-01, 305 days' convert '1.00 EUR' RUB --rates "$history" --lookup average:2022:304
refuses 1 'end on 2026-04-13, 262 days' convert '1.00 EUR' USD --rates "$history" --lookup average:2026
refuses 1 'silent from 2018-01-01 to 2018-02-01' convert '1.00 EUR' ISK --rates "$history" --lookup average:2018
printf 'day,base,quote,rate\n2027-06-30,EUR,USD,1.12\n' >"$scratch/future.csv"
succeeds rates "$history" "$scratch/future.csv" --pair EUR/USD --lookup average:2027:unbounded
shows '1 EUR = 1.12 USD' "  1 EUR = 1.1200 USD, as quoted, from 1 quote of 2027-06-30; $scratch/future.csv"
succeeds rates "$history" --pair USD/RUB --lookup average:2022:unbounded
grep -Fq '42 quotes of 2022-01-03 to 2022-03-01, over 42 days that both have, of 42 and 257; ECB' "$scratch/out" ||
    fail "should say over which days it is averaged"

# Plans at the averages and closes of their years.
cat >"$scratch/rouble.toml" <<'END'
[[plan]]
id = "A"
amount = "100000.00 RUB"
from = 2022
to = 2022
END
refuses 1 '305 days' plans "$scratch/rouble.toml" --to EUR --rates "$history" --valuation closing
refuses 1 '305 days' plans "$scratch/rouble.toml" --to EUR --rates "$history" --valuation average
refuses 2 'a number of days' plans "$scratch/rouble.toml" --to EUR --rates "$history" --valuation average:long
succeeds plans "$scratch/rouble.toml" --to EUR --rates "$history" --valuation closing:400
grep -q '853.24' "$scratch/out" || fail "should be at the close"
succeeds plans "$scratch/rouble.toml" --to USD --rates "$history" --valuation average:unbounded
grep -q '1,281.03' "$scratch/out" || fail "should be at the average over the days that both have" # 100000 / 78.0624
sed 's/100000.00 RUB/1000000.00 RON/; s/2022/2005/' "$scratch/rouble.toml" >"$scratch/leu.toml"
succeeds plans "$scratch/leu.toml" --to EUR --rates "$history" --valuation average
grep -q '276,174.64' "$scratch/out" || fail "should count the old leu by the law"
