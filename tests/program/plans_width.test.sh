#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist plans` as text: no line is wider than 120 columns, wide tables are in blocks, no number is cut or left out, and
# long lists end.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
columns_of() { LC_ALL=C sed 's/[\x80-\xBF]//g' "$scratch/out" | LC_ALL=C awk '{ if (length > most) most = length } END { print most + 0 }'; }
is_narrow() {
    widest=$(columns_of)
    [ "$widest" -le 120 ] || fail "should have no line wider than 120 columns, not $widest"
}
# Numbers of the last table printed, and those of the same in JSON.
numbers_of_text() { sed -n '/^In no total/q; /^Rates/q; s/,//g; p' "$scratch/out" | grep -Eo -e '-?[0-9]+\.[0-9][0-9]' | sort -u; }
has_all_numbers() {
    numbers_of_text >"$scratch/shown"
    succeeds plans "$@" --json
    sed '/^  "not_in_total"/,$d' "$scratch/out" | grep -o '"rounded":"[^"]*"' | cut -d '"' -f 4 | sort -u >"$scratch/numbers"
    [ "$(wc -l <"$scratch/numbers")" -gt 10 ] || fail "should have numbers"
    comm -23 "$scratch/numbers" "$scratch/shown" | grep -q . && fail "should show every number"
}

# ---- 500 holders over 60 years
awk 'BEGIN { print "id,amount,holder,from,to"
    for (i = 1; i <= 500; i++) printf "P%d,%d.%02d EUR,holder %d of a name that is somewhat longer,%d,%d\n", i, i * 97777, i % 100, i, 2000 + i % 20, 2025 + i % 35 }' >"$scratch/wide.csv"
for keys in holder,year year,holder; do
    succeeds plans "$scratch/wide.csv" --to EUR --by $keys
    is_narrow
    blocks=$(grep -c "^$(echo $keys | sed 's/,/ and /') " "$scratch/out")
    [ "$blocks" -gt 5 ] || fail "should be in blocks"
    [ "$(grep -c "^$(echo $keys | sed 's/,/ and /') .* Total  as reported$" "$scratch/out")" = "$blocks" ] || fail "should have a key and a total in each block"
    [ "$(grep -c '^Total .* exact$' "$scratch/out")" = "$blocks" ] || fail "should have the total in each block"
    sed -n '/^Total /p' "$scratch/out" | awk '{ print $(NF - 1) }' | sort -u | wc -l | grep -qx 1 || fail "should have one grand total"
    has_all_numbers "$scratch/wide.csv" --to EUR --by $keys
done
succeeds plans "$scratch/wide.csv" --to EUR --by holder,year
[ "$(grep -c '^holder 499 of' "$scratch/out")" = "$(grep -c '^holder and year' "$scratch/out")" ] || fail "should have each row in each block"

# ---- by one key: long names are broken, and what is long beside
awk 'BEGIN { print "id,amount,project,note,status,also"
    for (i = 1; i <= 60; i++) printf "%s-%d,between %d and %d bn USD,A project whose name goes on and on over very many words until it is wider than any terminal that was ever sold and number %d,n,%s,\n", "an-activity-of-a-very-long-identifier", i, i, i + 1, i % 30, i % 3 == 2 ? "rumoured" : "announced" }' >"$scratch/long.csv"
for option in '' --all --explain; do
    # shellcheck disable=SC2086 # an option or none
    succeeds plans "$scratch/long.csv" --to EUR --rate '1 USD = 0.9211 EUR' --by project $option
    is_narrow
done
succeeds plans "$scratch/long.csv" --to EUR --rate '1 USD = 0.9211 EUR' --by project
has_all_numbers "$scratch/long.csv" --to EUR --rate '1 USD = 0.9211 EUR' --by project
succeeds plans "$scratch/long.csv" --to EUR --rate '1 USD = 0.9211 EUR' --by status
is_narrow
grep -q '40 plans$' "$scratch/out" || fail "should count ids beyond twenty"
shows '  and 20 more; --all lists them'
[ "$(grep -c '^  ~ an-activity' "$scratch/out")" = 20 ] || fail "should list twenty notes"
succeeds plans "$scratch/long.csv" --to EUR --rate '1 USD = 0.9211 EUR' --by status --all
is_narrow
[ "$(grep -c '^  ~ an-activity' "$scratch/out")" = 40 ] || fail "should list all notes"
[ "$(grep -c 'rumoured' "$scratch/out")" = 20 ] || fail "should list all that is in no total"
! grep -q -e '--all' "$scratch/out" || fail "should leave nothing out"

# ---- what changed, in blocks
sed 's/97777/97778/; s/,\([0-9]*\)77\./,\199./' "$scratch/wide.csv" >"$scratch/later.csv"
succeeds plans "$scratch/later.csv" --to EUR --by year --compare "$scratch/wide.csv"
is_narrow

# ---- wide characters take two columns
printf 'id,amount,holder\nP,12345.00 EUR,%s\n' "$(printf '京都市の交通計画 %.0s' 1 2 3 4 5 6 7 8 9 10 11 12)" >"$scratch/kyoto.csv"
succeeds plans "$scratch/kyoto.csv" --to EUR
grep -q ' 12,345.00  exact        P$' "$scratch/out" || fail "should show the number whole"
is_narrow

# ---- more rows than are read: what is not listed stands in one line, and the table adds up
awk 'BEGIN { print "id,amount,project,from,to"; for (i = 1; i <= 1100; i++) printf "P%d,%d.50 EUR,Project %05d,2024,2025\n", i, i, i
    print "Q,7.00 EUR,,," }' >"$scratch/many.csv"
succeeds plans "$scratch/many.csv" --to EUR --by project
[ "$(grep -c '^Project ' "$scratch/out")" = 999 ] || fail "should list a thousand rows"
# 1,000.5 + ... + 1,100.5; the first row is of no project
grep -q '^and 101 more; --all lists them  *106,100\.50$' "$scratch/out" || fail "should sum what is not listed"
succeeds plans "$scratch/many.csv" --to EUR --by project --all
[ "$(grep -c '^Project ' "$scratch/out")" = 1100 ] || fail "should list all rows"
succeeds plans "$scratch/many.csv" --to EUR --by project,year
grep -q '^and 101 more; --all lists them  *53,0[0-9][0-9]\.[0-9][0-9]' "$scratch/out" || fail "should sum the columns of what is not listed"

# ---- a page has an end, too
sed 's/,2024,2025$/,2020,2039/' "$scratch/many.csv" >"$scratch/long.csv"
refuses 2 'a page of 23121 numbers; at most 20000' plans "$scratch/long.csv" --to EUR --by project,year --html "$scratch/many.html"
[ ! -e "$scratch/many.html" ] || fail "should write no page"
