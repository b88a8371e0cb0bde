#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh PAIR COMPILER [FLAG...]: PAIR.ok.cpp compiles, and PAIR.fail.cpp is refused for the reason that its first line
# gives, `// error: REGEX` (extended, as of grep -E), which some line of the compiler's output matches.
set -eu
pair=$1
shift
reason=$(sed -n '1s|^// error: ||p' "$pair.fail.cpp")
if [ -z "$reason" ]; then
    echo "$pair.fail.cpp: its first line must be '// error: REGEX'" >&2
    exit 1
fi
if ! "$@" -fsyntax-only "$pair.ok.cpp"; then
    echo "$pair.ok.cpp: should compile" >&2
    exit 1
fi
if output=$("$@" -fsyntax-only "$pair.fail.cpp" 2>&1); then
    echo "$pair.fail.cpp: compiles, and should not" >&2
    exit 1
fi
# The compiler quotes lines of the source too; the line that holds the expectation proves nothing.
if ! echo "$output" | grep -v '// error: ' | grep -qE -- "$reason"; then
    printf '%s.fail.cpp: is refused, but no line of the output matches: %s\n%s\n' "$pair" "$reason" "$output" >&2
    exit 1
fi
