#!/bin/sh
# SPDX-License-Identifier: MIT
# Help, by example: what it shows runs, and fits a terminal; the version is the header's.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"

version=$(sed -n 's/^#define CAMBIST_VERSION "\(.*\)"$/\1/p' include/cambist/version.hpp)
prints "cambist $version" --version
for command in '' convert plans rates sum figure read form; do
    # shellcheck disable=SC2086 # no word, for the program itself
    succeeds $command --help
    wide=$(grep -E '.{101}' "$scratch/out") && fail "should be at most 100 characters wide: $wide"
    for word in Usage: Examples: Options:; do
        grep -q "^$word" "$scratch/out" || fail "should have the part $word"
    done
    # Each example but those with files of the reader's own.
    sed -n 's/^  cambist //p' "$scratch/out" | grep -v -e eurofxref -e budget -e payments >"$scratch/examples"
    [ -s "$scratch/examples" ] || fail "should have an example that runs"
    while read -r arguments; do
        eval "succeeds $arguments"
        [ -s "$scratch/out" ] || fail "should print something"
    done <"$scratch/examples"
done
succeeds convert -h

# Each language that has a table is named.
for command in figure read; do
    succeeds $command --help
    for table in src/prose/languages/*.txt; do
        code=$(basename "$table" .txt)
        [ "$code" = common ] || grep -Eq "language: .*\b$code\b" "$scratch/out" || fail "should name the language $code"
    done
done
