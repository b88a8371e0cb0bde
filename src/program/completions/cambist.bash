# SPDX-License-Identifier: MIT
# Completes cambist's commands and options, which it asks of the program itself, and file names.
_cambist() {
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words
    if [ "$COMP_CWORD" -eq 1 ]; then
        words=$(cambist --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p')
        words="$words --help --version"
    elif [[ $word == -* ]]; then
        words=$(cambist "$command" --help 2>/dev/null | grep -oE '^ +(-[a-z],)?--[a-z][a-z-]*' | grep -oE -e '--[a-z-]+')
    else
        COMPREPLY=()
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _cambist cambist
