#!/bin/sh
# SPDX-License-Identifier: MIT
# conan.sh TREE SCRATCH: `conan create` of each flavour, with the system's libraries in the place of packages. The client
# comes from PyPI, into SCRATCH. Not optimised: what is tested is the recipe.
set -eu
tree=$1
scratch=$2
mkdir -p "$scratch"
cd "$scratch"
if [ ! -x client/bin/conan ]; then
    python3 -m venv client && client/bin/pip install --quiet 'conan>=2.4,<3' || { echo "SKIPPED: no client from PyPI"; exit 77; }
fi
conan=$scratch/client/bin/conan
export CONAN_HOME="$scratch/home"
rm -rf "$CONAN_HOME"
gcc_version=$(g++ -dumpversion)
cat >profile <<END
[settings]
os=Linux
arch=$(uname -m | sed 's/aarch64/armv8/')
compiler=gcc
compiler.version=${gcc_version%%.*}
compiler.libcxx=libstdc++11
compiler.cppstd=20
build_type=Release
[conf]
tools.build:cxxflags=["-O0"]
tools.cmake.cmaketoolchain:generator=Ninja
tools.cmake.cmake_layout:test_folder=$scratch/test
tools.cmake.cmaketoolchain:extra_variables={"CMAKE_UNITY_BUILD": "ON"}
[replace_requires]
END
for package in boost fmt tomlplusplus expat libzip zlib libxml2 date; do
    "$conan" export "$tree/tests/packages/conan" --name $package >log 2>&1 || { cat log; exit 1; }
    echo "$package/*: $package/system" >>profile
done
for options in 'header_only=True' 'shared=False' 'shared=True' 'io=False prose=False'; do
    set --
    for option in $options; do set -- "$@" -o "cambist/*:$option"; done
    echo "conan create: $options"
    "$conan" create "$tree/packaging/conan" --profile:all profile --build missing --no-remote "$@" >log 2>&1 || { tail -n 60 log; exit 1; }
    grep -E '^108\.57 USD' log
done
