#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh PAIR own|OTHER COMPILER [FLAG...]: PAIR.ok.cpp compiles, and PAIR.fail.cpp is refused as its first line says, by
# COMPILER, or by OTHER with the same flags, where there is one:
#   // error: REGEX    some line of the compiler's output matches (extended, as of grep -E)
#   // remedy: REGEX   some line of the first error's matches, and these are few: at most 12 of g++, 20 of clang++
set -eu
pair=$1
shift
# shellcheck source=tests/support/by_compiler.sh
. "$(dirname "$0")/../support/by_compiler.sh"
expected=$(sed -n '1s|^// ||p' "$pair.fail.cpp")
reason=${expected#*: }
case $expected in
error:\ ?* | remedy:\ ?*) ;;
*)
    echo "$pair.fail.cpp: its first line must be '// error: REGEX' or '// remedy: REGEX'" >&2
    exit 1
    ;;
esac
if ! "$@" -fsyntax-only "$pair.ok.cpp"; then
    echo "$pair.ok.cpp: should compile" >&2
    exit 1
fi
if output=$("$@" -fsyntax-only "$pair.fail.cpp" 2>&1); then
    echo "$pair.fail.cpp: compiles, and should not" >&2
    exit 1
fi
told=$output
if [ "${expected%%:*}" = remedy ]; then
    told=$(echo "$output" | awk '/^[0-9]+ errors? generated/ || / error: / && seen++ { exit } { print }')
    most=12
    ! "$@" --version | grep -q clang || most=20
    if [ "$(echo "$told" | wc -l)" -gt $most ]; then
        printf '%s.fail.cpp: the first error should take at most %d lines, but says:\n%s\n' "$pair" $most "$told" >&2
        exit 1
    fi
fi
# The compiler quotes lines of the source too; the line that holds the expectation proves nothing.
if ! echo "$told" | grep -v -e '// error: ' -e '// remedy: ' | grep -qE -- "$reason"; then
    printf '%s.fail.cpp: is refused, but no line of the output matches: %s\n%s\n' "$pair" "$reason" "$output" >&2
    exit 1
fi
