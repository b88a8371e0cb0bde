# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Sourced by examples/run, tests/run and .ci/*, with $root set: installs what is missing, and configures $build.

# Debian packages; `a|b` is satisfied by either, and installs the first.
program_packages='g++ cmake ninja-build|make libboost-dev|libboost1.81-dev libfmt-dev libhowardhinnant-date-dev
    libtomlplusplus-dev libexpat1-dev libzip-dev zlib1g-dev libxml2-dev pkg-config|pkgconf libcli11-dev nlohmann-json3-dev'
test_packages='doctest-dev libicu-dev gnuplot-nox|gnuplot-qt|gnuplot-x11'
# Without these some of .ci/run's tests would be skipped.
ci_packages='clang chromium zsh fish nodejs poppler-utils valgrind libopenmpi-dev openmpi-bin
    libpython3.11-testsuite debhelper lintian fakeroot python3-venv'

build=${BUILD_DIR:-$root/build}
jobs=$(nproc)

installed() {
    dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# missing PACKAGE...: those that are not installed.
missing() {
    for wanted in "$@"; do
        found=no
        for package in $(echo "$wanted" | tr '|' ' '); do
            if installed "$package"; then found=yes; fi
        done
        [ $found = yes ] || printf '%s ' "${wanted%%|*}"
    done
}

# as_root COMMAND...: through sudo only when needed. Says what it runs.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        set -- env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        set -- sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "cambist: not root, and there is no sudo. Run this as root, then try again: $*" >&2
        exit 1
    fi
    echo "+ $*"
    "$@"
}

# install_missing PACKAGE...
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "cambist: this is not Debian, so nothing is installed; needed are: $*"
        return
    fi
    packages=$(missing "$@")
    [ -n "$packages" ] || return 0
    echo "cambist: missing packages, to be installed: $packages"
    # shellcheck disable=SC2086 # the packages are words
    {
        apt-get install --simulate $packages >/dev/null 2>&1 || as_root apt-get update
        as_root apt-get install --yes --no-install-recommends $packages
    }
}

# configure PRESET [OPTION...]: keeps the generator that a build directory already has.
configure() {
    if [ -z "${CMAKE_GENERATOR:-}" ] && [ ! -e "$build/CMakeCache.txt" ] && command -v ninja >/dev/null; then
        set -- "$@" -G Ninja
    fi
    cmake -S "$root" -B "$build" --preset "$@"
}
