#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist figure`: what the man page says of its JSON, several texts, guessed languages, and refusals.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"

prints '[
  {
    "text": "environ 15,7 milliards d'"'"'euros",
    "begin": 0,
    "end": 30,
    "currency": "EUR",
    "exact": "15700000000",
    "low": "15650000000",
    "high": "15750000000",
    "low_closed": true,
    "high_closed": true,
    "qualifier": "about",
    "restates": null,
    "verdict": null,
    "why": "'"'15,7 milliards' is 15,700,000,000; 'euros' is EUR; hedged, so to its last digit that is no trailing zero, worth 100,000,000 EUR"'",
    "language": "fr"
  }
]' figure --lang fr "environ 15,7 milliards d'euros" --json

# One object for each text; open and infinite ends, ranges and what is vague.
succeeds figure 'more than 2 billion euros' '€1–2bn' 'billions of euros' 'up to $5m' --lang en --json
[ "$(grep -c '"text"' "$scratch/out")" = 4 ] || fail "should have four figures"
shows '    "low_closed": false,' '    "high": null,' '    "exact": null,' '    "qualifier": "between",' \
    '    "qualifier": "more than",' '    "qualifier": "vague",' '    "qualifier": "at most",' '    "exact": "5000000",'

# A number without a currency; words around one figure; bytes before it.
succeeds figure --lang en 'some 700,000' --json
shows '    "currency": null,' '    "low": "650000",' '    "high": "750000",'
succeeds figure --lang fr 'un montant de 3 milliards d’euros' --json
shows '    "begin": 14,' '    "text": "3 milliards d’euros",'
succeeds figure --lang fr '2 milliards d’euros (2,2 milliards de dollars)' --json
[ "$(grep -c '"text"' "$scratch/out")" = 1 ] || fail "should have one object for one TEXT"

# The language is guessed where none is given.
succeeds figure 'anderthalb Milliarden Euro' 'dodici milioni di euro' '約2兆3,000億円' '2.000 millones de euros' --json
shows '    "language": "de"' '    "language": "it"' '    "language": "ja"' '    "language": "es"'

refuses 2 'TEXT:1:5: expected the end of the amount' figure 'one symbolic euro' --lang en
refuses 2 'TEXT' figure 'fifteen people' --lang en
refuses 2 'TEXT' figure '5 euros and 6 dollars' --lang en
refuses 2 "--lang: no table for the language 'tlh'" figure '5 euros' --lang tlh
refuses 2 'text is required' figure
refuses 2 'TEXT' figure ''

# ---- by the codes of other currencies, as they are typed
succeeds figure '150 GBX' 'about 2.5 BTC' --currency 'BTC 8' --json
shows '    "currency": "GBX",' '    "currency": "BTC",'
refuses 2 TEXT figure '2.5 BTC'
