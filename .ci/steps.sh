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

# fuzz SECONDS: every target of the build by preset `sanitize`, from the seeds in tests/fuzz, two at once on two cores. What
# each finds is kept, and shrunk to what adds coverage where the next run goes on from it; what breaks one is printed, and
# ends all.
fuzz() {
    export -f fuzz_target
    printf '%s\n' build-sanitize/tests/fuzz/cambist_fuzz_* | xargs -P "$jobs" -I{} bash -euc 'fuzz_target "$@"' - {} "$1"
}

# fuzz_target PROGRAM SECONDS
fuzz_target() {
    local name=${1##*cambist_fuzz_} found log
    found=${1/cambist_fuzz_/found-}
    log=$found.log
    mkdir -p "$found"
    if [ -n "$(ls -A "$found")" ]; then
        rm -rf "$found.less"
        mkdir "$found.less"
        "$1" -merge=1 -verbosity=0 "$found.less" "$found" "tests/fuzz/$name" >"$log" 2>&1
        rm -r "$found"
        mv "$found.less" "$found"
    fi
    if "$1" -max_total_time="$2" -timeout=25 -verbosity=0 -print_final_stats=1 -artifact_prefix="$found-" \
        "$found" "tests/fuzz/$name" >"$log" 2>&1; then
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs"
    else
        cat "$log"
        echo "FAILED: $name"
        return 1
    fi
}
