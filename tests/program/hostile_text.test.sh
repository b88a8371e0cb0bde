#!/bin/sh
# SPDX-License-Identifier: MIT
# Text that comes from outside is shown, and steers nothing: names, cells, files and arguments, in text, JSON, pages,
# pictures and messages. And a group that is called as one of the report's own lines is told from it.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
ledger=examples/rows/ledger.csv

# An escape sequence, a bell, DEL, CSI of C1, an override, an isolate, a separator of lines, and ends of lines.
hostile=$(printf 'a\033[31mb\007c\177d\302\233e\342\200\256f\342\201\246g\342\200\250h')
shown='a\x1b[31mb\x07c\x7fd\u009be\u202ef\u2066g\u2028h'

# steered FILE: it has what steers, but for ends of lines and tabs.
steered() {
    LC_ALL=C tr -d '\n\t' <"$1" | LC_ALL=C grep -aq "$(printf '[\001-\037\177]\|\302[\200-\237]\|\342\200[\250-\256]\|\342\201[\246-\251]')"
}
unsteered() {
    for file in "$scratch/out" "$scratch/err" "$@"; do
        steered "$file" && fail "should not let a text steer what shows it: $(LC_ALL=C cat -v "$file" | head -n 20)"
    done
}
printf '%s' "$hostile" >"$scratch/probe"
checks=$((checks + 1)) call='the probe' status=0
steered "$scratch/probe" || fail "should find what steers"

# ---- rows: groups, and what is refused of them
printf 'date,currency,amount,name\n2024-05-29,EUR,1,"%s"\n2024-05-29,EUR,2,"two\nlines"\n' "$hostile" >"$scratch/rows.csv"
succeeds sum "$scratch/rows.csv" --by name --exact
unsteered
grep -Fq "$shown" "$scratch/out" || fail "should show it with its escapes"
grep -q '^two\\x0alines  *2.00  EUR' "$scratch/out" || fail "should show a row in one line"
succeeds sum "$scratch/rows.csv" --by name --json
unsteered
grep -Fq '"key": "a\u001b[31mb\u0007c\u007fd\u009be\u202ef\u2066g\u2028h"' "$scratch/out" || fail "should escape as JSON does"
refuses 2 'no column is named' sum "$scratch/rows.csv" --by "$hostile"
unsteered
printf 'date,currency,amount\n2024-05-29,%s,1\n' "$hostile" >"$scratch/bad.csv"
refuses 2 'bad.csv:2:12' sum "$scratch/bad.csv"
unsteered
succeeds sum "$scratch/bad.csv" --skip-bad "$scratch/aside.csv"
unsteered

# ---- groups that are called as the report's own lines are
printf 'date,currency,amount,name\n2024-05-29,EUR,1,Total\n2024-05-29,EUR,2,\n2024-05-29,EUR,3,(none)\n2024-05-29,EUR,4,"""Total"""\n' >"$scratch/own.csv"
succeeds sum "$scratch/own.csv" --by name
shows '(none)       2.00  EUR     1' '"(none)"     3.00  EUR     1' '"Total"      1.00  EUR     1' '""Total""    4.00  EUR     1' 'Total       10.00  EUR     4'
succeeds sum "$scratch/own.csv" --by name --json
shows '      "key": "",' '      "key": "(none)",' '      "key": "Total",' '      "key": "\"Total\"",'
printf '[[plan]]\nid = "%s"\nholder = "%s"\namount = "%s EUR"\n' A Total 1.00 B '(not stated)' 2.00 >"$scratch/own.toml"
printf '[[plan]]\nid = "C"\namount = "4.00 EUR"\n' >>"$scratch/own.toml"
succeeds plans "$scratch/own.toml" --to EUR --csv
for row in '"""Total""",1.00,' '"""(not stated)""",2.00,' '(not stated),4.00,' 'Total,7.00,'; do
    grep -Fq "$row" "$scratch/out" || fail "should have the row $row"
done
succeeds plans "$scratch/own.toml" --to EUR --cell Total
grep -q '^Total: 7.00 EUR$' "$scratch/out" || fail "should tell of the total"
succeeds plans "$scratch/own.toml" --to EUR --cell '"Total"'
grep -q '^"Total": 1.00 EUR$' "$scratch/out" || fail "should tell of the group"

