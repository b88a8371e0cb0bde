#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist convert --json`, whole: what the man page says of it is what others build on.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"

prints '{
  "amount": {
    "currency": "EUR",
    "exact": "15700000000",
    "rounded": "15700000000.00",
    "low": "15650000000",
    "high": "15750000000",
    "low_closed": true,
    "high_closed": true,
    "text": "15.7 bn EUR"
  },
  "result": {
    "currency": "USD",
    "exact": "157000000000000/9211",
    "rounded": "17044837694.06",
    "low": "156500000000000/9211",
    "high": "157500000000000/9211",
    "low_closed": true,
    "high_closed": true
  },
  "lookup": null,
  "legs": [
    {
      "quote": "1 USD = 0.9211 EUR",
      "direction": "inverse",
      "basis": "market",
      "requested": null,
      "effective": null,
      "age_days": 0,
      "made_from": null,
      "source": "--rate",
      "file": null,
      "line": null
    }
  ]
}' convert '15.7 bn EUR' USD --rate '1 USD = 0.9211 EUR' --json

# Two legs of one day, out of a file, and a law.
succeeds convert '1000.00 USD' FRF --rates examples/rates/sample-ecb.csv --on 2024-06-01 --json
[ "$(sed -n '/"lookup"/,$p' "$scratch/out")" = '  "lookup": "on-or-before:7",
  "legs": [
    {
      "quote": "1 EUR = 1.0852 USD",
      "direction": "inverse",
      "basis": "market",
      "requested": "2024-06-01",
      "effective": "2024-05-31",
      "age_days": 1,
      "made_from": null,
      "source": "ECB",
      "file": "examples/rates/sample-ecb.csv",
      "line": 4
    },
    {
      "quote": "1 EUR = 6.55957 FRF",
      "direction": "as_quoted",
      "basis": "law",
      "requested": "2024-06-01",
      "effective": "2024-06-01",
      "age_days": 0,
      "made_from": null,
      "source": "Regulation (EC) 2866/98",
      "file": null,
      "line": null
    }
  ]
}' ] || fail "should have these legs"

# Open and infinite ends, an amount that names no number, no rounding, no leg.
succeeds convert 'more than 2 m USD' USD --json
shows '    "low": "2000000",' '    "high": null,' '    "low_closed": false,' '    "high_closed": false' '  "lookup": null,' '  "legs": []'
succeeds convert 'billions of euros' EUR --json
shows '    "exact": null,' '    "rounded": null,' '    "low": "1000000000",' '    "high": null,'
succeeds convert '10.00 USD' EUR --rate '1 EUR = 3 USD' --json --round none
shows '    "exact": "10/3",' '    "rounded": null,'
succeeds convert '-10.00 USD' EUR --rate '1 EUR = 3 USD' --json --round 4
shows '    "exact": "-10/3",' '    "rounded": "-3.3333",'

# An average says what it was made from.
succeeds convert '100.00 EUR' USD --rates examples/rates/sample-ecb.csv --lookup average:2024-05:unbounded --json
shows '        "quotes": 6,' '        "first": "2024-05-24",' '        "last": "2024-05-31",' \
    '            "file": "examples/rates/sample-ecb.csv",' '            "quotes": 6' '        "by_law": [],' '        "of": null'

# Bytes that are no UTF-8 never leave as JSON, and a quote in a text is escaped.
mkdir "$scratch/a\"b"
printf 'day,base,quote,rate\n,EUR,USD,2\n' >"$scratch/a\"b/rates.csv"
succeeds convert '1.00 EUR' USD --rates "$scratch/a\"b/rates.csv" --json
grep -Fq 'a\"b/rates.csv' "$scratch/out" || fail "should escape a quotation mark"
