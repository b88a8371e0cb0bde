#!/bin/sh
# SPDX-License-Identifier: MIT
# pages.sh ROOT: the C++ of each page of docs/, but for docs/errors.md, stands between [page] marks in the program of its
# name in examples/how_to, in the same order and to the last block; docs/README.md leads to each page; links lead somewhere.
set -eu
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
fail() {
    echo "$1" >&2
    failures=$((failures + 1))
}

pages=0
for page in docs/how-to/*.md $(grep -l '^```cpp' docs/*.md | grep -v errors.md); do
    pages=$((pages + 1))
    program=examples/how_to/$(basename "$page" .md).cpp
    [ -f "$program" ] || { fail "$page: there is no $program"; continue; }
    awk '$0 == "```" { inside = 0 } inside { sub(/^ */, ""); print } $0 == "```cpp" { inside = 1; print "--" }' "$page" >"$scratch/shown"
    awk '{ sub(/^ */, "") } $0 == "// [/page]" { inside = 0 } inside { print } $0 == "// [page]" { inside = 1; print "--" }' \
        "$program" >"$scratch/marked"
    [ -s "$scratch/shown" ] || fail "$page: has no C++"
    diff "$scratch/shown" "$scratch/marked" || fail "$page (<) and $program (>) differ"
    grep -Fq "](${page#docs/})" docs/README.md || fail "docs/README.md should lead to $page"
done
[ "$pages" -gt 8 ] || fail "the pages are not found"
for program in examples/how_to/*.cpp; do
    name=$(basename "$program" .cpp).md
    [ -f "docs/how-to/$name" ] || [ -f "docs/$name" ] || fail "$program: no page shows it"
done

for page in docs/*.md docs/how-to/*.md; do
    awk '/^```/ { is_code = !is_code } !is_code' "$page" | grep -o '](\([^)#]*\))' | sed -e 's/^](//' -e 's/)$//' | grep -v '^https\{0,1\}:' >"$scratch/links" || true
    while read -r link; do
        [ -e "$(dirname "$page")/$link" ] || fail "$page links to $link"
    done <"$scratch/links"
done
[ "$failures" = 0 ]
