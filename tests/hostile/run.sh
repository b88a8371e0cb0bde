#!/bin/sh
# SPDX-License-Identifier: MIT
# What cambist_hostile must answer
#   run.sh DRIVER SHARED   to the cases of SHARED/hostile/manifest.tsv; exit status 77, a skip, where there is none
#   run.sh DRIVER          to cases that are too large to be files
set -eu
driver=$1
hostile=${2:-}/hostile
failures=0
checked=0
tab=$(printf '\t')
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT

fail() {
    echo "$1" >&2
    failures=$((failures + 1))
}

# Where the manifest leaves the decision to us, or says what cannot be read by a rule: what we decided.
decided() {
    case $1 in
    amount-022) echo refuse:range ;;    # the exponent counts, whatever it stands on
    amount-025) echo ok:-9223372036854775808 ;;
    amount-026) echo ok:92233720368547758.08 ;;
    amount-027) echo ok:170141183460469231731687303715884105728 ;;
    amount-035 | amount-037) echo refuse:parse ;; # no locale is named
    amount-055 | amount-058) echo refuse:parse ;; # a bare numeral has no currency
    csv-022) echo ok:3 ;; # an equal quote twice is one
    amount-062) echo ok:1000 ;;
    amount-069) echo ok:2.675 ;;
    amount-070) echo ok:1.115 ;;
    currency-011 | currency-015) echo refuse:currency ;;
    currency-013) echo ok:XTS ;; # a code of ISO 4217, without a minor unit
    currency-014) echo ok:XAU ;;
    currency-017) echo ok:BYR ;; # historic, and not its successor
    currency-018) echo ok:TRL ;;
    currency-019) echo ok:ROL ;;
    currency-023) echo ok:MRU ;; # two digits, as ISO 4217 says
    date-015) echo refuse:date ;;
    csv-002) echo ok:0 ;;  # a header without rows is a file without quotes
    csv-013) echo ok:2 ;;  # an empty cell is no quote
    csv-022) echo refuse:duplicate ;; # even where both rows say the same
    csv-025) echo ok:1 ;;  # a euro that is 1 is no quote
    xml-018 | xml-019) echo refuse:encoding ;; # UTF-16, Latin-1
    xml-022) echo ok:1 ;;  # a character reference is what it stands for
    xml-026) echo refuse:xml ;; # text where only elements stand
    xml-027) echo ok:0 ;;  # a comment is no rate
    *) return 1 ;;
    esac
}

# The rule for all others, from what the manifest expects; nothing if there is none.
expected() {
    case $1 in
    refuse:*) echo "$1" | sed 's/^\(refuse:[a-z]*\).*/\1/' ;;
    "ok: "* | ok | "ok "* | ok,*) echo ok ;;
    ok:*) echo "${1%% *}" ;;
    esac
}

# check NAME EXPECTED AREA FILE: `ok` alone is any value.
check() {
    checked=$((checked + 1))
    answer=$("$driver" "$3" "$4") || {
        fail "$1: exit status $?: $answer"
        return 0
    }
    case $2 in
    refuse:*) case $answer in "$2:"*) return 0 ;; esac ;;
    ok) case $answer in ok:*) return 0 ;; esac ;;
    *) [ "$answer" != "$2" ] || return 0 ;;
    esac
    fail "$1: expected $2, got $answer"
}
finish() {
    echo "$checked checked, $failures failed"
    [ "$failures" = 0 ]
}

repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }

if [ $# = 2 ]; then
    if [ ! -f "$hostile/manifest.tsv" ]; then
        echo "SKIPPED: there is no $hostile/manifest.tsv"
        exit 77
    fi
    while IFS=$tab read -r id area file expect _; do
        case $area in amount | currency | date | csv | xml) ;; *) continue ;; esac
        wanted=$(decided "$id" || expected "$expect")
        if [ -z "$wanted" ]; then fail "$id: undecided: $expect"
        else check "$id" "$wanted" "$area" "$hostile/$file"
        fi
    done <"$hostile/manifest.tsv"
    finish
    exit
fi

repeat 7 1000000 >"$files/long-number"
check "a number of a million digits" refuse:range amount "$files/long-number"

