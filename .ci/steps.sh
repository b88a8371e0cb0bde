# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# Sourced by .ci/run and .ci/nightly, after cmake/setup.sh.

# step NAME: what follows, and when it began.
step() {
    printf '\n== %s (%d s since the beginning)\n' "$1" $SECONDS
}

# tested PRESET [OPTION...]: configured so, built and tested. What was skipped is listed after ctest's own closing lines;
# they are said again, to stand last.
tested() {
    local preset=$1 log
    build=$root/build-$preset
    configure "$@"
    cmake --build --preset "$preset" --parallel "$jobs"
    log=$build/ctest.log
    ctest --preset "$preset" --parallel "$jobs" | tee "$log"
    grep -E '^([0-9]+% tests passed|Total Test time)' "$log"
}

# fuzz SECONDS: every target of the build by preset `sanitize`, from the corpus in tests/fuzz. What it finds is kept and
# printed, and ends all.
fuzz() {
    local target found
    for target in build-sanitize/tests/fuzz/cambist_fuzz_*; do
        found=${target/cambist_fuzz_/found-}
        mkdir -p "$found"
        "$target" -max_total_time="$1" -timeout=25 -verbosity=0 -print_final_stats=1 -artifact_prefix="$found/" \
            "$found" "tests/fuzz/${target##*cambist_fuzz_}"
    done
}
