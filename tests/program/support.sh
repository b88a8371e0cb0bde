# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Sourced by the tests of the program, which are given it and the project's directory: runs it, and checks what it says
# and how it ends. The script fails if any check did, or if there was none.
set -u
program=$1
cd "$2" || exit 1
scratch=$(mktemp -d) || exit 1
checks=0
failures=0

leave() {
    status=$?
    rm -rf "$scratch"
    [ "$status" = 0 ] || exit "$status"
    [ "$checks" -gt 0 ] || echo "no check was made" >&2
    [ "$failures" = 0 ] && [ "$checks" -gt 0 ] || exit 1
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

skip() {
    [ "$failures" = 0 ] || exit 1
    echo "SKIPPED: $1"
    exit 77
}

# fail WHAT: says what should have been, and what was.
fail() {
    failures=$((failures + 1))
    {
        printf '%s\n%s\nexit status %s; standard output, then standard error:\n' "$call" "$1" "$status"
        cat "$scratch/out" "$scratch/err"
        echo
    } >&2
}

# no_rest [FOLDER]: nothing that was to become a file has been left there.
no_rest() {
    [ -z "$(find "${1:-$scratch}" -name '.cambist-*')" ]
}

# run ARGUMENT...: leaves $status, and what was printed in $scratch/out and $scratch/err.
run() {
    call="cambist $*"
    checks=$((checks + 1))
    status=0
    "$program" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
}

# succeeds ARGUMENT...
succeeds() {
    run "$@"
    [ "$status" = 0 ] || fail "should succeed"
    [ ! -s "$scratch/err" ] || fail "should say nothing on standard error"
}

# prints TEXT ARGUMENT...: just that.
prints() {
    expected=$1
    shift
    succeeds "$@"
    [ "$(cat "$scratch/out")" = "$expected" ] || fail "should print:
$expected"
}

# shows LINE...: in what was printed last there is each of these lines, whole.
shows() {
    for line in "$@"; do
        grep -Fxq -e "$line" "$scratch/out" || fail "should have the line:
$line"
    done
}

# says TEXT...: the same of texts, wherever lines are broken in them.
says() {
    for text in "$@"; do
        tr -s ' \n' '  ' <"$scratch/out" | grep -Fq -e "$(printf '%s' "$text" | tr -s ' ')" || fail "should say:
$text"
    done
}

# refuses STATUS WORDS ARGUMENT...: ends so, with one line that has these words on standard error, and nothing elsewhere.
refuses() {
    expected=$1
    words=$2
    shift 2
    run "$@"
    [ "$status" = "$expected" ] || fail "should end with status $expected"
    [ ! -s "$scratch/out" ] || fail "should print nothing"
    [ "$(wc -l <"$scratch/err")" -eq 1 ] || fail "should give its reason in one line"
    grep -Fq -e "$words" "$scratch/err" || fail "should say: $words"
}
