#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether tests notice a changed line: mutants of the headers, each against the unit tests.

    python3 tests/mutation/mutate.py [--mutants N] [--after N] [--seed S] [--jobs J] [--rooms ROOM...] [--build DIRECTORY]

Needs g++, doctest, Boost and fmt, and universalmutator of PyPI, whose rules make the mutants. Of all that there are, N are
drawn by the seed. Each is compiled once, with its room's tests, and linked before what was compiled of the rest: at -O0
nothing is inlined, so that the linker's first definition of a function is every caller's. Tests of the room run first,
then all others, then the laws. A survivor that stands in same_program.txt is the program itself, with the reason there,
and is not counted; any other is listed, and ends this with status 1. A run that was stopped goes on by `--after N`: the
first N that the seed draws are passed over."""

import argparse
import concurrent.futures
import contextlib
import functools
import io
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ["numbers", "money", "rates", "bulk", "figures", "plans"]
FLAGS = ["-std=c++20", "-O0", "-w", "-fmax-errors=1", "-DCAMBIST_COMPILED", "-DBOOST_ALL_NO_LIB",
         "-DCAMBIST_TEST_CASES_DIVISOR=64", f"-I{ROOT / 'tests'}"]
# Which have names that others of their folder have too.
APART = ["bulk/converted_tally.test.cpp", "figures/aggregate.test.cpp", "rates/average.test.cpp"]
SECONDS = 40  # of the processor, for a run of tests: a mutant that never ends is noticed, too
PATIENCE = 3600  # seconds, for one that only waits
MEMORY = 4 << 30


def headers(room):
    return sorted(p for p in (ROOT / "include/cambist" / room).rglob("*") if p.suffix in (".hpp", ".ipp"))


def name_of(header):
    return str(header.relative_to(ROOT / "include"))


def bodies(room):
    """The .ipp files that no other of the room includes."""
    ipp = [h for h in headers(room) if h.suffix == ".ipp"]
    included = {n for h in ipp for n in re.findall(r"#include <(cambist/\S+\.ipp)>", h.read_text())}
    return [name_of(h) for h in ipp if name_of(h) not in included]


@functools.cache
def reached(body):
    """The .ipp files that a body has in it, itself among them."""
    text = (ROOT / "include" / body).read_text()
    return {body}.union(*(reached(n) for n in re.findall(r"#include <(cambist/\S+\.ipp)>", text)))


def tests(room):
    return sorted(p for p in (ROOT / "tests" / room).rglob("*.test.cpp"))


def code_of(line):
    """Without text and comments."""
    return re.sub(r"\s+", "", re.sub(r"//.*", "", re.sub(r'"(\\.|[^"\\])*"', '""', line)))


def counts_up(line):
    return re.search(r"for \(.*?(\w+) < [^;]*; \+\+\1\b", line)


def all_mutants(rooms):
    from universalmutator import mutator

    found = []
    for room in rooms:
        for header in headers(room):
            lines = header.read_text().splitlines(keepends=True)
            with contextlib.redirect_stdout(io.StringIO()):
                made = mutator.mutants_regexp(lines, ruleFiles=["universal.rules", "c_like.rules", "cpp.rules"],
                                              ignorePatterns=[], ignoreStringOnly=True)
            seen = set()
            for each in made:
                number, new = each[0], each[1]
                old = lines[number - 1]
                code = code_of(old)
                if not code or code in "{};" or re.match(r"\s*(#|CAMBIST_|using |namespace |template|class |struct |"
                                                         r"public:|private:|protected:|friend |static_assert|default:)", old):
                    continue
                if not new.endswith("\n"):
                    new += "\n"
                if code_of(new) == code or (number, code_of(new)) in seen:
                    continue
                # A break after a whole statement, but where it is never come to.
                if re.search(r"\n\s*(break|continue);", new) and (
                        not code.endswith(";") or re.search(r"(^|[;{:)])(return|break|continue|throw)[^;]*;$", code)):
                    continue
                # What counts up by one to an end meets it.
                if counts_up(old) and code_of(new) == code_of(old.replace(" < ", " != ", 1)):
                    continue
                seen.add((number, code_of(new)))
                found.append((room, name_of(header), number, old, new))
    return found


class Builder:
    def __init__(self, build, jobs):
        self.build = build
        self.jobs = jobs
        build.mkdir(parents=True, exist_ok=True)
        (build / "all.hpp").write_text("".join(f"#include <{h}>\n" for h in (
            "algorithm", "array", "bit", "chrono", "deque", "functional", "map", "optional", "random", "set", "span",
            "sstream", "string", "string_view", "tuple", "unordered_map", "vector", "boost/multiprecision/cpp_int.hpp",
            "fmt/format.h", "doctest/doctest.h")))

    def compile(self, source, target, overlay=None):
        where = ([f"-I{overlay}"] if overlay else []) + [f"-I{ROOT / 'include'}"]
        # Where doctest's own body is, no header of it stands before.
        before = ["-include", self.build / "all.hpp"] if source.stem != "main" else []
        return subprocess.run(["g++", *where, *FLAGS, *before, "-c", source, "-o", target], capture_output=True, text=True)

    def unit(self, name, files):
        source = self.build / f"{name}.cpp"
        source.write_text("".join(f'#include "{f}"\n' if isinstance(f, pathlib.Path) else f"#include <{f}>\n"
                                  for f in files))
        return source

    def prepare(self):
        """All that mutants are linked before."""
        header = self.build / "all.hpp"
        subprocess.run(["g++", f"-I{ROOT / 'include'}", *FLAGS, "-x", "c++-header", str(header), "-o",
                        str(header) + ".gch"], check=True)
        units = [self.unit("core", [ROOT / "src/core/cambist.cpp"]), self.unit("main", [ROOT / "tests/main.cpp"]),
                 self.unit("counting", [ROOT / "tests/support/counting.cpp"])]
        for room in ROOMS:
            together = [t for t in tests(room) if str(t.relative_to(ROOT / "tests")) not in APART]
            units.append(self.unit(f"tests_{room}", together))
        for apart in APART:
            units.append(self.unit("tests_" + apart.replace("/", "_").removesuffix(".test.cpp"), [ROOT / "tests" / apart]))
        for beside in ["text", "threads"]:
            units.append(self.unit(f"tests_{beside}", tests(beside)))
        units += [self.unit("law_" + t.name.removesuffix(".test.cpp"), [t]) for t in tests("laws") if t.name != "text.test.cpp"]
        self.objects = [u.with_suffix(".o") for u in units]
        sources = [f for part in ("include", "tests", "src/core") for f in (ROOT / part).rglob("*.*pp")]
        newest = max(f.stat().st_mtime for f in sources)
        units = [u for u in units if not (o := u.with_suffix(".o")).exists() or o.stat().st_mtime < newest]
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            for unit, done in zip(units, pool.map(lambda u: self.compile(u, u.with_suffix(".o")), units)):
                if done.returncode != 0:
                    sys.exit(f"{unit} does not compile:\n{done.stderr}")

    @staticmethod
    def passes(program, *options):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            return subprocess.run([program, "--abort-after=1", *options], cwd=ROOT, timeout=PATIENCE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def judge(self, number, mutant):
        """"invalid", "killed" or "survived"."""
        room, header, line, _, new = mutant
        here = self.build / f"mutant{number}"
        shutil.rmtree(here, ignore_errors=True)
        changed = here / "include" / header
        changed.parent.mkdir(parents=True)
        lines = (ROOT / "include" / header).read_text().splitlines(keepends=True)
        lines[line - 1] = new
        changed.write_text("".join(lines))
        try:
            # Most are noticed where they are compiled with the tests of their name alone, by the room's tests. What then is
            # left is compiled with all that may have been made of it, of a header the room's tests too, and meets every test.
            name = pathlib.Path(header).with_suffix("")
            if header.endswith(".ipp"):
                ways = [[b for b in bodies(room) if header in reached(b)] or bodies(room)]
            else:
                mirrors = [t for t in tests(room) if t.relative_to(ROOT / "tests").with_suffix("").with_suffix("")
                           == name.relative_to("cambist")]
                every = [t for t in tests(room) if str(t.relative_to(ROOT / "tests")) not in APART]
                ways = [[b for b in bodies(room) if b == f"{name}.ipp"] + mirrors, bodies(room) + every]
            how = "invalid"
            for parts in [way for at, way in enumerate(ways) if way and way not in ways[:at]]:
                how = self.judge_with(here, room, parts, whole=parts == ways[-1])
                if how != "survived":
                    break
            return how
        finally:
            shutil.rmtree(here, ignore_errors=True)

    def judge_with(self, here, room, parts, whole):
        source = here / "unit.cpp"
        source.write_text("".join(f'#include "{p}"\n' if isinstance(p, pathlib.Path) else f"#include <{p}>\n"
                                  for p in parts))
        done = self.compile(source, here / "unit.o", here / "include")
        if done.returncode != 0:
            return "killed" if "static assertion" in done.stderr else "invalid"
        # Tests that are compiled with the mutant are in its unit; one of them is in that of all of the room too, whose
        # cases doctest then has twice, which is no harm.
        has_room = sum(isinstance(p, pathlib.Path) for p in parts) > 1
        rest = [o for o in self.objects if not (has_room and o.stem == f"tests_{room}")]
        program = here / "tests"
        linked = subprocess.run(["g++", "-Wl,--allow-multiple-definition", here / "unit.o", *rest, "-lfmt", "-pthread",
                                 "-o", program], capture_output=True)
        if linked.returncode != 0:
            return "invalid"
        filters = [[f"--source-file=*/tests/{room}/*"]]
        if whole:
            filters += [[f"--source-file-exclude=*/tests/{room}/*,*/tests/laws/*"], ["--source-file=*/tests/laws/*"]]
        return "survived" if all(self.passes(program, *f) for f in filters) else "killed"


def key_of(mutant):
    _, header, _, old, new = mutant
    return f"{header}: {' '.join(old.split())} ==> {' '.join(new.split())}"


def reasons():
    """Lines of same_program.txt: a mutant, and on the next, indented line why it is the same program."""
    text = (ROOT / "tests/mutation/same_program.txt").read_text().splitlines()
    return {line for line in text if line and not line.startswith((" ", "#"))}


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--mutants", type=int, default=1000)
    asked.add_argument("--after", type=int, default=0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=os.cpu_count())
    asked.add_argument("--rooms", nargs="+", default=ROOMS)
    asked.add_argument("--build", type=pathlib.Path, default=ROOT / "build-mutation")
    asked = asked.parse_args()

    mutants = all_mutants(asked.rooms)
    random.Random(asked.seed).shuffle(mutants)
    builder = Builder(asked.build.resolve(), asked.jobs)
    builder.prepare()
    same = reasons()
    killed, survived, excused, invalid = 0, [], 0, 0
    waiting = iter(list(enumerate(mutants))[asked.after:])
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        running = {}
        while True:
            while len(running) < asked.jobs and killed + len(survived) + excused + len(running) < asked.mutants:
                number, mutant = next(waiting, (None, None))
                if mutant is None:
                    break
                running[pool.submit(builder.judge, number, mutant)] = number, mutant
            if not running:
                break
            done, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for each in done:
                (number, mutant), how = running.pop(each), each.result()
                if how == "survived" and key_of(mutant) in same:
                    how, excused = "the same program", excused + 1
                elif how == "survived":
                    survived.append(mutant)
                killed += how == "killed"
                invalid += how == "invalid"
                if how != "invalid":
                    print(f"{number}: {how}: {mutant[1]}:{mutant[2]}: {' '.join(mutant[3].split())} ==> {' '.join(mutant[4].split())}",
                          flush=True)
    tried = killed + len(survived)
    print(f"\nseed {asked.seed}: of {tried} mutants {killed} were killed, {len(survived)} survived; {excused} are the same "
          f"program, and {invalid} do not compile")
    for mutant in survived:
        print(key_of(mutant))
    sys.exit(1 if survived else 0)


if __name__ == "__main__":
    main()
