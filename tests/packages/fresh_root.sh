#!/bin/sh
# SPDX-License-Identifier: MIT
# fresh_root.sh SCRATCH: installs the packages that debian.sh left in SCRATCH in a fresh root of Debian, by one command; looks
# at the man page and the completions, removes all without rest, and runs the packages' own tests there.
set -eu
cd "$1"
for tool in debootstrap autopkgtest; do
    command -v $tool >/dev/null || { echo "SKIPPED: there is no $tool"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "SKIPPED: a root of one's own needs root's rights"; exit 77; }
root=$PWD/fresh

fail() {
    echo "$1" >&2
    exit 1
}
inside() {
    LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

site=$(apt-get indextargets --format '$(SITE) $(CODENAME)' | head -n 1)
rm -rf "$root"
debootstrap --variant=minbase "${site#* }" "$root" "${site% *}" >fresh.log 2>&1 || fail "debootstrap: $(tail fresh.log)"
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
inside apt-get update >fresh.log 2>&1 || fail "$(cat fresh.log)"
inside apt-get install --yes --no-install-recommends man-db bash-completion zsh fish >fresh.log 2>&1 || fail "$(cat fresh.log)"

mkdir "$root/packages"
for package in ./*.deb; do
    case $package in
    *-dbgsym_*) ;;
    *) cp "$package" "$root/packages" ;;
    esac
done
inside sh -c 'apt-get install --yes --no-install-recommends /packages/*.deb' >fresh.log 2>&1 || fail "$(cat fresh.log)"
inside cambist convert '15.7 bn EUR' USD --rate '1 USD = 0.9211 EUR'
inside man cambist | grep -q '^ *cambist convert' || fail "man cambist does not show it"
inside bash -c '
    . /usr/share/bash-completion/bash_completion
    _completion_loader cambist
    COMP_WORDS=(cambist con) COMP_CWORD=1 COMP_LINE="cambist con" COMP_POINT=11
    $(complete -p cambist | sed "s/.*-F \([^ ]*\).*/\1/") cambist con cambist
    [ "${COMPREPLY[*]}" = "convert " ] || [ "${COMPREPLY[*]}" = convert ]' || fail "the completions complete nothing"
[ "$(inside zsh -c 'autoload -Uz compinit; compinit -D; echo "$_comps[cambist]"')" = _cambist ] || fail "zsh finds no completions"
inside fish -c 'complete -C "cambist con"' | grep -q '^convert' || fail "fish completes nothing"

inside apt-get purge --yes cambist libcambist-dev libcambist0.1 >fresh.log 2>&1 || fail "$(cat fresh.log)"
rm -r "$root/packages"
rest=$(find "$root" -xdev -iname '*cambist*' -not -path '*/var/cache/man/*') # which man itself keeps
[ -z "$rest" ] || fail "left behind: $rest"

set -- cambist-*/
autopkgtest --apt-upgrade ./cambist_*.deb ./libcambist*_*.deb "$1" -- chroot "$root" >fresh.log 2>&1 ||
    fail "the packages' own tests: $(tail -n 60 fresh.log)"
sed -n '/@@ summary/,/Binaries/p' fresh.log | grep PASS
umount "$root/proc"
trap - EXIT
rm -r "$root"
