#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist plans`: ranges, limits and vague amounts count; instalments have a precision of their own; sums are rounded
# as they are alone where that can be.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
plans=$scratch/plans.csv

# ends STATUS ARGUMENT...
ends() {
    expected=$1
    shift
    run "$@"
    [ "$status" = "$expected" ] || fail "should end with status $expected"
}
shows_part() { grep -Fq -e "$1" "$scratch/out" || fail "should say: $1"; }

# ---- ranges
printf 'id,amount\nP,between 91 and 93 bn USD\n' >"$plans"
prints 'In USD, by holder.

holder                       USD  as reported           plans
-------------------------------------------------------------
(not stated)  92,000,000,000.00~  [91.00 bn, 93.00 bn]  P~
-------------------------------------------------------------
Total         92,000,000,000.00~  [91.00 bn, 93.00 bn]  P~

The stated total, 92 bn USD, is consistent: the plans come to [91.00 bn, 93.00 bn] USD, the stated total to [91.50 bn,
  92.50 bn] USD; both allow [91.50 bn, 92.50 bn] USD

  ~ P: between 91 and 93 bn USD: a range, whose middle, 92.00 bn USD, is shown

Rates, each taken as a point:
  none was needed' plans "$plans" --to USD --stated-total '92 bn USD'

printf 'id,amount,from,to\nP,at least 2 bn EUR,2024,2025\nQ,billions of EUR,2024,2024\nR,up to 1 bn EUR,2025,2025\nS,1234.56 EUR,2025,2025\n' >"$plans"
succeeds plans "$plans" --to EUR --by year
shows '2024   2,000,000,000.00~  [2.000 bn, ∞)  P~ Q~' '2025   2,000,001,234.56~  [1.000 bn, ∞)  P~ R~ S' \
    '  ~ P: at least 2 bn EUR: a limit, whose stated end, 2.000 bn EUR, is shown; no upper end is stated' \
    '  ~ Q: billions of EUR: no number; 1.000 bn EUR is shown; no upper end is stated' \
    '  ~ R: up to 1 bn EUR: a limit, whose stated end, 1.000 bn EUR, is shown'
succeeds plans "$plans" --to EUR --stated-total '500 bn EUR' # more than any number shown, and not impossible
succeeds plans "$plans" --to EUR --by year --csv
shows 'Total,4000001234.56,EUR,100000030864/25,75000030864/25,,no,yes,P Q R S'
succeeds plans "$plans" --to EUR --json
shows_part '"high":null,'
shows_part '"stand_in":true,'
ends 1 plans "$plans" --to EUR --stated-total '2 bn EUR'
shows_part 'INCONSISTENT: the plans come to [3.000 bn, ∞) EUR'

# ---- what is exact says so
printf 'id,amount\nP,62503000.11 EUR\n' >"$plans"
succeeds plans "$plans" --to EUR
shows 'Total         62,503,000.11  exact        P'
ends 1 plans "$plans" --to EUR --stated-total '70 m EUR'
shows_part 'the plans come to 62,503,000.11 EUR'

# ---- what was left out may be what is between
cat >"$scratch/activities.xml" <<'XML'
<iati-activities version="2.03"><iati-activity default-currency="EUR"><iati-identifier>A</iati-identifier>
<budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">1000</value></budget>
<budget><period-start iso-date="2025-12-31"/><period-end iso-date="2025-01-01"/><value value-date="2024-01-01">1000</value></budget>
</iati-activity></iati-activities>
XML
succeeds plans "$scratch/activities.xml" --to EUR --stated-total '2000 EUR'
shows_part 'is not judged: the plans come to 1,000.00 EUR'

# ---- instalments
printf 'id,amount,instalments\nP,5 m EUR,2024: 2 m EUR; 2025: 3 m EUR\n' >"$plans"
succeeds plans "$plans" --to EUR --by year
shows '2024   2,000,000.00  [1.500 m, 2.500 m]  P' 'Total  5,000,000.00  [4.500 m, 5.500 m]  P' \
    '  - Years have the intervals of instalments, and totals those of the amounts: they need not add up.'
printf 'id,amount,instalments\nP,5 m EUR,2024: 2000000.00 EUR; 2025: 3000000.00 EUR\n' >"$plans"
succeeds plans "$plans" --to EUR --by year
shows '2024   2,000,000.00  exact               P'
printf 'id,amount,instalments\nP,403000 EUR,2024: 1000000 EUR; 2025: 0 EUR; 2026: -597000 EUR\n' >"$plans"
succeeds plans "$plans" --to EUR --by year --explain
shows '2026    -597,000.00  [-597.1 k, -596.9 k]  P'
shows_part 'P: -597000 EUR of 403000 EUR = -597000 EUR, 2026-01-01 to 2026-12-31'
printf 'id,amount,instalments\nP,100 m EUR,2024: 33 m EUR; 2025: 33 m EUR; 2026: 33 m EUR\n' >"$plans"
succeeds plans "$plans" --to EUR --by year
shows '(no period)    1,000,000.00  [-1.000 m, 3.000 m]  P' \
    '  - P: its instalments come to 99,000,000 EUR, its amount to 100 m EUR; the difference is in no year'
printf 'id,amount,instalments\nP,100 m EUR,2024: 33 m EUR; 2025: 33 m EUR; 2026: 31 m EUR\n' >"$plans"
ends 1 plans "$plans" --to EUR --by year

# ---- sums are rounded as they are alone, and one that gives way is marked
printf 'id,amount,holder\nP,2.004 EUR,A\nQ,2.004 EUR,B\nR,2.004 EUR,C\n' >"$plans"
succeeds plans "$plans" --to EUR
shows 'A       2.01†  exact        P' 'B       2.00   exact        Q' 'Total   6.01   exact        P Q R' \
    '  † a unit off what it is rounded to alone, so that the table adds up'
