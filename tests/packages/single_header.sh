#!/bin/sh
# SPDX-License-Identifier: MIT
# single_header.sh TREE SCRATCH CXX: the single header, made anew, serves the README's program as cambist's own headers do.
set -eu
tree=$1
scratch=$2
cxx=$3
command -v python3 >/dev/null || { echo "SKIPPED: there is no python3"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch/cambist"
python3 "$tree/packaging/single-header/amalgamate.py" >"$scratch/cambist/cambist.hpp"
if grep -n '# *include <cambist/' "$scratch/cambist/cambist.hpp"; then
    echo "it includes what is not in it" >&2
    exit 1
fi
printf '#include <cambist/cambist.hpp>\nint other() { return cambist::exact("0.5") == 1 ? 1 : 0; }\n' >"$scratch/other.cpp"
"$cxx" -std=c++20 -Wall -Wextra -Werror -I"$scratch" "$tree/examples/00_readme.cpp" "$scratch/other.cpp" -o "$scratch/alone" -lfmt
"$cxx" -std=c++20 -I"$tree/include" "$tree/examples/00_readme.cpp" -o "$scratch/of_many" -lfmt
"$scratch/of_many" >"$scratch/wanted"
"$scratch/alone" | diff "$scratch/wanted" -
[ -s "$scratch/wanted" ]
