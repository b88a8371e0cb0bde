# SPDX-License-Identifier: MIT
# Completes cambist's commands and options, which it asks of the program itself, and file names.
function __cambist_commands
    cambist --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'
end
function __cambist_options
    set -l words (commandline -opc)
    cambist $words[2] --help 2>/dev/null | grep -oE '^ +(-[a-z],)?--[a-z][a-z-]*' | grep -oE -e '--[a-z-]+'
end
complete -c cambist -n 'test (count (commandline -opc)) -eq 1' -f -a '(__cambist_commands) --help --version'
complete -c cambist -n 'test (count (commandline -opc)) -gt 1; and string match -q -- "-*" (commandline -ct)' -f -a '(__cambist_options)'
