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

refuses 1 '4 days older' convert '1.00 EUR' USD --rates "$history" --on 2024-04-01 --lookup on-or-before:3
refuses 1 'from EUR to USD on 2024-06-01' convert '1.00 EUR' USD --rates "$history" --on 2024-06-01 --lookup exactly
refuses 1 '1999-01-04' convert '1.00 EUR' USD --rates "$history" --on 1999-01-03
refuses 1 '1648 days older' convert '1.00 EUR' ISK --rates "$history" --on 2013-06-14
refuses 1 '2022-03-01' convert '1.00 EUR' RUB --rates "$history" --on 2024-05-29
refuses 1 '(--on)' convert '1.00 EUR' USD --rates "$history"

# The founding example at the ECB's rate of the day of the report.
sed '/^\[\[rate\]\]/,/^$/d' examples/plans/european-cloud.toml >"$scratch/plans.toml"
succeeds plans "$scratch/plans.toml" --to EUR --rates "$history" --on 2024-05-29 --csv
shows 'Microsoft,1381597126.28,EUR,5000000000000/3619,14500000000000/10857,15500000000000/10857,no,F10'
