#!/bin/sh
# SPDX-License-Identifier: MIT
# `cambist read`: finds, verdicts, conversion, the page, and the draft that `cambist plans` reads.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
text=examples/texts/cloud-plans.txt

succeeds read $text --to EUR
grep -q 'restates 2.*1980.365 m, 2072.475 m. EUR' "$scratch/out" || fail "should convert at the text's own rate"
grep -q '^3 restates 2: consistent; together \[1980.365 m, 2072.475 m\] EUR$' "$scratch/out" || fail "should judge"

succeeds read $text --json
grep -q '"figures"' "$scratch/out" || fail "should have figures"
grep -q '"rates"' "$scratch/out" || fail "should have rates"
[ "$(grep -c '"qualifier"' "$scratch/out")" = 9 ] || fail "should find nine figures"
shows '      "restates": 1,' '        "consistent": true,' '        "gap": "0",' '          "low": "1980365000",' \
    '      "quote": "1 USD = 0.9211 EUR",' '      "exact": "9211/10000",'

# A rate that is given prevails; its own interval when asked for; other currencies need one.
succeeds read $text --json --rate '1 USD = 0.5 EUR'
shows '        "consistent": false,' '        "gap": "375000000",' '        "reconciled": null,'
succeeds read $text --json --rate-interval
shows '          "low": "1980257500",' '          "high": "2072587500",'
refuses 1 'no rate' read $text --to GBP
succeeds read $text --to GBP --rate '1 GBP = 1.17 EUR' --rate '1 GBP = 1.27 USD'

# What is seen and not read is counted, listed, and marked on the page.
printf 'It paid 5 million pesos, and \342\202\254 300 miljoen to others.' >"$scratch/unread.txt"
succeeds read "$scratch/unread.txt" --lang en
shows "2 amounts were seen and not read: '5 million pesos' lacks which country's money it is, see --region; '€ 300 miljoen' lacks the meaning of the word after the number, which may be its scale, see --lang"
succeeds read "$scratch/unread.txt" --lang en --json
shows '      "kind": "unclear currency",' '      "kind": "unknown scale",' '      "settled_by": "--region",'
succeeds read "$scratch/unread.txt" --lang en --html "$scratch/unread.html"
[ "$(grep -o '<mark class="unread" title=' "$scratch/unread.html" | wc -l)" = 2 ] || fail "should mark what was not read"
succeeds read "$scratch/unread.txt" --lang en --region MX
grep -q '5 million pesos.*MXN' "$scratch/out" || fail "should take a country's pesos"
printf 'Nothing costs anything here.' | run read - --lang en
shows 'no amount of money was seen'

# Standard input, another language, nothing to find.
printf 'Der Bau kostet rund 1,2 Milliarden Euro (1,3 Milliarden Dollar).' | run read - --json
shows '      "begin": 15,' '      "end": 39,' '      "restates": 0,' '      "verdict": null,' '  "rates": [],'
printf 'Nothing costs anything here, for 347 million people.' | run read - --json
shows '  "figures": [],' '  "rates": [],'
printf '5 \377 euros and 6 euros' | run read - --json
shows '      "text": "6 euros",'
refuses 2 'no-such-file' read no-such-file
refuses 2 '--to' read $text --to EURO

# The draft is a plan file: amounts as the text has them, hints in comments.
succeeds read $text --plans "$scratch/draft.toml"
grep -q '^# to = 2029  # "by 2029"$' "$scratch/draft.toml" || fail "should hint at 2029"
grep -q '^restates = "F2"$' "$scratch/draft.toml" || fail "should link the restatement"
succeeds plans "$scratch/draft.toml" --to EUR
grep -q 'restates F2, consistent' "$scratch/out" || fail "should read its own draft"
printf 'half a billion euros; between 1 and 2 million dollars; up to £5m; several hundred million euros; €5.20; about 700,000 euros; a "\\\\" 3¼ million euros\n' >"$scratch/odd.txt"
succeeds read "$scratch/odd.txt" --lang en --plans "$scratch/odd.toml"
succeeds plans "$scratch/odd.toml" --to EUR --rate '1 USD = 0.9 EUR' --rate '1 GBP = 1.1 EUR'
grep -q '^amount = "500 m ± 250 m EUR"$' "$scratch/odd.toml" || fail "should keep the interval of a half"

# An amount that shares the currency of the one before it says so.
printf 'Debt stood at 3.1 billion Swiss francs in June, down from 3.4 billion.\n' >"$scratch/elided.txt"
succeeds read "$scratch/elided.txt" --lang en
grep -q '^2  3.4 billion (currency assumed) *\[3.35 bn, 3.45 bn\] CHF$' "$scratch/out" || fail "should mark what is assumed"

# The page is one file, well formed where it matters, and shows no more than the text has.
printf '<script>alert("5 euros")</script> & 6 euros\342\200\256' >"$scratch/page.txt"
succeeds read "$scratch/page.txt" --lang en --html "$scratch/page.html"
grep -q '<script' "$scratch/page.html" && fail "should escape markup"
grep -q '<mark id="f1"' "$scratch/page.html" || fail "should mark the figure"
grep -Eq 'https?:|src=|@import' "$scratch/page.html" && fail "should need nothing from elsewhere"
succeeds read $text --html "$scratch/cloud.html"

# In a real browser, where there is one.
browser=
for name in chromium chromium-browser google-chrome; do
    command -v $name >/dev/null && browser=$name
done
[ -n "$browser" ] || skip "no Chromium here to look at the page with"
"$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/profile" --dump-dom "file://$scratch/cloud.html" \
    >"$scratch/dom" 2>/dev/null || fail "the browser should show the page"
[ "$(grep -o '<mark id=' "$scratch/dom" | wc -l)" = 9 ] || fail "the browser should see nine figures"
grep -q '<mark class="rate"' "$scratch/dom" || fail "the browser should see the rate"
