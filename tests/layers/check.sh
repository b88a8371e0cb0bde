#!/bin/sh
# SPDX-License-Identifier: MIT
# Keeps the house in its layers and within its budgets, by the table cmake/layers.txt:
#   check.sh walk  ROOT                      every #include stays in its layer or goes down, and none is forbidden
#   check.sh names ROOT                      umbrellas have what their folders have; all who list the layers list them alike
#   check.sh budgets ROOT COMPILER [FLAG...] no header costs or reads more than its layer may
#   check.sh alone   ROOT COMPILER [FLAG...] every header compiles by itself
#   check.sh constants ROOT COMPILER [FLAG...] constants.cpp compiles under the sanitizers
#   check.sh bodies  ROOT COMPILER [FLAG...] so does every header that has a body of its own in an .ipp, or is needed by one
set -eu
what=$1
cd "$2"
include=$2/include
shift 2
table=cmake/layers.txt
failures=0
fail() {
    echo "$1" >&2
    failures=$((failures + 1))
}

# layers [KIND]: the names in the table, in their order.
layers() {
    awk -v kind="${1:-layer|beside}" '$1 ~ "^(" kind ")$" { print $2 }' "$table"
}

# files KIND [FOLDER]: those of include/cambist, or of a folder in it, as includes name them.
files() {
    (cd include/cambist && find "${2:-.}" -type f -name "*.$1" | sed 's|^\./||' | LC_ALL=C sort)
}

# The one line of the table that a header is under: KIND LAYER BUDGET NEVER...
rules_of() {
    awk -v header="$1" '
        BEGIN { split(header, part, /[\/.]/); layer = part[1] == "cambist" ? "text" : part[1] }
        $1 == "apart" && $2 == header { found = $0; exit }
        ($1 == "layer" || $1 == "beside") && $2 == layer { found = $0 }
        $1 == "below" { below = $0 }
        END { print found == "" ? below : found }' "$table"
}

