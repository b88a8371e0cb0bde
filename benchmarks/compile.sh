#!/bin/sh
# SPDX-License-Identifier: MIT
# compile.sh [RUNS]: what including costs, as ratios of processor time: a header to the standard headers that it includes, and
# a file that formats one amount at -O2 to one that includes <fmt/format.h> alone. Compiled flavour; by g++ and clang++ where
# they are. Each ratio is of the least times of so many runs (7), ours and the baseline in turn.
set -eu
runs=${1:-7}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# All headers that one of ours includes, ours left out: standard_of HEADER
standard_of() {
    "$compiler" -std=c++20 -Iinclude -DCAMBIST_COMPILED -x c++ -M -include "$1" /dev/null | tr -s '\\ ' '\n\n' |
        { grep '^include/cambist/' || :; } |
        xargs sed -n '/^#ifndef CAMBIST_COMPILED/,/^#endif/d; s/^ *# *include <\([a-z_]*\)>.*/#include <\1>/p' | sort -u
}
# Seconds of the processor that a compilation takes: seconds FLAG... FILE
seconds() {
    { LC_ALL=C bash -c 'TIMEFORMAT="%U %S"; time "$@"' - "$compiler" -std=c++20 -Iinclude -DCAMBIST_COMPILED "$@"; } 2>&1 |
        awk '{ print $1 + $2 }'
}
# compare NAME WANTED FLAG...: ours.cpp to baseline.cpp
compare() {
    name=$1 wanted=$2
    shift 2
    : >"$work/times"
    run=0
    while [ $run -lt "$runs" ]; do
        echo "$(seconds "$@" "$work/ours.cpp") $(seconds "$@" "$work/baseline.cpp")" >>"$work/times"
        run=$((run + 1))
    done
    awk -v name="$compiler: $name" -v wanted="$wanted" '
        NR == 1 || $1 < ours { ours = $1 }
        NR == 1 || $2 < base { base = $2 }
        END { printf "%-45s %6.2f s %6.2f s %6.2f  (wanted: %s)\n", name, ours, base, ours / base, wanted }' "$work/times"
}

echo "what                                            ours baseline  ratio"
for compiler in g++ clang++; do
    command -v $compiler >/dev/null || continue
    money=1.4
    [ $compiler = g++ ] || money=1.25
    for header in money:$money rates:1.6 cambist:-; do
        echo "#include <cambist/${header%:*}.hpp>" >"$work/ours.cpp"
        standard_of "cambist/${header%:*}.hpp" >"$work/baseline.cpp"
        [ "$header" != cambist:- ] || echo '#include <fmt/format.h>' >>"$work/baseline.cpp"
        compare "${header%:*}.hpp to its standard headers" "${header#*:}" -fsyntax-only
    done
    printf '#include <cambist/text/format_money.hpp>\nstd::string one(cambist::money<> m) { return fmt::format("{}", m); }\n' \
        >"$work/ours.cpp"
    echo '#include <fmt/format.h>' >"$work/baseline.cpp"
    compare 'formatting an amount, -O2, to <fmt/format.h>' 3 -O2 -c -o "$work/object.o"
done
