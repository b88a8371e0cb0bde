#!/bin/sh
# SPDX-License-Identifier: MIT
# debian.sh TREE SCRATCH: builds the Debian packages from the files that git has, looks at them with lintian, unpacks them
# into a folder, and builds and runs a consumer against it. Not optimised, and without their own tests, which others run.
set -eu
tree=$1
scratch=$2
for tool in dpkg-buildpackage dh lintian; do
    command -v $tool >/dev/null || { echo "SKIPPED: there is no $tool"; exit 77; }
done
rm -rf "$scratch"
mkdir -p "$scratch/root"
cd "$scratch"

fail() {
    echo "$1" >&2
    exit 1
}

version=$(sed -n 's/#define CAMBIST_VERSION "\(.*\)"/\1/p' "$tree/include/cambist/version.hpp")
grep -q "^cambist ($version-" "$tree/packaging/debian/changelog" || fail "packaging/debian/changelog is not of version $version"
git -C "$tree" archive --prefix="cambist-$version/" HEAD | tar -x
tar -czf "cambist_$version.orig.tar.gz" "cambist-$version"
cp -r "cambist-$version/packaging/debian" "cambist-$version/debian"
(cd "cambist-$version" && DEB_BUILD_OPTIONS="nocheck noopt parallel=$(nproc)" dpkg-buildpackage -us -uc) >log 2>&1 ||
    fail "dpkg-buildpackage: $(tail -n 40 log)"
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs ./*.changes || fail "lintian finds fault"

for package in ./*.deb; do
    case $package in
    *-dbgsym_*) ;;
    *) dpkg-deb -x "$package" root ;;
    esac
done
# Nothing is in two packages.
for package in ./*.deb; do dpkg-deb -c "$package" | awk '$1 !~ /^d/ { print $6 }'; done | sort | uniq -d >twice
[ ! -s twice ] || fail "in two packages: $(cat twice)"

lib=$(dirname "$(find root/usr/lib -name libcambist.so)")
export LD_LIBRARY_PATH="$scratch/$lib"
root/usr/bin/cambist --version
MANPATH="$scratch/root/usr/share/man" man -w cambist >/dev/null 2>&1 || [ -e root/usr/share/man/man1/cambist.1.gz ] || fail "there is no man page"
for library in cambist compiled io prose; do
    cmake -S "$tree/tests/consume/project" -B "build-$library" -DHOW=find_package -DLIBRARY="$library" \
        -DCMAKE_PREFIX_PATH="$scratch/root/usr" >log 2>&1 && cmake --build "build-$library" >>log 2>&1 ||
        fail "a consumer of $library: $(cat log)"
    "build-$library/consumer"
done
export PKG_CONFIG_PATH="$scratch/$lib/pkgconfig"
# shellcheck disable=SC2046 # the flags are words
c++ -std=c++20 "$tree/tests/consume/project/first.cpp" "$tree/tests/consume/project/second.cpp" -DCONSUMER_READS_FILES -o static \
    $(pkg-config --cflags cambist-io) "$lib/libcambist_io.a" "$lib/libcambist.a" \
    $(pkg-config --static --libs cambist-io | sed 's/-lcambist[a-z_]*//g')
LD_LIBRARY_PATH='' ./static
