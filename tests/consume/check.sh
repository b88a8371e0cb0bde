#!/bin/sh
# SPDX-License-Identifier: MIT
#   check.sh install static|shared            installs cambist, and moves what was installed
#   check.sh HOW LIBRARY static|shared        builds and runs a project that uses LIBRARY (cambist, compiled, io or prose);
#                                             HOW is find_package, pkg_config, add_subdirectory or fetch_content
#   check.sh components static|shared         each component's files, by name
#   check.sh shown                            shared libraries show what is cambist's, and nothing else
#   check.sh asked                            what find_package says of parts that are not there
#   check.sh mixed_flavours compiled static   files of two flavours do not link, by any linker there is that looks
#   check.sh mixed_debug compiled static|shared   files for libstdc++'s debug mode do not link with a library not built so
#   check.sh without_boost compiled static    a consumer of cambist::compiled needs no Boost
#   check.sh without PACKAGE PART             cambist is configured where PACKAGE is missing: what needs it is named and left
#                                             out, and refused where CAMBIST_BUILD_PART asks for it
# The environment gives CXX, CAMBIST_TREE (the sources), CAMBIST_SCRATCH (a directory of our own), and CAMBIST_BUILT where
# there is a static build that can be installed.
set -eu
how=$1
if [ "$how" = install ] || [ "$how" = components ]; then
    linkage=$2
elif [ "$how" = shown ] || [ "$how" = asked ]; then
    linkage=shared
elif [ "$how" = without ]; then
    package=$2 part=${3:-} linkage=static
else
    library=$2 linkage=$3
fi
project=$CAMBIST_TREE/tests/consume/project
prefix=$CAMBIST_SCRATCH/installed-$linkage
shared=OFF
[ "$linkage" = static ] || shared=ON
unset CMAKE_BUILD_TYPE CXXFLAGS LDFLAGS DESTDIR || :

work=$CAMBIST_SCRATCH/$(echo "$*" | tr ' ' '-')
rm -rf "$work"
mkdir -p "$work"
cd "$work"

fail() {
    echo "$1" >&2
    exit 1
}

# Compiles and links by hand, as users of pkg-config do: by_hand PC_NAME [FLAG...]
by_hand() {
    name=$1
    shift
    export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
    # What a static library of ours links is told to those who say that it is one.
    static=
    [ "$linkage" = shared ] || static=--static
    # shellcheck disable=SC2046 # the flags are words
    "$CXX" -std=c++20 "$@" "$project/first.cpp" "$project/second.cpp" -o "$name" $(pkg-config $static --cflags --libs "$name") &&
        LD_LIBRARY_PATH="$prefix/lib" "./$name"
}

# Configures, builds and runs the project: by_cmake [OPTION...]
by_cmake() {
    cmake -S "$project" -B build -DHOW="$how" -DLIBRARY="$library" -DCAMBIST_TREE="$CAMBIST_TREE" \
        -DCMAKE_PREFIX_PATH="$prefix" -DBUILD_SHARED_LIBS=$shared "$@"
    cmake --build build
    build/consumer
}

case $how in
install)
    built=${CAMBIST_BUILT:-}
    if [ $linkage = shared ] || [ -z "$built" ]; then
        # Not optimised, and folder by folder: what is tested is where things are, and the tests' own build is.
        cmake -S "$CAMBIST_TREE" -B build -DCMAKE_BUILD_TYPE=None -DCMAKE_UNITY_BUILD=ON -DBUILD_SHARED_LIBS=$shared \
            -DCMAKE_INSTALL_LIBDIR=lib -DCAMBIST_BUILD_TESTS=OFF -DCAMBIST_BUILD_EXAMPLES=OFF
        built=$work/build
        cmake --build "$built"
    fi
    echo "$built" >"$CAMBIST_SCRATCH/built-$linkage"
    cmake --install "$built" --prefix "$work/elsewhere"
    rm -rf "$prefix"
    mv "$work/elsewhere" "$prefix"
    "$prefix/bin/cambist" --version
    if grep -rIlF -e "$CAMBIST_TREE" -e "$CAMBIST_SCRATCH" "$prefix"; then
        fail "what is installed names the tree it was built in, so it cannot be moved"
    fi
    ;;
