# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Sourced with the arguments own|OTHER COMPILER [FLAG...]: leaves the compiler that is to be asked, and its flags, in "$@".
by=$1
shift
if [ "$by" != own ]; then
    if ! command -v "$by" >/dev/null; then
        echo "skipped: there is no $by"
        exit 77
    fi
    shift
    set -- "$by" "$@" -Wno-unknown-warning-option # some flags are the other compiler's own
fi
