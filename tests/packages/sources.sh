#!/bin/sh
# SPDX-License-Identifier: MIT
# sources.sh TREE SCRATCH: the release is what git archives. It has the files of packaging/sources.txt and no other, each
# with its licence, and what it configures needs no git.
set -eu
tree=$1
scratch=$2
git -C "$tree" rev-parse HEAD >/dev/null 2>&1 || { echo "SKIPPED: this is no clone"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch/tree"
cd "$scratch"

fail() {
    echo "$1" >&2
    exit 1
}

git -C "$tree" archive HEAD | tar -x -C tree
cd tree
# A folder stands for what is in it.
grep -v '^#' packaging/sources.txt >../listed
find . -type f | sed 's/^\.\///' | LC_ALL=C sort >../found
while read -r file; do
    folder=$file
    while ! grep -qxF -e "$folder" -e "$folder/" ../listed; do
        case $folder in
        */*) folder=${folder%/*} ;;
        *) echo "$file" && break ;;
        esac
    done
done <../found >../unlisted
[ ! -s ../unlisted ] || fail "packaging/sources.txt knows nothing of: $(cat ../unlisted)"
while read -r entry; do
    [ -e "$entry" ] || fail "packaging/sources.txt lists $entry, which is not there"
done <../listed

# Code says its licence within its first lines.
find . -type f \( -name '*.?pp' -o -name '*.cpp.in' -o -name '*.hpp.in' -o -name '*.def' -o -name '*.sh' -o -name '*.py' -o -name '*.cmake' \
    -o -name CMakeLists.txt -o -name '*.bash' -o -name '*.fish' -o -name '*.js' \) -exec sh -c '
    for file; do head -n 4 "$file" | grep -q "SPDX-License-Identifier: MIT" || echo "$file"; done' - {} + >../unlicensed
[ ! -s ../unlicensed ] || fail "without SPDX-License-Identifier: $(cat ../unlicensed)"

# By itself it is configured, and the header-only flavour installed, which needs no building.
cmake -S . -B ../build -DCAMBIST_BUILD_TESTS=OFF -DCAMBIST_BUILD_EXAMPLES=OFF -DCMAKE_INSTALL_PREFIX="$scratch/installed" >../log 2>&1 ||
    fail "the archive does not configure: $(cat ../log)"
