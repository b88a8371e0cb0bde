#!/bin/sh
# SPDX-License-Identifier: MIT
# The README's C++ stands in the examples, between [readme] marks, and prints what is shown; its commands print what they
# are shown to print.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"
built_examples=$3/../examples
status=0 call=README.md
: >"$scratch/out"
: >"$scratch/err"

# blocks LANGUAGE: the README's fenced blocks of a language, each in a file $scratch/LANGUAGE.1, .2, ...
blocks() {
    awk -v language="$1" -v name="$scratch/$1" '
        $0 == "```" { inside = 0 }
        inside { print > (name "." count) }
        $0 == "```" language { inside = 1; count++ }' README.md
    [ -f "$scratch/$1.1" ] || fail "README.md should have a block of $1"
}

# What stands between marks, without indentation.
for example in examples/[0-9][0-9]_*.cpp; do
    awk -v name="$scratch/marked.$(basename "$example")" '
        { sub(/^ */, "") }
        $0 == "// [/readme]" { inside = 0 }
        inside { print > (name "." count) }
        $0 == "// [readme]" { inside = 1; count++ }' "$example"
done
blocks cpp
for block in "$scratch"/cpp.*; do
    sed 's/^ *//' "$block" >"$scratch/wanted"
    found=no
    for marked in "$scratch"/marked.*; do
        cmp -s "$scratch/wanted" "$marked" && found=yes
    done
    checks=$((checks + 1))
    [ $found = yes ] || fail "should have this in an example, between marks:
$(cat "$block")"
done

# The text after the C++ is what it prints.
blocks text
if [ -x "$built_examples/00_readme" ]; then
    "$built_examples/00_readme" >"$scratch/printed"
    cmp -s "$scratch/text.1" "$scratch/printed" || fail "should print:
$(cat "$scratch/printed")"
fi

# Commands and their output, as in a terminal.
blocks console
for block in "$scratch"/console.*; do
    sed -n 's/^\$ //p' "$block" >"$scratch/commands"
    while read -r command; do
        checks=$((checks + 1))
        case $command in
        'cambist '*) ;;
        *) fail "should begin with cambist: $command" ;;
        esac
        printf '$ %s\n' "$command"
        eval "\"\$program\" ${command#cambist }" 2>&1
    done <"$scratch/commands" >"$scratch/printed"
    cmp -s "$block" "$scratch/printed" || fail "should show:
$(cat "$scratch/printed")"
done

# What it links to is there.
grep -o '](\([^)#]*\))' README.md | sed -e 's/^](//' -e 's/)$//' | grep -v '^https:' >"$scratch/links"
while read -r link; do
    [ -e "$link" ] || fail "README.md links to $link"
done <"$scratch/links"
