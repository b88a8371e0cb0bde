#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh ROOT: every header a user includes, in both flavours, by every Clang there is, is silent under -Weverything, as
# C++20 and C++23 and, where it is installed, with libc++. Exempt is what speaks of older standards, padding, weak vtables,
# switches and unsafe buffers; libc++ and libstdc++ are what they are: the header-only bodies use std::stable_sort, of which
# libstdc++ 12 uses what it says is deprecated.
set -eu
cd "$1"
exempt='-Wno-unknown-warning-option -Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-pre-c++20-compat-pedantic
    -Wno-padded -Wno-weak-vtables -Wno-switch-default -Wno-switch-enum -Wno-covered-switch-default
    -Wno-unsafe-buffer-usage -Wno-deprecated-declarations'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo '#include <cambist/cambist.hpp>' >"$work/header_only.cpp"
cat "$work/header_only.cpp" - >"$work/compiled.cpp" <<'END'
#include <cambist/io.hpp>
#include <cambist/prose.hpp>
END
failures=0
tried=0
# silent COMPILER FLAVOUR FLAG...
silent() {
    compiler=$1 file=$work/$2.cpp
    shift 2
    tried=$((tried + 1))
    # shellcheck disable=SC2086 # the options are words
    if ! "$compiler" -Weverything $exempt -Werror -Iinclude -fsyntax-only "$@" "$file" 2>"$work/log"; then
        printf '%s %s %s is not silent:\n' "$compiler" "$*" "${file##*/}" >&2
        head -n 20 "$work/log" >&2
        failures=$((failures + 1))
    fi
}

compilers=$(
    for path in $(echo "$PATH" | tr : ' '); do
        ls "$path" 2>/dev/null || :
    done | grep -E '^clang\+\+-[0-9]+$' | sort -u
)
[ -n "$compilers" ] || compilers=$(command -v clang++ || :)
for compiler in $compilers; do
    "$compiler" --version | head -n 1
    echo '#include <string>' >"$work/probe.cpp"
    for library in libstdc++ libc++; do
        if ! "$compiler" -stdlib=$library -std=c++20 -fsyntax-only "$work/probe.cpp" 2>/dev/null; then
            echo "skipped: $compiler has no $library"
            continue
        fi
        silent "$compiler" compiled -stdlib=$library -std=c++20 -DCAMBIST_COMPILED
        silent "$compiler" header_only -stdlib=$library -std=c++20
    done
    # What libstdc++ has for C++23 Clang 14 does not compile, so that what it says of it is no fault of ours.
    if echo '#include <ranges>' | "$compiler" -std=c++2b -fsyntax-only -x c++ - 2>/dev/null; then
        silent "$compiler" compiled -std=c++2b -DCAMBIST_COMPILED
    else
        echo "skipped: $compiler does not compile its library as C++23"
    fi
done
if [ "$tried" = 0 ]; then
    echo "skipped: there is no clang++"
    exit 77
fi
[ "$failures" = 0 ]
