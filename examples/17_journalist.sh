#!/bin/sh
# SPDX-License-Identifier: MIT
# The journalist's way from a text to a page: what its figures mean, whether they can be true, and one page to publish.
#     sh examples/17_journalist.sh [PROGRAM [DIRECTORY]]     writes plans.toml and report.html there
set -eu
cambist=${1:-build/cambist}
into=${2:-.}
wrong() {
    echo "expected: $1" >&2
    exit 1
}

# What stands in the text? Two billion euros are said again in dollars, and both can be true.
"$cambist" read examples/texts/cloud-plans.txt --to EUR | tee "$into/figures.txt"
grep -q '^3 restates 2: consistent' "$into/figures.txt" || wrong "that both can be true"

# A draft for a person to complete: who, where, until when. examples/plans/european-cloud.toml is what comes of it.
"$cambist" read examples/texts/cloud-plans.txt --plans "$into/plans.toml"
grep -q 'amount = "15.7 bn EUR"' "$into/plans.toml" || wrong "a plan of 15.7 bn EUR"

# Somebody says "more than 30 billion euros": what the plans come to does not allow it.
plans=examples/plans/european-cloud.toml
"$cambist" plans $plans --to EUR --stated-total 'more than 30 bn EUR' >"$into/checked.txt" 2>/dev/null && wrong "a refusal"
grep 'stated total' "$into/checked.txt"
grep -q 'fall short of it by 972' "$into/checked.txt" || wrong "by how much"

# The page.
command -v gnuplot >/dev/null || { echo "SKIPPED: no gnuplot here to draw the chart"; exit 77; }
"$cambist" plans $plans --to EUR --by holder,year --html "$into/report.html"
grep -q '<strong>27,882 million EUR</strong>' "$into/report.html" || wrong "27,882 million EUR on the page"
echo "$into/report.html is the page; $into/report.html#AWS-2026 opens the story of one number"
