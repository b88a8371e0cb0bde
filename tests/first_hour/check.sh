#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh PROGRAM own|OTHER COMPILER [FLAG...]: COMPILER, or OTHER where there is one, says nothing about PROGRAM.
set -eu
program=$1
shift
# shellcheck source=tests/support/by_compiler.sh
. "$(dirname "$0")/../support/by_compiler.sh"
exec "$@" -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror -fsyntax-only "$program"
