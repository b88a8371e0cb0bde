#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check.py BUILD: what the tests of a build with --coverage reached, by gcovr.

Ends with 1 where it is less than 98 % of the lines of include/ and src/, or where a line that throws was not reached and
unreached.txt does not say why, or says so of one that was."""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST = 98.0
THROWS = re.compile(r"\bthrow\b|\brefuse\w*[<(]")


def reasons():
    """The lines of unreached.txt that are no reasons: FILE: LINE OF CODE."""
    text = pathlib.Path(__file__).with_name("unreached.txt").read_text().splitlines()
    return {line for line in text if line and not line.startswith((" ", "#"))}


def main():
    out = pathlib.Path(sys.argv[1]) / "coverage.json"
    subprocess.run([sys.executable, "-m", "gcovr", "--root", ROOT, "--filter", str(ROOT / "include"), "--filter", str(ROOT / "src"),
                    "--exclude-throw-branches", "--gcov-ignore-parse-errors", "--merge-mode-functions=separate",
                    "--json", out, *sys.argv[2:], sys.argv[1]], check=True)
    lines, reached, branches, taken = 0, 0, 0, 0
    unreached, throws = [], set()
    for each in json.loads(out.read_text())["files"]:
        text = (ROOT / each["file"]).read_text().splitlines()
        counts = {}
        for line in each["lines"]:
            number = line["line_number"]
            counts[number] = counts.get(number, 0) + line["count"]
            branches += len(line["branches"])
            taken += sum(b["count"] > 0 for b in line["branches"])
        lines += len(counts)
        reached += sum(count > 0 for count in counts.values())
        for number, count in sorted(counts.items()):
            if count:
                continue
            code = " ".join(text[number - 1].split())
            unreached.append(f"{each['file']}:{number}: {code}")
            if THROWS.search(code):
                throws.add(f"{each['file']}: {code}")
    print("\n".join(unreached))
    share = 100 * reached / lines
    print(f"\nlines: {reached} of {lines}, {share:.2f} %; branches: {taken} of {branches}, {100 * taken / branches:.2f} %")
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