# ---- plans: every text of one, in every output
printf '[[plan]]\nid = "a\\u001bb"\namount = "1 EUR"\n' >"$scratch/control.toml"
refuses 2 'has a control character' plans "$scratch/control.toml" --to EUR
toml='a\u009be\u202ef\u2066g\u2028h'
cat >"$scratch/plans.toml" <<END
title = "$toml"
[[rate]]
quote = "1 EUR = 2 USD"
source = "$toml"
[[plan]]
id = "$toml"
holder = "$toml"
project = "$toml"
country = "$toml"
amount = "2.00 USD"
from = 2024
to = 2025
note = "$toml"
source = "$toml"
assumed = ["from"]
[[plan]]
id = "restated $toml"
holder = "$toml"
amount = "1 bn EUR"
restates = "$toml"
[[plan]]
id = "GBP $toml"
amount = "1.00 GBP"
status = "rumoured"
END
for arguments in '' '--explain' '--by holder,year --explain' '--by year,project' '--json' '--csv' '--by country --csv' '--write -'; do
    to='--to EUR'
    [ "$arguments" != '--write -' ] || to=''
    # shellcheck disable=SC2086 # the words are arguments
    run plans "$scratch/plans.toml" $to $arguments
    [ "$status" = 0 ] || fail "should succeed"
    case $arguments in *write*) ;; *) unsteered ;; esac
done
if command -v gnuplot >/dev/null; then
    succeeds plans "$scratch/plans.toml" --to EUR --html "$scratch/page.html" --svg "$scratch/chart.svg"
    unsteered "$scratch/page.html" "$scratch/chart.svg"
    grep -Fq '<h1>a\u009be\u202ef\u2066g\u2028h</h1>' "$scratch/page.html" || fail "should show its title"
    grep -Fq "$scratch" "$scratch/page.html" && fail "should not publish where its files lie"
    grep -Fq "$scratch" "$scratch/chart.svg" && fail "should not publish where its files lie"
fi

# ---- files and arguments, in what is refused
named=$scratch/$hostile.toml
refuses 2 'cannot be read' plans "$named" --to EUR
unsteered
cp "$scratch/plans.toml" "$named"
succeeds plans "$named" --to EUR --explain
unsteered
refuses 2 'not expected' plans "$named" --to EUR --"$hostile"
unsteered
refuses 2 'cannot be written' plans "$named" --write "$scratch/none/$hostile.csv"
unsteered
printf 'plan\n' >"$named"
refuses 2 'a\x1b[31mb' plans "$named" --to EUR
unsteered
for call in 'convert 1' 'figure' 'rates' 'read' 'sum' ''; do
    # shellcheck disable=SC2086 # the words are arguments
    run $call "$hostile"
    [ "$status" = 2 ] || fail "should refuse it"
    unsteered
done

# ---- running text
printf 'They paid 5 million euros%s and 6 million\n\302\233dollars (%s).' "$hostile" "$hostile" >"$scratch/text.txt"
for arguments in '' --json '--html -' '--plans -'; do
    # shellcheck disable=SC2086 # the words are arguments
    run read "$scratch/text.txt" $arguments
    [ "$status" = 0 ] || fail "should succeed"
    unsteered
done
run read "$scratch/text.txt" --plans -
grep -Fq "$scratch" "$scratch/out" && fail "should not publish where its text lies"
grep -q '^# Drafted from text.txt:' "$scratch/out" || fail "should say what it is drafted from"
run figure "5 million euros"
unsteered

# ---- a path is shown as it was typed
succeeds plans examples/plans/../plans/european-cloud.toml --to EUR --explain
grep -Fq '(examples/plans/../plans/european-cloud.toml:22:1)' "$scratch/out" || fail "should cite it as typed"
succeeds plans examples/plans/../plans/european-cloud.toml --to EUR --json
grep -Fq '"file":"examples/plans/../plans/european-cloud.toml"' "$scratch/out" || fail "should cite it as typed"

# ---- files of plans without a plan
: >"$scratch/empty.toml"
: >"$scratch/empty.csv"
printf 'title = "none"\n[[rate]]\nquote = "1 EUR = 2 USD"\n' >"$scratch/rates_only.toml"
printf 'id,amount\n' >"$scratch/head_only.csv"
printf '<iati-activities version="2.03"></iati-activities>\n' >"$scratch/none.xml"
for name in empty.toml empty.csv rates_only.toml head_only.csv none.xml; do
    refuses 2 "$scratch/$name" plans "$scratch/$name" --to EUR
    refuses 2 "$scratch/$name" plans "$scratch/$name" --write "$scratch/never.csv"
    refuses 2 "$scratch/$name" plans examples/plans/european-cloud.toml "$scratch/$name" --to EUR
    refuses 2 "$scratch/$name" plans examples/plans/european-cloud.toml --compare "$scratch/$name" --to EUR
done
refuses 2 'rates_only.toml: holds no plan' plans "$scratch/rates_only.toml" --to EUR
[ ! -e "$scratch/never.csv" ] || fail "should write nothing"
succeeds sum $ledger
