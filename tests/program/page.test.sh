#!/bin/sh
# SPDX-License-Identifier: MIT
# The report as a page and as a chart: what stands in them, and what a browser makes of them.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
founding=examples/plans/european-cloud.toml
page=$scratch/page.html

command -v gnuplot >/dev/null || skip 'no gnuplot here to draw a chart'
has() {
    for words in "$@"; do
        grep -Fq -e "$words" "$page" || fail "should have on its page: $words"
    done
}

# ---- what a reader is told
prints '' plans $founding --to EUR --by holder,year --svg "$scratch/chart.svg" --html "$page"
has '5 plans come to <strong>27,882 million EUR</strong> (as reported, between 26,735 and 29,028).' \
    'Of it 9,800 million EUR is spread over 2020 to 2040; for 18,082 million EUR no period is stated.' \
    '4 more figures are in no total.' \
    'By holder and year, in millions of EUR' '<summary><b>659</b><span class="mark">*</span><small>605–712</small></summary>' \
    '658,823,529.41 EUR, in [605,882,352.94, 711,764,705.89]; exactly 11200000000/17' \
    'F7: 7.8 bn EUR x 1/17 = 7800000000/17 EUR, 2026-01-01 to 2026-12-31; assumed: from  (european-cloud.toml:87:1)' \
    'F7: nobody stated &quot;from&quot;; 2024 is assumed' 'restates F2, consistent' 'superseded by F4' \
    'USD to EUR: 1 USD = 0.9211 EUR, as quoted, on any day; note of the report, 29 May 2024'
grep -q 'examples/' "$page" && fail "should not publish where its files lie"
grep -Eq '(src|href)="?https?:|@import|<script' "$page" && fail "should need no other page, and no script"
for form in html svg; do # - is standard output
    succeeds plans $founding --to EUR --by holder,year --$form "$scratch/written"
    prints "$(cat "$scratch/written")" plans $founding --to EUR --by holder,year --$form -
    [ ! -e ./- ] || { fail "should make no file of the name -" && rm ./-; }
done
succeeds plans $founding --to EUR --by holder --html "$page"
has 'By holder, in millions of EUR' '<a href="#plan-F7">F7</a>*' '<tr id="plan-F7"><th scope="row">F7</th>'

