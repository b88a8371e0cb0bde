#!/bin/sh
# SPDX-License-Identifier: MIT
# errors.sh ROOT: docs/errors.md has every class of error, under the class it derives from and with a way out; each has a
# kind of its own, named as it is.
set -eu
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Lines of BASE CLASS KIND, of the headers; the families have no kind.
find include/cambist -name '*.?pp' -exec cat '{}' + | awk '
    $1 == "class" && $3 == ":" && $4 == "public" { class = $2; base = $5; kind = "-" }
    class != "" && match($0, /return error_kind::[a-z_]+/) { kind = substr($0, RSTART + 19, RLENGTH - 19) }
    class != "" && /^};/ { print base, class, kind; class = "" }' >"$scratch/all"
awk '{ base[$2] = $1; line[$2] = $0 }
    END {
        for (class in base) {
            root = class
            while (root in base) root = base[root]
            if (root == "std::exception" && class != "error") print line[class]
        }
    }' "$scratch/all" | LC_ALL=C sort >"$scratch/headers"

# The same of the page, whose indentation says what derives from what.
awk '
    function finish() { if (class != "") print base, class, kind (text ~ /Way out: ./ ? "" : " (without a way out)") }
    /^ *- `/ {
        finish()
        match($0, /^ */); depth = RLENGTH / 4
        match($0, /`[a-z_:]+`/); class = substr($0, RSTART + 1, RLENGTH - 2)
        sub(/.*::/, "", class)
        of[depth] = class
        base = depth == 0 ? "error" : of[depth - 1]
        kind = depth == 0 ? "-" : class
        sub(/_error$/, "", kind)
        text = ""
    }
    { sub(/^ +/, ""); text = text $0 " " }
    END { finish() }' docs/errors.md | LC_ALL=C sort >"$scratch/page"
[ "$(wc -l <"$scratch/headers")" -gt 30 ] || { echo "the classes of errors are not found" >&2; exit 1; }
echo "in the headers (<), on the page (>): BASE CLASS KIND"
diff "$scratch/headers" "$scratch/page"

# An enumerator for each, whose names stand in the same order.
error=include/cambist/numbers/error.hpp
sed -n '/^enum class error_kind/,/^}/p' $error | sed 's|//.*||' | grep -oE '^ +[a-z_]+' | tr -d ' ' >"$scratch/kinds"
sed -n '/names_of<error_kind> =/,/;$/p' $error | grep -oE '"[a-z_]+"' | tr -d '"' >"$scratch/names"
echo "enumerators (<), their names (>)"
diff "$scratch/kinds" "$scratch/names"
awk '$3 != "-" { print $3 }' "$scratch/headers" | LC_ALL=C sort >"$scratch/used"
echo "enumerators (<), of a class each (>)"
LC_ALL=C sort "$scratch/kinds" | diff - "$scratch/used"

# And each enumerator stands in the group of its class's family, which is what family_of goes by.
awk '{ base[$2] = $1; kind[$2] = $3 }
    END {
        for (class in base) {
            root = class
            while (base[root] != "error") root = base[root]
            if (kind[class] != "-") print kind[class], root
        }
    }' "$scratch/headers" | LC_ALL=C sort >"$scratch/families"
sed -n '/^enum class error_kind/,/^}/p' $error | awk '
    / \/\/\/< / { family = $NF }
    match($0, /^ +[a-z_]+/) { name = substr($0, 1, RLENGTH); gsub(/ /, "", name); print name, family }' |
    LC_ALL=C sort >"$scratch/groups"
echo "kinds by their classes (<), by their groups (>)"
diff "$scratch/families" "$scratch/groups"
