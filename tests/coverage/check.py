#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check.py BUILD...: what the tests of a build by GCC with --coverage reached, by gcov.

Ends with 1 where it is less than 98 % of the lines of include/ and src/, or where a line that throws was not reached and
unreached.txt does not say why, or says so of one that was."""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST = 98.0
THROWS = re.compile(r"\bthrow [\w:]|\brefuse\w*[<(]")


def reasons():
    """The lines of unreached.txt that are no reasons: FILE: CODE."""
    text = pathlib.Path(__file__).with_name("unreached.txt").read_text().splitlines()
    return {line for line in text if line and not line.startswith((" ", "#"))}


def read(notes):
    """Of each of our lines in what one object was made of: how often it ran, and how often each of its branches did."""
    said = subprocess.run(["gcov", "--json-format", "--branch-probabilities", "--stdout", notes], cwd=notes.parent,
                          capture_output=True, text=True, check=True).stdout
    found = []
    for document in said.splitlines():
        data = json.loads(document)
        for each in data["files"]:
            path = pathlib.Path(os.path.normpath(pathlib.Path(data["current_working_directory"]) / each["file"]))
            if not path.is_relative_to(ROOT / "include") and not path.is_relative_to(ROOT / "src"):
                continue
            for line in each["lines"]:
                branches = [b["count"] for b in line["branches"] if not b["throw"]]
                found.append((str(path.relative_to(ROOT)), line["line_number"], line["count"], branches))
    return found


def main():
    runs = collections.Counter()
    branches = collections.defaultdict(collections.Counter)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(read, sorted(n for b in sys.argv[1:] for n in pathlib.Path(b).resolve().rglob("*.gcno"))):
            for path, number, count, taken in found:
                runs[path, number] += count
                for at, times in enumerate(taken):
                    branches[path, number][at] += times
    throws = set()
    for path, number in sorted(line for line, count in runs.items() if count == 0):
        code = " ".join((ROOT / path).read_text().splitlines()[number - 1].split())
        print(f"{path}:{number}: {code}")
        if THROWS.search(code):
            throws.add(f"{path}: {code}")
    share = 100 * sum(count > 0 for count in runs.values()) / len(runs)
    each = [times > 0 for of_line in branches.values() for times in of_line.values()]
    print(f"\n{share:.2f} % of {len(runs)} lines, and {100 * sum(each) / len(each):.2f} % of {len(each)} branches")
    failed = share < LEAST
    for line in sorted(throws - reasons()):
        failed = True
        print(f"FAILED: a throw that is not reached: {line}")
    for line in sorted(reasons() - throws):
        failed = True
        print(f"FAILED: unreached.txt has what is reached, or gone: {line}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
