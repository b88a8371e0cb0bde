#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh PROGRAM own|OTHER COMPILER [FLAG...]: COMPILER, or OTHER where there is one, says nothing about PROGRAM.
set -eu
program=$1 by=$2
shift 2
if [ "$by" != own ]; then
    if ! command -v "$by" >/dev/null; then
        echo "skipped: there is no $by"
        exit 77
    fi
    shift
    set -- "$by" "$@" -Wno-unknown-warning-option # some flags are the other compiler's own
fi
exec "$@" -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror -fsyntax-only "$program"
