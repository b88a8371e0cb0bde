#!/bin/sh
# SPDX-License-Identifier: MIT
# plot.sh MEASURED: draws benchmarks/tally.svg and benchmarks/csv.svg by gnuplot (Debian: gnuplot-nox), from what
# cambist_benchmarks printed.
set -eu
measured=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# line WHAT: the two medians of a line of the table of ratios.
line() {
    awk -v what="$1" '
        /^what: baseline/ { table = 1 }
        table && index($0, what) == 1 { $0 = substr($0, 45); print $1, $2; found = 1 }
        END { if (!found) { print "not measured: " what | "cat >&2"; exit 1 } }' "$measured"
}
# bar LABEL WHAT COLUMN KIND: KIND is 0 for ours.
bar() {
    value=$(line "$2" | cut -d ' ' -f "$3")
    printf '"%s" %s %s\n' "$1" "$value" "$4"
}
{
    bar 'tally, random rows' 'tally, random rows: double' 1 0
    bar 'double, random rows' 'tally, random rows: double' 2 1
    bar 'tally, rows by day' 'tally, rows by day: double' 1 0
    bar 'double, rows by day' 'tally, rows by day: double' 2 1
    bar 'its rounded total' 'rounded total of it: tallying' 1 0
    bar 'its full fraction' 'full fraction of it: tallying' 1 0
    bar 'cpp\\_rational' 'tally, random rows: cpp_rational' 2 1
} >"$scratch/tally"
{
    bar 'cambist sum' 'CSV: double' 1 0
    bar 'double' 'CSV: double' 2 1
    bar 'mawk, only adding' 'CSV: mawk, only adding' 2 1
    bar 'mawk, converting' 'CSV: mawk, converting by double' 2 1
} >"$scratch/csv"

# draw NAME TITLE HEIGHT SCALE
draw() {
    base=0 more='set xrange [0:*]'
    [ "$4" = linear ] || base=0.1 more='set logscale x'
    gnuplot <<END
set terminal svg size 720,$3 font "sans-serif,13" background "white"
set output "$here/$1.svg"
set title "$2" font ",13"
$more
set format x "%g"
set xlabel "nanoseconds a row ($4)"
set style fill solid
set yrange [*:*] reverse
set ytics nomirror
set xtics nomirror
set border 3
unset key
set offsets 0, 0, 0.6, 0.6
ours(kind) = kind == 0 ? 0x2a6f97 : 0xb0b0b0
shown(x) = x < 10 ? sprintf("  %.2f", x) : sprintf("  %.0f", x)
plot "$scratch/$1" using ($base):0:($base):2:(\$0-0.35):(\$0+0.35):(ours(\$3)):ytic(1) with boxxyerror lc rgb variable, \
     "" using 2:0:(shown(\$2)) with labels left
END
}
draw tally '50 million rows, 40 currencies, 6,983 days' 380 logarithmic
draw csv 'A million rows of CSV, each at the rate of its day' 270 linear
