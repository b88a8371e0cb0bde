#!/bin/sh
# SPDX-License-Identifier: MIT
# What each shell offers, where that shell is.
# shellcheck source=tests/program/support.sh
. "$2/tests/program/support.sh"

completions=$PWD/src/program/completions
mkdir "$scratch/bin"
ln -s "$(cd "$(dirname "$program")" && pwd)/$(basename "$program")" "$scratch/bin/cambist"
export PATH="$scratch/bin:$PATH"

# offers SHELL LINE WORD...: of what SHELL completes LINE to, each on a line in $scratch/out, these are all or some.
offers() {
    shell=$1 call=$2 checks=$((checks + 1)) status=0
    : >"$scratch/err"
    shift 2
    for word; do
        grep -qx -e "$word" "$scratch/out" || fail "$shell should offer $word for \"$call\""
    done
}
# What a line may go on with is what the program itself says.
call='cambist sum --help' status=0
options=$("$program" sum --help | grep -oE -e '--[a-z-]+' | sort -u | grep -cxE -e '--(to|by|rates|state-out|json)')
[ "$options" = 5 ] || fail "should have these options"

if command -v bash >/dev/null; then
    in_bash() {
        bash --norc -c '. "$1"; COMP_WORDS=($2); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _cambist; printf "%s\n" "${COMPREPLY[@]}"' \
            - "$completions/cambist.bash" "$1" >"$scratch/out"
    }
    in_bash 'cambist s'
    offers bash 'cambist s' sum
    ! grep -qx plans "$scratch/out" || fail "bash should offer no plans for s"
    in_bash 'cambist sum --'
    offers bash 'cambist sum --' --to --by --rates --state-out --json
    in_bash 'cambist sum --st'
    offers bash 'cambist sum --st' --state-in --state-out
    ! grep -qx -e --to "$scratch/out" || fail "bash should offer what begins so"
else
    echo "not here: bash"
fi
if command -v fish >/dev/null; then
    in_fish() {
        HOME=$scratch fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$completions/cambist.fish" "$1" | cut -f1 >"$scratch/out"
    }
    in_fish 'cambist '
    offers fish 'cambist ' sum plans convert --version
    in_fish 'cambist sum --st'
    offers fish 'cambist sum --st' --state-in --state-out
else
    echo "not here: fish"
fi
if command -v zsh >/dev/null; then
    # As it is when it completes: compadd says what is offered.
    in_zsh() {
        zsh -f -c 'words=(${(z)2}); [[ $2 == *\  ]] && words+=(""); CURRENT=$#words PREFIX=$words[-1]
            compadd() { shift; print -l -- ${(P)1} }; _files() { print FILES }
            complete_it() { eval "$(<$1)" }; complete_it $1' - "$completions/_cambist" "$1" >"$scratch/out"
    }
    in_zsh 'cambist '
    offers zsh 'cambist ' sum plans convert --version
    in_zsh 'cambist sum --st'
    offers zsh 'cambist sum --st' --state-in --state-out
    in_zsh 'cambist sum rows'
    offers zsh 'cambist sum rows' FILES
else
    echo "not here: zsh"
fi
