#!/bin/sh
# SPDX-License-Identifier: MIT
# Keeps the headers in their layers and within their budgets, by the table cmake/layers.txt:
#   check.sh walk    TABLE INCLUDE_DIR                     every #include stays in its layer or goes down
#   check.sh budgets TABLE INCLUDE_DIR COMPILER [FLAG...]  no header costs or reads more than its layer may
#   check.sh alone   TABLE INCLUDE_DIR COMPILER [FLAG...]  every header compiles by itself
#   check.sh bodies  TABLE INCLUDE_DIR COMPILER [FLAG...]  so does every header that has a body of its own in an .ipp
set -eu
what=$1 table=$2 include=$3
shift 3
failures=0
fail() {
    echo "$1" >&2
    failures=$((failures + 1))
}

# One line per header: KIND GROUP BUDGET HEADER NEVER...
headers() {
    awk '/^ *(#|$)/ { next }
         /^[a-z]/ { kind = $1; group = $2; budget = $3; $1 = $2 = $3 = ""; never = $0; next }
         { print kind, group, budget, $1, never }' "$table"
}

# One line per include of ours: FILE INCLUDED. One between quotes keeps them, and so is in no layer.
includes() {
    (cd "$include/cambist" && find . -type f -exec awk '
        /^ *# *include *(<cambist\/|")/ {
            sub(/^ *# *include *(<cambist\/)?/, "")
            sub(/>.*/, "")
            print substr(FILENAME, 3), $1
        }' {} +)
}

walk() {
    headers | while read -r _ _ _ header _; do
        [ -f "$include/cambist/$header" ] || echo "$header: in the table, but no such file"
    done
    (cd "$include/cambist" && find . -type f | sed 's|^\./||' | sort) | while read -r file; do
        headers | grep -q "^[a-z]* [a-z]* [^ ]* $file " || echo "$file: in no layer of the table"
    done
    { headers && echo "==" && includes; } | awk '
        $1 == "==" { graph = 1; next }
        !graph { if (!($2 in rank)) rank[$2] = ++groups; kind[$4] = $1; group[$4] = $2; next }
        !($1 in group) { next }
        !($2 in group) { print $1 ": includes " $2 ", which is in no layer"; next }
        kind[$1] == "whole" || group[$1] == group[$2] { next }
        kind[$2] == "whole" { print $1 ": includes " $2 ", which is the whole" ; next }
        kind[$2] == "beside" { print $1 ": includes " $2 ", which only its own group (" group[$2] ") may"; next }
        kind[$1] == "layer" && rank[group[$2]] > rank[group[$1]] {
            print $1 " (" group[$1] "): includes " $2 ", of the higher layer " group[$2]
        }'
}

case $what in
walk)
    found=$(walk)
    [ -z "$found" ] || fail "$found"
    ;;
budgets)
    while read -r _ group budget header never; do
        case $header in *.hpp) ;; *) continue ;; esac
        [ -f "$include/cambist/$header" ] || continue
        lines=$("$@" -E -P -x c++ -include "cambist/$header" /dev/null | wc -l)
        if [ "$budget" != - ] && [ "$lines" -gt "$budget" ]; then
            fail "$header: $lines lines preprocessed; the layer '$group' allows $budget"
        fi
        read=$("$@" -M -x c++ -include "cambist/$header" /dev/null | tr -s '\\ ' '[\n*]' | grep -v "^$include/" || :)
        for word in $never; do
            path=$(echo "$read" | grep -E -m 1 "/$word(/|\$)" || :)
            [ -z "$path" ] || fail "$header: reads $path; no header of the layer '$group' may read $word"
        done
        printf '%7d of %7s  %s\n' "$lines" "$budget" "$header"
    done <<END
$(headers)
END
    ;;
alone | bodies)
    while read -r _ _ _ header _; do
        case $header in *.hpp) ;; *) continue ;; esac
        [ -f "$include/cambist/$header" ] || continue
        [ "$what" = alone ] || grep -q '#    include <cambist/impl/' "$include/cambist/$header" || continue
        "$@" -fsyntax-only -x c++ -include "cambist/$header" /dev/null || fail "$header: does not compile alone"
    done <<END
$(headers)
END
    ;;
esac
[ "$failures" = 0 ]