# What stands for a range is marked in the chart too, and in its words.
printf 'id,amount,from,to\nP,between 2 and 3 bn EUR,2024,2025\nQ,1 bn EUR,2025,2025\n' >"$scratch/range.csv"
succeeds plans "$scratch/range.csv" --to EUR --by year --svg -
grep -o '~[^<";]*' "$scratch/out" | sort -u >"$scratch/marks"
[ "$(cat "$scratch/marks")" = '~
~ a range or a limit in part' ] || fail "should mark ranges, and say what the mark is"
grep -Fq '2025 2,250 (1,500–3,000)~' "$scratch/out" || fail "should say so in words"

# Small amounts are shown whole, names as what they are, and what nobody could read.
cat >"$scratch/small.toml" <<'END'
[[plan]]
id = "A"
amount = "1000.00 USD"
holder = "<b>&"
from = 2023
to = 2025
also = "900.00 USD"
END
succeeds plans "$scratch/small.toml" --to USD --by year --html "$page"
has 'One plan comes to <strong>1,000.00 USD</strong>. It is spread over 2023 to 2025.' 'By year, in USD' '<b>333.34</b>' \
    '<b>333.33</b>' '&lt;b&gt;&amp;' 'A is also reported as 900.00 USD: INCONSISTENT'
grep -q '<b>&' "$page" && fail "should let no text pass for a mark"
sed 's/1000.00/3000.00/' "$scratch/small.toml" >"$scratch/later.toml"
succeeds plans "$scratch/later.toml" --to USD --by year --compare "$scratch/small.toml" --html "$page"
has '<th scope="col" class="number">Revised</th>' '<td class="number" data-head="Revised">2,000.00</td>' \
    'In small.toml it was 1,000.00 USD.' '<caption>From small.toml to this, in USD, each number rounded by itself</caption>'
sed 's/^status.*/status = "rumoured"/; /^amount/a status = "rumoured"' "$scratch/small.toml" >"$scratch/talk.toml"
succeeds plans "$scratch/talk.toml" --to USD --html "$page"
has '0 plans come to <strong>0.00 USD</strong>' '1 more figure is in no total.'

succeeds plans $founding --to EUR --stated-total '28 bn EUR' --html "$page"
has 'The stated total, 28 bn EUR, is consistent: the plans come to [26.73 bn, 29.03 bn] EUR'

# ---- the chart: by year where there are years, else of the rows; the largest holders apart, the others as one
grep -q '>In the years 2020 to 2040: 9,800 (9,250–10,350)\*<' "$scratch/chart.svg" || fail "should have the years' sum"
grep -q '>No period stated: 18,082 (17,485–18,678)<' "$scratch/chart.svg" || fail "should show what states no period apart"
grep -q 'aria-label="Bars by year, 2020 to 2040, in m EUR: 2020 200 (150–250); 2021 200 .*; No period stated 18,082 (17,485–18,678)"' "$scratch/chart.svg" || fail "should have words"
grep -q '>European cloud plans, as reported on 29 May 2024<' "$scratch/chart.svg" || fail "should have its title"
for number in 1 2 3 4 5 6 7 8 9; do
    printf '[[plan]]\nid = "%s"\namount = "%s00.00 EUR"\nholder = "Nº %s"\nfrom = 2024\nto = 2026\n' $number $number $number
done >"$scratch/many.toml"
succeeds plans "$scratch/many.toml" --to EUR --svg "$scratch/chart.svg"
for name in 'Nº 9' 'Nº 4' '3 others'; do
    grep -q "<text>$name</text>" "$scratch/chart.svg" || fail "should have $name in its legend"
done
grep -q '<text>Nº 3</text>' "$scratch/chart.svg" && fail "should draw the smallest as one"
sed '/^from/d; /^to/d' "$scratch/many.toml" >"$scratch/undated.toml"
succeeds plans "$scratch/undated.toml" --to EUR --svg "$scratch/chart.svg"
grep -q '<text>Nº 3: 300.00</text>' "$scratch/chart.svg" || fail "should have a bar for each row"

# ---- in a browser
chromium=$(command -v chromium || command -v chromium-browser) || skip 'no Chromium here to read the page'
# browsed OPTION...: what a browser makes of it.
browsed() {
    "$chromium" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$scratch/profile" "$@" \
        >"$scratch/out" 2>"$scratch/err" || fail "should be readable by a browser"
}
# told WORDS: a page finds all well, as wide as a phone, a tablet and a desk, and has so much.
told() {
    {
        echo '<!DOCTYPE html><meta charset="utf-8"><body>
            <script>addEventListener("message", told => document.body.append(document.createElement("br"), told.data));</script>'
        for width in 390 768 1280; do
            printf '<iframe width="%s" height="30000" style="border: 0" srcdoc="' $width
            sed "s/default-src 'none'/default-src 'none'; script-src 'unsafe-inline'/" "$page" | awk '/<\/body>/ { print "<script>"; while ((getline line < "tests/program/page_check.js") > 0) print line
                print "</script>" } { print }' | sed 's/&/\&amp;/g; s/"/\&quot;/g'
            echo '"></iframe>'
        done
    } >"$scratch/checked.html"
    browsed --window-size=1400,9000 --virtual-time-budget=10000 --dump-dom "file://$scratch/checked.html"
    [ "$(grep -Fo "<br>$1; all is well" "$scratch/out" | wc -l)" = 3 ] ||
        fail "should be told three times: $1; $(grep -o '<br>[0-9]* stories, .*' "$scratch/out")"
}
# printed: on paper no number is missing, cut or covered.
printed() {
    command -v pdftotext >/dev/null || skip 'no pdftotext here to read what is printed'
    browsed --print-to-pdf="$scratch/page.pdf" --no-pdf-header-footer "file://$page"
    pdftotext -bbox "$scratch/page.pdf" "$scratch/words.html"
    grep -o '<summary><b>[^<]*' "$page" | sed 's/.*>//' >"$scratch/numbers"
    awk -F'"' 'FNR == NR { wanted[$0]++; next }
        /<page/ { width = $2; n = 0; page++ }
        /<word/ {
            text = $0; sub(/.*">/, "", text); sub(/<.*/, "", text); bare = text; sub(/([*~]|†)+$/, "", bare); seen[bare]++
            if ($2 < 0 || $6 > width) print "cut: " text " on page " page
            for (i = 0; i < n; i++)
                if ($2 < right[i] - 0.5 && $6 > left[i] + 0.5 && $4 < low[i] - 2 && $8 > high[i] + 2)
                    print text " lies over " word[i] " on page " page
            left[n] = $2; high[n] = $4; right[n] = $6; low[n] = $8; word[n++] = text
        }
        END { for (number in wanted) if (seen[number] < wanted[number]) print "missing: " number }' \
        "$scratch/numbers" "$scratch/words.html" >"$scratch/wrong"
    [ -s "$scratch/numbers" ] || fail "should have numbers"
    [ ! -s "$scratch/wrong" ] || fail "should be whole on paper: $(head -n 5 "$scratch/wrong" | tr '\n' ';')"
}
succeeds plans $founding --to EUR --by holder,year --html "$page"
told '50 stories, 28 boxes, 3,105,10 strokes, 17 marks' # 21 years, two bars below, three series; a range is five strokes
printed
browsed --window-size=1200,900 --dump-dom "file://$page#AWS-2026" # a story has an address
grep -q '<details name="story" open=""><summary><b>659</b>' "$scratch/out" || fail "should open the story that its address names"
# A script that came in would not run, by the page's policy; without that it would.
mark='document.body.append("has " + "run")'
sed "s#</body>#<script>$mark</script><img src='x' onerror='$mark'></body>#" "$page" >"$scratch/let_in.html"
browsed --dump-dom "file://$scratch/let_in.html"
grep -q 'has run' "$scratch/out" && fail "should run no script"
sed '/Content-Security-Policy/d' "$scratch/let_in.html" >"$scratch/without.html"
browsed --dump-dom "file://$scratch/without.html"
grep -q 'has run' "$scratch/out" || fail "should find that the policy is what holds it"
succeeds plans "$scratch/small.toml" --to USD --by year --html "$page"
told '4 stories, 3 boxes,  strokes, 0 marks'

# Many holders and many years with long names, and amounts that are shown to the cent: in cards where nothing else fits.
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do
    printf '[[plan]]\nid = "%s"\namount = "%s111111.11 EUR"\nholder = "An office with a long name, Nº %s"\nfrom = 2024\nto = 2037\n' \
        $number $number $number
done >"$scratch/wide.toml"
for by in holder,year year,holder; do
    succeeds plans "$scratch/wide.toml" --to EUR --by $by --html "$page"
    told '225 stories, 105 boxes,  strokes, 0 marks'
    printed
done
