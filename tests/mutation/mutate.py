#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether tests notice a changed line: mutants of the headers, each against the unit tests.

    python3 tests/mutation/mutate.py [--mutants N] [--seed S] [--jobs J] [--rooms ROOM...] [--build DIRECTORY]

Needs g++, mold, doctest, Boost and fmt, and universalmutator of PyPI, whose rules make the mutants. Of all that there are,
N are drawn by the seed: which of a line does not depend on other lines. Each is compiled once, with its room's tests, and
linked before what was compiled of the rest: at -O0 nothing is inlined, so that the linker's first definition of a function
is every caller's. Tests of its name run first, then the room's, then all others, then the laws. A survivor that stands in
same_program.txt is the program itself, with the reason there, and is not counted; any other is listed, and ends this with
status 1. What was judged is kept in the build directory, and only survivors without a reason are judged again: a run that was
stopped goes on, and one after new tests tries those alone."""

import argparse
import concurrent.futures
import contextlib
import functools
import hashlib
import io
import os
import pathlib
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
STANDARD = ["algorithm", "array", "bit", "chrono", "deque", "functional", "map", "optional", "random", "set", "span", "sstream",
            "string", "string_view", "tuple", "unordered_map", "vector", "boost/multiprecision/cpp_int.hpp", "fmt/format.h",
            "doctest/doctest.h"]
SECONDS = 60  # of the processor, for a run of tests: a mutant that never ends is noticed, too
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
    beside = ["threads"] if room == "bulk" else [] # whose headers are of that room
    return sorted(p for each in [room, *beside] for p in (ROOT / "tests" / each).rglob("*.test.cpp"))


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

    @functools.cached_property
    def newest(self):
        """When a source was changed last."""
        return max(f.stat().st_mtime for part in ("include", "tests", "src/core") for f in (ROOT / part).rglob("*.*pp"))

    def stands(self, made):
        return made.exists() and made.stat().st_mtime > self.newest

    def precompile(self, rooms):
        """The header that stands before what is compiled, once the headers of these rooms are as they were."""
        target = self.build / f"before_{len(rooms)}.hpp"
        if self.stands(pathlib.Path(f"{target}.gch")):
            return
        names = STANDARD + [name_of(h) for room in rooms for h in headers(room)
                            if h.suffix == ".hpp" and name_of(h) != "cambist/numbers/boost.hpp"]
        target.write_text("".join(f"#include <{name}>\n" for name in names))
        subprocess.run(["g++", f"-I{ROOT / 'include'}", *FLAGS, "-x", "c++-header", target, "-o", f"{target}.gch"], check=True)

    def compile(self, source, target, rooms, overlay=None):
        where = ([f"-I{overlay}"] if overlay else []) + [f"-I{ROOT / 'include'}"]
        # Where doctest's own body is, no header of it stands before.
        before = ["-include", self.build / f"before_{rooms}.hpp"] if source.stem != "main" else []
        return subprocess.run(["g++", *where, *FLAGS, *before, "-c", source, "-o", target], capture_output=True, text=True)

    def unit(self, name, files):
        source = self.build / f"{name}.cpp"
        source.write_text("".join(f'#include "{f}"\n' if isinstance(f, pathlib.Path) else f"#include <{f}>\n"
                                  for f in files))
        return source

    def prepare(self):
        """All that mutants are linked before."""
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            list(pool.map(self.precompile, (ROOMS[:count] for count in range(len(ROOMS) + 1))))
        units = [self.unit("core", [ROOT / "src/core/cambist.cpp"]), self.unit("main", [ROOT / "tests/main.cpp"]),
                 self.unit("counting", [ROOT / "tests/support/counting.cpp"])]
        for room in ROOMS:
            together = [t for t in tests(room) if str(t.relative_to(ROOT / "tests")) not in APART]
            units.append(self.unit(f"tests_{room}", together))
        for apart in APART:
            units.append(self.unit("tests_" + apart.replace("/", "_").removesuffix(".test.cpp"), [ROOT / "tests" / apart]))
        units.append(self.unit("tests_text", tests("text")))
        units.append(self.unit("tests_of_all", [ROOT / "tests/cambist.test.cpp"]))
        units += [self.unit("law_" + t.name.removesuffix(".test.cpp"), [t]) for t in tests("laws") if t.name != "text.test.cpp"]
        self.objects = [u.with_suffix(".o") for u in units]
        units = [u for u in units if not self.stands(u.with_suffix(".o"))]
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            for unit, done in zip(units, pool.map(lambda u: self.compile(u, u.with_suffix(".o"), self.unchanged_in(u)), units)):
                if done.returncode != 0:
                    sys.exit(f"{unit} does not compile:\n{done.stderr}")

    @staticmethod
    def unchanged_in(unit):
        """Of how many rooms a test may have the headers before its own: those below its room."""
        return next((at for at, room in enumerate(ROOMS) if unit.stem.startswith(f"tests_{room}")), 0)

    @staticmethod
    def link(program, objects):
        return subprocess.run(["g++", "-fuse-ld=mold", "-Wl,--allow-multiple-definition", *objects, "-lfmt", "-pthread", "-o",
                               program], capture_output=True).returncode == 0

    def require_passing(self):
        """Without a mutant all tests pass, in half of their time: else every mutant would seem noticed."""
        program = self.build / "unchanged"
        laws = "*/tests/laws/*"
        if not self.link(program, self.objects) or not all(
                self.passes(program, f, seconds=SECONDS // 2)
                for f in (f"--source-file-exclude={laws}", f"--source-file={laws}")):
            sys.exit(f"{program}: without a mutant, too, a test fails, or they take more than {SECONDS // 2} s")

    @staticmethod
    def passes(program, *options, seconds=SECONDS):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        try:
            return subprocess.run([program, "--abort-after=1", *options], cwd=ROOT, timeout=PATIENCE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def judge(self, name, mutant):
        """"invalid", "killed" or "survived"."""
        room, header, line, _, new = mutant
        here = self.build / f"mutant_{hashlib.sha256(name.encode()).hexdigest()[:16]}"
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
                how = self.judge_with(here, header, parts, whole=parts == ways[-1])
                if how != "survived":
                    break
            return how
        finally:
            shutil.rmtree(here, ignore_errors=True)

    def judge_with(self, here, header, parts, whole):
        room = header.split("/")[1]
        source = here / "unit.cpp"
        source.write_text("".join(f'#include "{p}"\n' if isinstance(p, pathlib.Path) else f"#include <{p}>\n"
                                  for p in parts))
        unchanged = ROOMS.index(room) + header.endswith(".ipp") # rooms of which no header is
        done = self.compile(source, here / "unit.o", unchanged, here / "include")
        if done.returncode != 0:
            return "killed" if "static assertion" in done.stderr else "invalid"
        # Tests that are compiled with the mutant are in its unit; one of them is in that of all of the room too, whose
        # cases doctest then has twice, which is no harm.
        has_room = sum(isinstance(p, pathlib.Path) for p in parts) > 1
        rest = [o for o in self.objects if not (has_room and o.stem == f"tests_{room}")]
        program = here / "tests"
        if not self.link(program, [here / "unit.o", *rest]):
            return "invalid"
        mirror = pathlib.Path(header).relative_to("cambist").with_suffix("")
        filters = [[f"--source-file=*/tests/{mirror}.test.cpp"], [f"--source-file=*/tests/{room}/*"]]
        if whole:
            filters += [[f"--source-file-exclude=*/tests/{room}/*,*/tests/laws/*"], ["--source-file=*/tests/laws/*"]]
        return "survived" if all(self.passes(program, *f) for f in filters) else "killed"


def key_of(mutant):
    _, header, _, old, new = mutant
    return f"{header}: {' '.join(old.split())} ==> {' '.join(new.split())}"


def drawn(mutants, seed):
    """As (name, mutant), in the order of the seed. A name is the key, and which of the lines that are alike it is of."""
    named, alike = [], {}
    for mutant in mutants:
        key = key_of(mutant)
        alike[key] = alike.get(key, 0) + 1
        named.append((f"{alike[key]} {key}", mutant))
    return sorted(named, key=lambda each: hashlib.sha256(f"{seed} {each[0]}".encode()).digest())


def reasons():
    """Lines of same_program.txt: a mutant, and on the next, indented line why it is the same program."""
    text = (ROOT / "tests/mutation/same_program.txt").read_text().splitlines()
    return {line for line in text if line and not line.startswith((" ", "#"))}


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--mutants", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=os.cpu_count())
    asked.add_argument("--rooms", nargs="+", default=ROOMS)
    asked.add_argument("--build", type=pathlib.Path, default=ROOT / "build-mutation")
    asked = asked.parse_args()

    builder = Builder(asked.build.resolve(), asked.jobs)
    builder.prepare()
    builder.require_passing()
    same = reasons()
    log = builder.build / "judged.txt"
    judged = dict(reversed(line.split(": ", 1)) for line in log.read_text().splitlines()) if log.exists() else {}

    def verdict_of(name, mutant):
        known = judged.get(name)
        is_settled = known in ("invalid", "killed") or (known == "survived" and key_of(mutant) in same)
        return known if is_settled else builder.judge(name, mutant)

    killed, survived, excused, invalid = 0, [], 0, 0
    waiting = iter(drawn(all_mutants(asked.rooms), asked.seed))
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool, log.open("a") as kept:
        running = {}
        while True:
            while len(running) < asked.jobs and killed + len(survived) + excused + len(running) < asked.mutants:
                name, mutant = next(waiting, (None, None))
                if mutant is None:
                    break
                running[pool.submit(verdict_of, name, mutant)] = name, mutant
            if not running:
                break
            done, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for each in done:
                (name, mutant), how = running.pop(each), each.result()
                if judged.get(name) != how:
                    print(f"{how}: {name}", file=kept, flush=True)
                if how == "survived" and key_of(mutant) in same:
                    how, excused = "the same program", excused + 1
                elif how == "survived":
                    survived.append(mutant)
                killed += how == "killed"
                invalid += how == "invalid"
                if how != "invalid":
                    print(f"{how}: {mutant[1]}:{mutant[2]}: {' '.join(mutant[3].split())} ==> {' '.join(mutant[4].split())}",
                          flush=True)
    tried = killed + len(survived)
    print(f"\nseed {asked.seed}: of {tried} mutants {killed} were killed, {len(survived)} survived; {excused} are the same "
          f"program, and {invalid} do not compile")
    for mutant in survived:
        print(key_of(mutant))
    sys.exit(1 if survived else 0)


if __name__ == "__main__":
    main()
