#!/bin/sh
# SPDX-License-Identifier: MIT
# cpack.sh TREE SCRATCH BUILD: the files that cpack makes of a build, unpacked and consumed.
set -eu
tree=$1
scratch=$2
build=$3
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"
for generator in TGZ DEB; do
    if [ $generator = DEB ] && ! command -v dpkg-deb >/dev/null; then
        echo "not here: dpkg-deb"
        continue
    fi
    mkdir $generator
    cpack --config "$build/CPackConfig.cmake" -G $generator -B "$scratch/made" >log 2>&1 || { cat log; exit 1; }
    case $generator in
    TGZ) tar -xzf made/cambist-*.tar.gz -C TGZ --strip-components=1 ;;
    DEB) dpkg-deb -x made/cambist-*.deb DEB ;;
    esac
    prefix=$(dirname "$(dirname "$(find "$scratch/$generator" -path '*/bin/cambist')")")
    "$prefix/bin/cambist" --version
    cmake -S "$tree/tests/consume/project" -B "build-$generator" -DHOW=find_package -DLIBRARY=io -DCMAKE_PREFIX_PATH="$prefix" >log 2>&1 &&
        cmake --build "build-$generator" >>log 2>&1 || { cat log; exit 1; }
    "build-$generator/consumer"
done
