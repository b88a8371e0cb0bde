#!/bin/sh
# SPDX-License-Identifier: MIT
# without_cxx20.sh ROOT COMPILER: every header that a user includes ends an older standard's compilation with the remedy, in
# at most five lines. What other compilers there are say it too.
set -eu
cd "$1"
failures=0
file=$(mktemp)
trap 'rm -f "$file"' EXIT
for compiler in "$2" g++ clang++; do
    command -v "$compiler" >/dev/null || continue
    for header in include/cambist/*.hpp; do
        header=${header#include/}
        [ "$header" != cambist/version.hpp ] || continue # is read by any compiler
        echo "#include <$header>" >"$file"
        if output=$("$compiler" -std=c++17 -Iinclude -fsyntax-only -x c++ "$file" 2>&1) ||
            ! echo "$output" | grep -q 'fatal error: .*compile with -std=c++20' || [ "$(echo "$output" | wc -l)" -gt 5 ]; then
            printf '%s: %s as C++17 should be refused in five lines, but says:\n%s\n' "$compiler" "$header" "$output" >&2
            failures=$((failures + 1))
        fi
    done
done
[ "$failures" = 0 ]