# One line per include of ours: FILE INCLUDED, both from the root. What the program names from its own top is found there.
includes() {
    find include src benchmarks examples -type f -name '*.?pp*' -exec awk '
        function is_file(path,    line) { return (getline line < path) >= 0 && close(path) == 0 }
        /^ *# *include *<cambist\// { sub(/^[^<]*</, ""); sub(/>.*/, ""); print FILENAME, "include/" $0 }
        /^ *# *include *"/ {
            sub(/^[^"]*"/, ""); sub(/".*/, "")
            path = FILENAME; sub(/[^\/]*$/, "", path); path = path $0
            while (sub(/[^\/.]+\/\.\.\//, "", path));
            print FILENAME, is_file("src/program/" $0) && !is_file(path) ? "src/program/" $0 : path
        }' '{}' +
}

walk() {
    { cat "$table" && echo "==" && includes; } | awk '
        function below(path, folder) { return index(path, folder "/") == 1 }
        # The layer of a file of include/cambist; its umbrella has the same name.
        function layer_of(path) {
            if (path == "include/cambist/cambist.hpp") return "whole"
            sub(/^include\/cambist\//, "", path)
            sub(/[\/.].*/, "", path)
            return path in rank ? path : "top"
        }
        function is_umbrella(path) { return path ~ /^include\/cambist\/[a-z]+\.hpp$/ && layer_of(path) in rank }
        BEGIN { rank["top"] = 0 }
        $1 == "==" { graph = 1; next }
        !graph && ($1 == "layer" || $1 == "beside") { rank[$2] = ++count; kind[$2] = $1 }
        !graph && /includes no file of/ { from[++rules] = $1; to[rules] = $NF }
        !graph { next }
        {
            for (i = 1; i <= rules; i++)
                if (below($1, from[i]) && !below($1, to[i]) && below($2, to[i])) print $1 ": includes " $2 ", which is forbidden"
        }
        !below($1, "include/cambist") { next }
        !below($2, "include/cambist") { print $1 ": includes " $2 ", which is not installed"; next }
        { a = layer_of($1); b = layer_of($2) }
        a == "whole" { next }
        b == "whole" || is_umbrella($2) && b != "top" { print $1 ": includes " $2 ", which is for users"; next }
        a == b { next }
        kind[b] == "beside" { print $1 ": includes " $2 ", which stands beside the layers"; next }
        kind[a] != "beside" && rank[b] > rank[a] { print $1 " (" a "): includes " $2 ", of the higher layer " b }'
}

# same WHO WHAT EXPECTED ACTUAL
same() {
    [ "$3" = "$4" ] || fail "$1: $2 should be
$3
but are
$4"
}

# The headers that a file includes, as includes name them.
included_by() {
    sed -n 's|^ *# *include <cambist/\(.*\)>.*|\1|p' "$1"
}

names() {
    apart=$(layers apart)
    known=$(layers | LC_ALL=C sort)
    folders=$(cd include/cambist && find . -mindepth 1 -maxdepth 1 -type d ! -name detail | sed 's|^\./||' | LC_ALL=C sort)
    same "$table" "the layers" "$folders" "$known"
    for layer in $known; do
        expected=$(files hpp "$layer" | grep -v /detail/ | grep -vxF "$apart")
        same "include/cambist/$layer.hpp" "its includes" "$expected" "$(included_by "include/cambist/$layer.hpp")"
    done
    core=$(layers | grep -vx -e io -e prose)
    same include/cambist/cambist.hpp "its layers" "$core" \
        "$(included_by include/cambist/cambist.hpp | grep -v '^version' | sed 's|\.hpp||')"
    same src/core/cambist.cpp "the bodies" "$(files ipp)" "$(included_by src/core/cambist.cpp)"
    # A table or list of the layers is one that has `LAYER/` first in each of its lines.
    for page in README.md docs/architecture.md; do
        same "$page" "the layers" "$(layers)" "$(sed -n 's|^[-|] `\([a-z]*\)/`.*|\1|p' "$page")"
    done
}

# each_header COMMAND: calls it with HEADER KIND NAME BUDGET NEVER...
each_header() {
    for header in $(files hpp); do
        # shellcheck disable=SC2046 # the rules are words
        "$1" "$header" $(rules_of "$header")
    done
}

budget() {
    header=$1 layer=$3 most=$4
    shift 4
    lines=$(compile -E -P -include "cambist/$header" | wc -l)
    if [ "$most" != - ] && [ "$lines" -gt "$most" ]; then
        fail "$header: $lines lines preprocessed; $layer allows $most"
    fi
    read=$(compile -M -include "cambist/$header" | tr -s '\\ ' '[\n*]' | grep -v "^$include/" || :)
    for word in "$@"; do
        path=$(echo "$read" | grep -E -m 1 "/$word(/|\$)" || :)
        [ -z "$path" ] || fail "$header: reads $path; no header of $layer may read $word"
    done
    printf '%7d of %7s  %s\n' "$lines" "$most" "$header"
}

alone() {
    compile -fsyntax-only -include "cambist/$1" || fail "$1: does not compile alone"
}

body() {
    if [ -f "include/cambist/${1%.hpp}.ipp" ] || grep -rqF "#include <cambist/$1>" --include='*.ipp' include; then alone "$1"; fi
}

case $what in
walk)
    found=$(walk)
    [ -z "$found" ] || fail "$found"
    ;;
names)
    names
    ;;
budgets | alone | bodies | constants)
    set -- "$@" -x c++
    compiler=$1
    shift
    flags=$*
    # shellcheck disable=SC2086 # the flags are words
    compile() { "$compiler" $flags "$@" /dev/null; }
    case $what in
    budgets) each_header budget ;;
    alone) each_header alone ;;
    bodies) each_header body ;;
    constants)
        for sanitizer in address undefined; do
            compile -fsanitize=$sanitizer -fsyntax-only -include tests/layers/constants.cpp ||
                fail "constants.cpp does not compile with -fsanitize=$sanitizer"
        done
        ;;
    esac
    ;;
esac
[ "$failures" = 0 ]
