#!/bin/sh
# SPDX-License-Identifier: MIT
# object_size.sh COMPILER [FLAG...]: the object of a file that formats one amount has less than 10 KB of code, so that no
# file of a consumer holds fmt once more.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/one.cpp" <<'END'
#include <cambist/text/format_money.hpp>

std::string one(const cambist::money<cambist::currencies::EUR>& m) { return fmt::format("{}", m); }
END
"$@" -O2 -c "$work/one.cpp" -o "$work/one.o"
bytes=$(size -A "$work/one.o" | awk '$1 ~ /^\.text/ { sum += $2 } END { print sum + 0 }')
echo "$bytes bytes"
[ "$bytes" -gt 0 ] && [ "$bytes" -lt 10240 ]
