#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""amalgamate.py > cambist.hpp: all of the header-only flavour, numbers to plans and text, as one file.

For Compiler Explorer and quick trials: what it includes itself is the standard library's, Boost's and fmt's. It is made
when a release is, and never kept in the tree."""

import pathlib
import re

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"
ENTRY = "cambist/cambist.hpp"
OURS = re.compile(r"^\s*#\s*include <(cambist/[^>]+)>.*$")


def lines_of(name, seen):
    """A file's lines with those of ours that it includes, each the first time; .def files every time."""
    if not name.endswith(".def"):
        if name in seen:
            return
        seen.add(name)
    for line in (INCLUDE / name).read_text().splitlines():
        found = OURS.match(line)
        if line.strip() == "#pragma once" or line.startswith("// SPDX-License-Identifier"):
            continue
        if found and (INCLUDE / found.group(1)).exists():
            yield from lines_of(found.group(1), seen)
        else:
            yield line


def main():
    version = re.search(r'#define CAMBIST_VERSION "(.*)"', (INCLUDE / "cambist/version.hpp").read_text()).group(1)
    print("// SPDX-License-Identifier: MIT")
    print(f"// cambist {version} in one file; the licence stands at its end. Made by packaging/single-header/amalgamate.py.")
    print("#pragma once\n#ifdef CAMBIST_COMPILED\n#    error \"this is the header-only flavour\"\n#endif")
    blank = False
    for line in lines_of(ENTRY, set()):
        if line or not blank:
            print(line)
        blank = not line
    print("\n/*\n" + (INCLUDE.parent / "LICENSE").read_text().rstrip() + "\n*/")


if __name__ == "__main__":
    main()
