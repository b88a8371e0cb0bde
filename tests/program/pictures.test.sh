#!/bin/sh
# SPDX-License-Identifier: MIT
# What gnuplot has part in: pictures, where it is here, is not, fails, or is set up by the user.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
founding=examples/plans/european-cloud.toml
ecb=examples/rates/sample-ecb.csv
mkdir "$scratch/bin" "$scratch/home"
echo old >"$scratch/old"

# fails WORDS: with the gnuplot that stands in the folder bin, each command says so, and leaves its files.
fails() {
    words=$1
    for arguments in "plans $founding --to EUR --svg $scratch/a.svg" "plans $founding --to EUR --html $scratch/a.svg" \
        "rates $ecb --pair EUR/USD --plot $scratch/a.svg" "rates $ecb --pair EUR/USD --plot $scratch/a.png"; do
        for name in a.svg a.png; do cp "$scratch/old" "$scratch/$name"; done
        path=$PATH
        PATH=$scratch/bin$2
        # shellcheck disable=SC2086 # the words are arguments
        run $arguments
        PATH=$path
        [ "$status" = 2 ] && [ ! -s "$scratch/out" ] || fail "should end with status 2"
        [ "$(cat "$scratch/err")" = "cambist: nothing is drawn: $words" ] || fail "should say: $words"
        cmp -s "$scratch/old" "$scratch/a.svg" && cmp -s "$scratch/old" "$scratch/a.png" || fail "should leave the old picture"
    done
}
fails 'gnuplot is not here (Debian has it as gnuplot-nox)' ''
stand_in() {
    printf '#!/bin/sh\n%s\n' "$1" >"$scratch/bin/gnuplot"
    chmod +x "$scratch/bin/gnuplot"
}
stand_in 'echo "<svg>half"; exit 1'
fails 'gnuplot failed at it' ":$PATH"
stand_in 'echo "<svg>half"'
fails 'gnuplot made no whole picture of it' ":$PATH"
stand_in ':'
fails 'gnuplot made no whole picture of it' ":$PATH"

command -v gnuplot >/dev/null || skip 'no gnuplot here'
# The user's own settings are not asked.
printf 'set terminal dumb\nset output "%s"\nset title "mine"\nexit status 3\n' "$scratch/mine" >"$scratch/home/.gnuplot"
mkdir -p "$scratch/home/.config/gnuplot"
cp "$scratch/home/.gnuplot" "$scratch/home/.config/gnuplot/gnuplotrc"
home=$HOME
export HOME="$scratch/home"
succeeds plans $founding --to EUR --svg "$scratch/chart.svg"
succeeds rates $ecb --pair EUR/USD --plot "$scratch/history.svg"
succeeds rates $ecb --pair EUR/USD --plot "$scratch/history.png"
HOME=$home
for name in chart.svg history.svg; do
    grep -q '</svg>' "$scratch/$name" || fail "should be whole"
    grep -q 'mine' "$scratch/$name" && fail "should not be by the user's settings"
done
[ "$(head -c 8 "$scratch/history.png" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || fail "should be a PNG"
[ ! -e "$scratch/mine" ] || fail "should write nothing else"
succeeds rates $ecb --pair EUR/USD --plot -
cmp -s "$scratch/out" "$scratch/history.svg" || fail "should print the picture"
refuses 2 'ending in .svg or .png' rates $ecb --pair EUR/USD --plot "$scratch/history.pdf"
