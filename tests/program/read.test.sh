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
# The language that is guessed is told, and one without a table is refused by its name.
succeeds read $text
grep -q '^the language was guessed: English, 94 % sure$' "$scratch/out" || fail "should tell its guess"
succeeds read $text --json
shows '    "name": "English",'
succeeds read $text --lang en --json
shows '  "guess": null,'
printf 'A Petrobras vai investir US$ 2 bilh\303\265es em novos projetos at\303\251 2030.' >"$scratch/pt.txt"
refuses 2 'this looks like Portuguese; there are de, en, es, fr, it, ja' read "$scratch/pt.txt"
refuses 2 'this looks like Portuguese' read "$scratch/pt.txt" --region BR
succeeds read "$scratch/pt.txt" --lang es

# What is no UTF-8 has a mark or a name, or is not read at all; a page is read for its article.
printf '5 \377 euros and 6 euros' >"$scratch/bytes.txt"
refuses 2 'not UTF-8' read "$scratch/bytes.txt"
printf 'It costs 5 \200 million.' >"$scratch/western.txt"
succeeds read "$scratch/western.txt" --encoding windows-1252
printf '\377\376\254\040\065\000\155\000' >"$scratch/utf16.txt"
succeeds read "$scratch/utf16.txt"
grep -q '^1  €5m' "$scratch/out" || fail "should read UTF-16 by its mark"
printf '<!DOCTYPE html><html><head><title>News</title></head><body><nav>$9m</nav><article>It costs $2.2&nbsp;billion.</article></body></html>' >"$scratch/news.html"
succeeds read "$scratch/news.html"
grep -q '2.15 bn, 2.25 bn. USD$' "$scratch/out" || fail "should read the article"
grep -qF '$9m' "$scratch/out" && fail "should not read a menu"
refuses 2 'no-such-file' read no-such-file
refuses 2 '--to' read $text --to EURO

# The draft is a plan file: amounts as the text has them, hints in comments.
succeeds read $text --plans "$scratch/draft.toml"
grep -q '^# to = 2029  # "by 2029"$' "$scratch/draft.toml" || fail "should hint at 2029"
grep -q '^restates = "F2"$' "$scratch/draft.toml" || fail "should link the restatement"
succeeds plans "$scratch/draft.toml" --to EUR
grep -q 'restates F2, consistent' "$scratch/out" || fail "should read its own draft"
# Unedited it totals nothing, and says why; confirmed, with the hints that are right, it is what the text says.
unconfirmed='9 of 9 plans are unconfirmed, and in no total; whoever confirms one takes its "confirmed = false" away'
shows "$unconfirmed."
grep -q '^Total *0.00  exact' "$scratch/out" || fail "should total nothing"
succeeds plans "$scratch/draft.toml" --to EUR --json
shows '  "unconfirmed": 9,'
[ "$(grep -c '"why":"unconfirmed"' "$scratch/out")" = 9 ] || fail "should say why of each"
[ "$(grep -c '"confirmed":false' "$scratch/out")" = 9 ] || fail "should say that none is confirmed"
"$program" plans "$scratch/draft.toml" --to EUR --csv 2>"$scratch/err" >"$scratch/out" || fail "should end well"
grep -qF "cambist: $unconfirmed" "$scratch/err" || fail "should say so beside CSV"
succeeds plans "$scratch/draft.toml" --to EUR --html "$scratch/draft.html"
grep -q '9 of 9 plans are unconfirmed' "$scratch/draft.html" || fail "should say so on the page"
sed -e '/^confirmed = false$/d' -e 's/^# \(status\|supersedes\)/\1/' "$scratch/draft.toml" >"$scratch/confirmed.toml"
succeeds plans "$scratch/confirmed.toml" --to EUR
grep -q '^Total *27,881,650,000.00 ' "$scratch/out" || fail "should total what is confirmed: $(grep Total "$scratch/out")"
sed -e 's/^# \(status\|supersedes\)/\1/' -e '/^id = "F2"/,/^amount/s/^confirmed = false$//' "$scratch/draft.toml" >"$scratch/one.toml"
succeeds plans "$scratch/one.toml" --to EUR
grep -q '^Total *2,000,000,000.00 ' "$scratch/out" || fail "should total what is confirmed alone"
for form in toml csv; do
    succeeds plans "$scratch/draft.toml" --write "$scratch/again.$form"
    succeeds plans "$scratch/again.$form" --to EUR
    shows "$unconfirmed."
done
printf 'half a billion euros; between 1 and 2 million dollars; up to £5m; several hundred million euros; €5.20; about 700,000 euros; a "\\\\" 3¼ million euros\n' >"$scratch/odd.txt"
succeeds read "$scratch/odd.txt" --lang en --plans "$scratch/odd.toml"
succeeds plans "$scratch/odd.toml" --to EUR --rate '1 USD = 0.9 EUR' --rate '1 GBP = 1.1 EUR'
grep -q '^amount = "500 m ± 250 m EUR"$' "$scratch/odd.toml" || fail "should keep the interval of a half"

# An amount that shares the currency of the one before it says so.
printf 'Debt stood at 3.1 billion Swiss francs in June, down from 3.4 billion.\n' >"$scratch/elided.txt"
succeeds read "$scratch/elided.txt" --lang en
grep -q '^2  3.4 billion (currency assumed) *\[3.35 bn, 3.45 bn\] CHF$' "$scratch/out" || fail "should mark what is assumed"

# An amount in another language than the text's says whose words it has.
printf 'The group will spend \342\202\254 5,5 Milliarden in Berlin.\n' >"$scratch/quoted.txt"
succeeds read "$scratch/quoted.txt" --lang en
grep -q '^1  .* 5,5 Milliarden (in de) *\[5.45 bn, 5.55 bn\] EUR$' "$scratch/out" || fail "should say whose words it has"

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
