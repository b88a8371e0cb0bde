#!/bin/sh
# SPDX-License-Identifier: MIT
# Options and arguments mean the same in any order, and an option takes one value each time it is said.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
cat >"$scratch/quotes.csv" <<'END'
day,base,quote,rate
2024-05-29,EUR,USD,1.25
2024-05-29,EUR,GBP,0.8
2024-05-29,GBP,SEK,13
END
printf 'P 2024-05-29 NZD 0.5 EUR\n' >"$scratch/prices.journal"
printf 'date,currency,amount,office\n2024-05-29,USD,10,Boston\n2024-05-29,GBP,4,Leeds\n' >"$scratch/first.csv"
printf 'date,currency,amount,office\n2024-05-29,SEK,26,Malmo\n2024-05-29,NZD,6,Nelson\n' >"$scratch/second.csv"
printf '[[plan]]\nid = "A"\nholder = "Ada"\namount = "10 USD"\nstatus = "announced"\n' >"$scratch/a.toml"
printf '[[plan]]\nid = "B"\nholder = "Bo"\namount = "4 GBP"\nstatus = "rumoured"\n' >"$scratch/b.toml"
printf 'The company spent 11 US dollars.\n' >"$scratch/text.txt"
succeeds sum "$scratch/first.csv" --by office --state-out "$scratch/first.state"
succeeds sum "$scratch/second.csv" --by office --state-out "$scratch/second.state"

# Reads arguments and options, "+ ARGUMENT" or "- OPTION [VALUE]" a line, and writes calls, a line each, of words for the
# shell: every option right before and right after every argument; every two options together, in both orders, before the
# arguments and after them; and `shuffles` orders at random, which keep that of the arguments.
cat >"$scratch/orders.awk" <<'END'
function random(below) { seed = (seed * 16807) % 2147483647; return seed % below }
function quoted(text) { gsub(/'/, "'\\''", text); return " '" text "'" }
function call(order,    n, i, line) {
    n = split(order, at, " ")
    for (i = 1; i <= n; ++i) line = line words[at[i]]
    print command line
}
function without(x, y,    i, rest) {
    for (i = 1; i <= options; ++i) if (option[i] != x && option[i] != y) rest = rest " " option[i]
    return rest
}
function shuffled(    i, j, n, t, order, next_argument) {
    n = split(all, at, " ")
    for (i = n; i > 1; --i) { j = 1 + random(i); t = at[i]; at[i] = at[j]; at[j] = t }
    for (i = 1; i <= n; ++i) order = order " " (is_argument[at[i]] ? argument[++next_argument] : at[i])
    return order
}
{
    value = substr($0, 3)
    space = index(value, " ")
    if ($1 == "+") { is_argument[NR] = 1; argument[++arguments] = NR; words[NR] = quoted(value) }
    else {
        option[++options] = NR
        words[NR] = space ? quoted(substr(value, 1, space - 1)) quoted(substr(value, space + 1)) : quoted(value)
    }
    all = all " " NR
}
END {
    for (i = 1; i <= arguments; ++i) given = given " " argument[i]
    call(given without(0, 0))
    for (i = 1; i <= options; ++i) {
        for (j = 1; j <= arguments; ++j) {
            before = after = ""
            for (k = 1; k <= arguments; ++k) {
                before = before (k == j ? " " option[i] : "") " " argument[k]
                after = after " " argument[k] (k == j ? " " option[i] : "")
            }
            call(before without(option[i], 0))
            call(without(option[i], 0) after)
        }
        for (j = 1; j <= options; ++j) {
            if (i == j) continue
            call(option[i] " " option[j] given without(option[i], option[j]))
            call(without(option[i], option[j]) given " " option[i] " " option[j])
        }
    }
    for (i = 0; i < shuffles; ++i) call(shuffled())
}
END

# any_order SHUFFLES COMMAND, and the call on standard input: in each order it prints what it prints in the first.
made=0
any_order() {
    awk -v shuffles="$1" -v command="$2" -v seed=20240529 -f "$scratch/orders.awk" >"$scratch/calls"
    : >"$scratch/first"
    while read -r words; do
        eval "set -- $words"
        succeeds "$@"
        [ -s "$scratch/first" ] || cp "$scratch/out" "$scratch/first"
        cmp -s "$scratch/out" "$scratch/first" || fail "should print what it prints in another order:
$(cat "$scratch/first")"
    done <"$scratch/calls"
    made=$((made + $(wc -l <"$scratch/calls")))
}

any_order 400 convert <<END
+ 13
+ SEK
+ EUR
- --rates $scratch/quotes.csv
- --rates $scratch/prices.journal
- --rate 1 EUR = 170 JPY
- --pivot EUR
- --pivot GBP
- --sign $=USD
- --on 2024-05-30
- --lookup on-or-before:1
- --round 3
- --explain
END
grep -q '^1\.250 EUR' "$scratch/first" || fail "13 SEK are 1 GBP, and that 1.25 EUR"
any_order 250 sum <<END
+ $scratch/first.csv
+ $scratch/second.csv
- --state-in $scratch/first.state
- --state-in $scratch/second.state
- --to EUR
- --by office
- --rates $scratch/quotes.csv
- --rates $scratch/prices.journal
- --pivot EUR
- --pivot GBP
END
grep -Eq '^Total +37.00 ' "$scratch/first" || fail "twice 8, 5, 2.50 and 3 EUR are 37"
any_order 150 rates <<END
+ $scratch/quotes.csv
+ $scratch/prices.journal
- --pair SEK/EUR
- --pivot GBP
- --sign $=USD
- --on 2024-05-29
- --json
END
any_order 100 plans <<END
+ $scratch/a.toml
+ $scratch/b.toml
- --to EUR
- --status announced
- --status rumoured
- --rates $scratch/quotes.csv
- --rate 1 EUR = 170 JPY
- --pivot EUR
- --on 2024-05-29
- --csv
END
grep -q '13.00' "$scratch/first" || fail "8 and 5 EUR are 13"
any_order 50 read <<END
+ $scratch/text.txt
- --lang en
- --to EUR
- --rates $scratch/quotes.csv
- --pivot EUR
- --on 2024-05-29
END
any_order 50 figure <<END
+ 5 EUR
+ 6 EUR
- --lang en
- --json
END
[ "$made" -ge 1600 ] || fail "$made calls are fewer than there are orders"

# What an option does not take is an argument.
refuses 2 'AMOUNT:1:4' convert --rates "$scratch/quotes.csv" USD EUR
refuses 2 'cannot be read' sum --rates "$scratch/quotes.csv" "$scratch/none.csv"