components)
    for component in runtime development tools; do
        cmake --install "$(cat "$CAMBIST_SCRATCH/built-$linkage")" --prefix "$work/$component" --component $component >log
    done
    # In order; of the many headers how many there are, and of versions which files there are of them.
    listed() {
        (cd "$work/$1" && find . ! -type d ! -path './include/cambist/*' | sed 's/^\.\///; s/\(cambist-[a-z_]*\)-[a-z]*\.cmake$/\1-CONFIG.cmake/' | LC_ALL=C sort -u)
        find "$work/$1" -path '*/include/cambist/*' ! -type d | wc -l
    }
    version=$(sed -n 's/#define CAMBIST_VERSION "\(.*\)"/\1/p' "$CAMBIST_TREE/include/cambist/version.hpp")
    libraries() { # what stands before and behind the name of each
        for library in cambist cambist_io cambist_prose; do echo "lib/lib$library$1"; done
    }
    headers=$(find "$CAMBIST_TREE/include/cambist" -type f | wc -l)
    {
        [ $linkage = static ] || { libraries ".so.${version%.*}" && libraries ".so.$version"; }
        echo share/doc/cambist/LICENSE
    } | LC_ALL=C sort >runtime.wanted
    echo 0 >>runtime.wanted
    {
        if [ $linkage = static ]; then libraries .a; else libraries .so; fi
        for part in header_only compiled io prose; do echo lib/cmake/cambist/cambist-$part.cmake; done
        for part in compiled io prose; do echo lib/cmake/cambist/cambist-$part-CONFIG.cmake; done
        echo lib/cmake/cambist/cambistConfig.cmake
        echo lib/cmake/cambist/cambistConfigVersion.cmake
        for name in cambist cambist-compiled cambist-io cambist-prose; do echo lib/pkgconfig/$name.pc; done
        echo share/doc/cambist/LICENSE
    } | LC_ALL=C sort -u >development.wanted
    echo "$headers" >>development.wanted
    cat >tools.wanted <<'END'
bin/cambist
share/bash-completion/completions/cambist
share/doc/cambist/LICENSE
share/fish/vendor_completions.d/cambist.fish
share/man/man1/cambist.1
share/zsh/site-functions/_cambist
0
END
    for component in runtime development tools; do
        listed $component >$component.found
        diff $component.wanted $component.found || fail "$component is not that"
    done
    ;;
shown)
    for library in cambist cambist_io cambist_prose; do
        # What is shown, without those that are demangled by nobody.
        nm -D --defined-only "$prefix/lib/lib$library.so" | awk '$2 != "A" { print $3 }' >symbols
        [ "$(wc -l <symbols)" -gt 50 ] || fail "$library shows next to nothing"
        if grep -vE '^(_Z(T[ISV]|GV|G?V?Z+)?N?[KRO]*N?7cambist|cambist_was_built_)' symbols; then fail "$library shows what is not ours"; fi
        grep -E '^_ZTI' symbols >>types || :
    done
    # Every exception's type, which is caught by its address.
    grep -rhoE '^class [a-z_]+ (final )?: public [a-z_:]+' "$CAMBIST_TREE/include/cambist" |
        sed -E 's/^class ([a-z_]+) .*: public (.*)/\1 \2/' >classes
    is_exception() { [ "$1" = error ] || { base=$(awk -v c="$1" '$1 == c { print $2; exit }' classes); [ -n "$base" ] && is_exception "${base##*::}"; }; }
    count=0
    for class in $(cut -d' ' -f1 classes); do
        is_exception "$class" || continue
        count=$((count + 1))
        grep -q "^_ZTI.*[0-9]$class"E types || { echo "$class"; touch hidden_exception; }
    done
    [ $count -gt 10 ] || fail "only $count exceptions were found"
    [ ! -e hidden_exception ] || fail "these exceptions are not shown by any library"
    ;;
asked)
    # asks ARGUMENTS SAYING: what find_package(cambist ARGUMENTS) ends with, or says.
    asks() {
        rm -rf asking
        mkdir asking
        printf 'cmake_minimum_required(VERSION 3.25)\nproject(asking CXX)\nfind_package(cambist %s)\nmessage(STATUS "found: ${cambist_FOUND}; targets: $<TARGET_NAME_IF_EXISTS:x>")\nforeach(t cambist compiled io prose)\nif(TARGET cambist::${t})\nmessage(STATUS "there is ${t}")\nendif()\nendforeach()\n' "$1" >asking/CMakeLists.txt
        cmake -S asking -B asking/build -DCMAKE_PREFIX_PATH="$prefix" $3 >log 2>&1 || :
        tr -s '\n ' ' ' <log | grep -qE "$2" || fail "find_package(cambist $1) should say $2: $(cat log)"
    }
    asks '' 'there is cambist .*there is compiled .*there is io .*there is prose' ''
    asks 'COMPONENTS prose' 'found: (TRUE|1).*there is compiled .*there is prose' ''
    asks 'REQUIRED COMPONENTS frobnicate' 'cambist: frobnicate: no part of it; there are header_only' ''
    asks 'COMPONENTS frobnicate' 'found: (FALSE|0)?;' ''
    asks '' 'cambist: header_only: needs Boost, not found.*found: (TRUE|1).*there is compiled' -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON
    asks 'REQUIRED COMPONENTS header_only' 'header_only: needs Boost' -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON
    asks 'COMPONENTS io' 'found: (TRUE|1).*there is io' -DCMAKE_DISABLE_FIND_PACKAGE_EXPAT=ON
    ;;
