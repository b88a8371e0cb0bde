#!/bin/sh
# SPDX-License-Identifier: MIT
# floating.sh ROOT: no value goes through binary floating point: what is named here alone says its name, and nothing calls
# a function that makes a number of text by it.
set -eu
cd "$1"
excused='include/cambist/numbers/exact.hpp include/cambist/numbers/exact.ipp' # the way out, `double(exact)`

# Without comments and texts between quotes.
found=$(find include src/io -name '*.hpp' -o -name '*.ipp' -o -name '*.cpp' | while IFS= read -r file; do
    case " $excused " in *" $file "*) continue ;; esac
    # What is read to a base is an integer.
    sed -E 's,//.*$,,; s/"([^"\\]|\\.)*"//g; s/from_chars\([^;]*1[06]\)//' "$file" |
        grep -nE '(^|[^A-Za-z_])(double|float|strto[dfl]d?|sto[dfl]d?|atof|from_chars)([^A-Za-z_]|$)' | sed "s,^,$file:," || true
done)
[ -z "$found" ] || { printf 'through binary floating point:\n%s\n' "$found" >&2; exit 1; }

# It would notice one.
printf 'double x = 1; // a\n' | grep -qE '(^|[^A-Za-z_])(double|float)([^A-Za-z_]|$)'
for file in $excused; do grep -q double "$file"; done