{ printf '0.' && repeat 0 1000000 && printf 1; } >"$files/small-number"
check "a number of a million decimals" refuse:range amount "$files/small-number"

{ printf 'Date,USD,\n2024-01-05,' && repeat 7 1000000 && printf ',\n'; } >"$files/long-rate.csv"
check "a rate of a million digits" refuse:range csv "$files/long-rate.csv"

{ printf 'Date,USD' && repeat , 100000 && printf '\n'; } >"$files/wide-header.csv"
check "a header of 100,000 columns" refuse:range csv "$files/wide-header.csv"

{ printf 'Date,USD,\n2024-01-05,1.0921' && repeat , 100000 && printf '\n'; } >"$files/wide-row.csv"
check "a row of 100,000 columns" refuse:range csv "$files/wide-row.csv"

{ printf 'Date,USD,\n2024-01-05,"' && repeat 7 20000000; } >"$files/open-quote.csv"
check "an open quote before 20 MB" refuse:range csv "$files/open-quote.csv"

{ printf 'Date,USD,\n' && repeat '\n' 1000000; } >"$files/blank-lines.csv"
check "a million blank lines" refuse:csv csv "$files/blank-lines.csv"

# Each day of 2,000 years.
awk 'BEGIN {
    print "Date,USD,"
    for (y = 1; y <= 2000; ++y) for (m = 1; m <= 12; ++m) for (d = 1; d <= 28; ++d) printf "%04d-%02d-%02d,1.0921,\n", y, m, d
}' >"$files/many-rows.csv"
check "672,000 rows" ok:672000 csv "$files/many-rows.csv"

envelope='<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>'
repeat_word() { yes "$1" | head -n "$2" | tr -d '\n'; }

{ printf '%s' "$envelope" && repeat_word '<Cube>' 200000; } >"$files/deep.xml"
check "elements 200,000 deep" refuse:xml xml "$files/deep.xml"

{ printf '%s' "${envelope%<Cube>}" && repeat_word '<gesmes:a>' 200000; } >"$files/deep-header.xml"
check "elements 200,000 deep in the header" refuse:depth xml "$files/deep-header.xml"

{ printf '%s<Cube' "$envelope" && awk 'BEGIN { for (i = 0; i < 100000; ++i) printf " a%d=\"1\"", i }' && printf '/>'; } >"$files/wide.xml"
check "100,000 attributes" refuse:xml xml "$files/wide.xml"

{ printf '%s<Cube time="2024-01-05"><Cube currency="USD" rate="' "$envelope" && repeat 7 1000000 && printf '"/>'; } >"$files/long-rate.xml"
check "a rate of a million digits in XML" refuse:range xml "$files/long-rate.xml"

{ printf '%s<Cube time="2024-01-05"><Cube currency="' "$envelope" && repeat A 20000000; } >"$files/open-attribute.xml"
check "an open attribute before 20 MB" refuse:xml xml "$files/open-attribute.xml"

{ printf '%s<!--' "$envelope" && repeat '\n' 20000000; } >"$files/open-comment.xml"
check "an open comment before 20 MB" refuse:xml xml "$files/open-comment.xml"

{ printf '%s' "$envelope" && repeat ' ' 20000000; } >"$files/blank.xml"
check "20 MB of blanks" refuse:xml xml "$files/blank.xml"

# Each day of 300 years.
{
    printf '%s\n' "$envelope"
    awk 'BEGIN {
        for (y = 1901; y <= 2200; ++y) for (m = 1; m <= 12; ++m) for (d = 1; d <= 28; ++d)
            printf "<Cube time=\"%04d-%02d-%02d\"><Cube currency=\"USD\" rate=\"1.0921\"/></Cube>\n", y, m, d
    }'
    printf '</Cube></gesmes:Envelope>\n'
} >"$files/many-days.xml"
check "100,800 days in XML" ok:100800 xml "$files/many-days.xml"

answer=$("$driver" json "$files/long-number") && fail "an area that is not supported: exit status 0"
case $answer in refuse:unsupported:*) ;; *) fail "an area that is not supported: $answer" ;; esac

finish