find_package)
    by_cmake
    ;;
add_subdirectory | fetch_content)
    by_cmake
    # A part of another project installs nothing of its own accord.
    cmake --install build --prefix "$work/installed"
    [ ! -e "$work/installed" ] || fail "installed, unasked: $(find "$work/installed" -type f | head -n 3)"
    ;;
pkg_config)
    case $library in
    cambist) by_hand cambist ;;
    compiled) by_hand cambist-compiled ;;
    io) by_hand cambist-io -DCONSUMER_READS_FILES ;;
    prose) by_hand cambist-prose -DCONSUMER_READS_TEXT ;;
    esac
    ;;
without)
    hide=-DCMAKE_DISABLE_FIND_PACKAGE_$package=ON
    # pkg-config's modules are hidden from it; other packages are found all the same.
    [ "$package" != libzip ] || export PKG_CONFIG_LIBDIR="$work"
    cmake -S "$CAMBIST_TREE" -B build "$hide" >log 2>&1 || fail "a plain build should leave out what needs $package: $(cat log)"
    grep -E "^-- cambist: not built: .*\(missing: $package\)" log || fail "should name what it leaves out: $(cat log)"
    [ -n "$part" ] || exit 0
    if cmake -S "$CAMBIST_TREE" -B build "$hide" "-DCAMBIST_BUILD_$part=ON" >log 2>&1; then
        fail "should refuse to build $part without $package"
    fi
    tr -s '\n ' ' ' <log | grep -o "cambist: cannot build .*(missing: $package)" || fail "should say why: $(cat log)"
    ;;
mixed_flavours)
    # Of cambist the two files share a type alone, which is no part of the function's symbol.
    printf '#include <cambist/money.hpp>\ncambist::exact one() { return 1; }\n' >one.cpp
    printf '#include <cambist/money.hpp>\ncambist::exact one();\nint main() { return one() == 1 ? 0 : 1; }\n' >main.cpp
    for file in one main; do
        "$CXX" -std=c++20 -I"$prefix/include" -c $file.cpp -o $file.o
        "$CXX" -std=c++20 -I"$prefix/include" -DCAMBIST_COMPILED -c $file.cpp -o $file.compiled.o
    done
    for linker in bfd gold; do
        if ! command -v ld.$linker >/dev/null; then
            echo "skipped: there is no ld.$linker"
            continue
        fi
        "$CXX" -fuse-ld=$linker one.compiled.o main.compiled.o -o one -L"$prefix/lib" -lcambist -lfmt
        ./one
        for files in "one.o main.compiled.o" "one.compiled.o main.o"; do
            # shellcheck disable=SC2086 # the files are words
            if "$CXX" -fuse-ld=$linker $files -o mixed -L"$prefix/lib" -lcambist -lfmt >link.log 2>&1; then
                fail "ld.$linker: a header-only file and a compiled one link together: $files"
            fi
            grep cambist_header_only_and_compiled_do_not_mix link.log || fail "ld.$linker should say why: $(cat link.log)"
        done
    done
    ;;
mixed_debug)
    printf '#include <cambist/money.hpp>\nint main() { return cambist::exact(1) == 1 ? 0 : 1; }\n' >main.cpp
    "$CXX" -std=c++20 -I"$prefix/include" -DCAMBIST_COMPILED -D_GLIBCXX_DEBUG -c main.cpp -o main.o
    if "$CXX" main.o -o mixed -L"$prefix/lib" -lcambist -lfmt >link.log 2>&1; then
        fail "a file for libstdc++'s debug mode links with a library that was not built for it"
    fi
    grep 'undefined reference to .cambist_was_built_with_GLIBCXX_DEBUG' link.log || fail "should say why: $(cat link.log)"
    ;;
without_boost)
    # Stands before any Boost there is, and refuses to be read.
    mkdir -p hidden/boost/multiprecision
    for header in version.hpp config.hpp multiprecision/cpp_int.hpp; do
        echo '#error "Boost is hidden"' >"hidden/boost/$header"
    done
    by_hand cambist-compiled -I"$PWD/hidden"
    how=find_package
    by_cmake -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_CXX_FLAGS="-I$PWD/hidden"
    # It does hide Boost: the header-only flavour, which needs it, sees the difference.
    if by_hand cambist -I"$PWD/hidden" >header_only.log 2>&1; then
        fail "the header-only flavour compiles without Boost, so this test shows nothing"
    fi
    grep -q 'Boost is hidden' header_only.log
    ;;
esac
