#!/bin/sh
# SPDX-License-Identifier: MIT
# The man page: formats without a warning, has every option that the help has, and its examples say what they say.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
page=src/program/cambist.1

# Its dashes are typed as \-.
for command in convert plans rates sum figure read form; do
    succeeds $command --help
    grep -o -e '--[a-z-]*' "$scratch/out" | sort -u >"$scratch/options"
    [ -s "$scratch/options" ] || fail "should have options"
    while read -r option; do
        grep -Fq -e "$(echo "$option" | sed 's/-/\\-/g')" $page || fail "$page should have $option"
    done <"$scratch/options"
done
prints "cambist $(sed -n 's/^\.TH .*"cambist \(.*\)" .*/\1/p' $page)" --version

# Each key of the JSON is documented.
succeeds convert '1.00 USD' EUR --rate '1 USD = 0.9211 EUR' --json
cp "$scratch/out" "$scratch/json"
cat >"$scratch/lei.csv" <<'END'
day,base,quote,rate
2005-06-30,EUR,ROL,36000
2005-07-01,EUR,RON,3.6
END
succeeds convert '1.00 RON' EUR --rates "$scratch/lei.csv" --lookup average:2005-06-30..2005-07-01 --json
cat "$scratch/out" >>"$scratch/json"
succeeds plans examples/plans/european-cloud.toml --to EUR --stated-total "28 bn EUR" --json --explain
cat "$scratch/out" >>"$scratch/json"
succeeds plans examples/plans/european-cloud.toml --to EUR --by holder,year --json
cat "$scratch/out" >>"$scratch/json"
succeeds rates examples/rates/sample-ecb.csv --pair USD/EUR --on 2024-05-29 --check --json
cat "$scratch/out" >>"$scratch/json"
succeeds sum examples/rows/ledger.csv --by office --json
cat "$scratch/out" >>"$scratch/json"
succeeds figure '2 bn EUR' --json
cat "$scratch/out" >>"$scratch/json"
succeeds read examples/texts/cloud-plans.txt --to EUR --json
cat "$scratch/out" >>"$scratch/json"
grep -o '"[a-z_]*":' "$scratch/json" | tr -d '":' | sort -u >"$scratch/keys"
while read -r key; do
    grep -Eq "^\.(B|BR|TP|RB) (\"?.*)?\b$key\b" $page || fail "$page should have the key $key"
done <"$scratch/keys"

command -v man >/dev/null || skip "no man here to format $page"
warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z $page 2>&1 >/dev/null)
[ -z "$warnings" ] || fail "man should not warn: $warnings"
