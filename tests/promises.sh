#!/bin/sh
# SPDX-License-Identifier: MIT
# promises.sh ROOT: each promise of docs/promises.md names its tests, and each of these is there.
set -eu
cd "$1"
page=docs/promises.md
failures=0
wrong() {
    echo "$page: $1" >&2
    failures=$((failures + 1))
}

# A promise a line, and what stands in its last parentheses.
awk '
    /^- / { if (text != "") print text; text = $0; next }
    text != "" && /^  / { sub(/^ +/, ""); text = text " " $0; next }
    text != "" { print text; text = "" }
    END { if (text != "") print text }' $page >"${TMPDIR:-/tmp}/cambist-promises.$$"
promises=${TMPDIR:-/tmp}/cambist-promises.$$
trap 'rm -f "$promises"' EXIT
[ "$(wc -l <"$promises")" -gt 20 ] || wrong "the promises are not found"

# there NAME: a test of this name.
there() {
    case $1 in
    program.*) [ -f "tests/program/${1#program.}.test.sh" ] ;;
    fuzz.*) [ -d "tests/fuzz/${1#fuzz.}" ] && grep -qwF "${1#fuzz.}" tests/fuzz/CMakeLists.txt ;;
    costs | hostile.*) grep -rqF "cambist_add_test($1 " tests --include=CMakeLists.txt ;;
    *) grep -rqF "TEST_CASE(\"$1\")" tests --include='*.cpp' ;;
    esac
}
while IFS= read -r promise; do
    tests=$(printf '%s\n' "$promise" | sed -n 's/.*\. (\(`.*`\))$/\1/p' | grep -o '`[^`]*`' | tr -d '`') || true
    [ -n "$tests" ] || wrong "no test is named: $promise"
    printf '%s\n' "$tests" | while IFS= read -r name; do
        [ -z "$name" ] || there "$name" || echo "$name"
    done >"$promises.missing"
    while IFS= read -r name; do wrong "there is no test $name"; done <"$promises.missing"
    rm -f "$promises.missing"
done <"$promises"
[ "$failures" = 0 ]
