#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""agree.py TREE CMAKE: versions, options, dependencies and soname of the packages are those of CMake's lists.

The vcpkg port's manifest is checked for its form too, and its portfile is run with vcpkg's functions stubbed."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

TREE = pathlib.Path(sys.argv[1])
CMAKE = sys.argv[2]
PACKAGING = TREE / "packaging"

# What CMake finds by a name, and what packagers call it; None is a part of every system.
NAMES = {
    # CMake: (vcpkg, Conan, Debian)
    "Boost": ("boost-multiprecision", "boost", "libboost-dev"),
    "fmt": ("fmt", "fmt", "libfmt-dev"),
    "tomlplusplus": ("tomlplusplus", "tomlplusplus", "libtomlplusplus-dev"),
    "EXPAT": ("expat", "expat", "libexpat1-dev"),
    "libzip": ("libzip", "libzip", "libzip-dev"),
    "date": ("date", "date", "libhowardhinnant-date-dev"),
    "CLI11": ("cli11", None, "libcli11-dev"),
    "nlohmann_json": ("nlohmann-json", None, "nlohmann-json3-dev"),
    "LibXml2": ("libxml2", "libxml2", "libxml2-dev"),
    "ZLIB": ("zlib", "zlib", "zlib1g-dev"),
    "Iconv": ("libiconv", None, None),
    "Threads": (None, None, None),
    "doctest": ("doctest", None, "doctest-dev"),
}
FAULTS = []


def check(holds, fault):
    if not holds:
        FAULTS.append(fault)


def read(path):
    return (TREE / path).read_text()


def cmake_needs():
    """The packages of each part, by name; of all, those of "core"."""
    lists = read("CMakeLists.txt")
    needs = {"core": re.findall(r"^find_package\((\w+)", lists, re.M)}
    for part, rest in re.findall(r"^cambist_part\((\w+) (.*?)\)$", lists, re.M | re.S):
        packages = rest.split("PACKAGES")[1].split() if "PACKAGES" in rest else []
        needs[part.lower()] = packages
    for part in needs.values():
        for name in part:
            check(name in NAMES, f"tests/packages/agree.py does not know what packagers call {name}")
    return needs


def called(needs, packager):
    return {NAMES[n][packager] for n in needs if n in NAMES} - {None}


def dependencies_of(manifest):
    return {d if isinstance(d, str) else d["name"] for d in manifest.get("dependencies", [])
            if isinstance(d, str) or not d.get("host")}


def check_form(manifest, where, port):
    """As the schema of vcpkg.json has it, as far as it is used here."""
    known = {"name", "version", "description", "license", "supports", "dependencies", "features"}
    check(set(manifest) <= known, f"{where}: unknown fields {set(manifest) - known}")
    check(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", manifest["name"]), f"{where}: the name")
    check(re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*))*", manifest["version"]), f"{where}: the version")
    check(not port or manifest["name"] == "cambist", f"{where}: a port is called what its folder is")
    groups = [manifest, *manifest.get("features", {}).values()]
    for name, feature in manifest.get("features", {}).items():
        check(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name), f"{where}: the feature {name}")
        check(set(feature) <= {"description", "dependencies", "supports"} and feature.get("description"),
              f"{where}: fields of the feature {name}")
    for group in groups:
        listed = [d if isinstance(d, str) else d["name"] for d in group.get("dependencies", [])]
        check(len(listed) == len(set(listed)), f"{where}: a dependency twice")
        for each in group.get("dependencies", []):
            if not isinstance(each, str):
                check(set(each) <= {"name", "host", "features", "platform", "version>="}, f"{where}: fields of {each}")


STUBS = """
cmake_minimum_required(VERSION 3.25)
set(CURRENT_PACKAGES_DIR "{made}")
set(PORT cambist)
set(FEATURES {features})
function(vcpkg_check_features)
    cmake_parse_arguments(arg "" "OUT_FEATURE_OPTIONS" "FEATURES" ${{ARGN}})
    set(options)
    while(arg_FEATURES)
        list(POP_FRONT arg_FEATURES feature option)
        set(value OFF)
        if(feature IN_LIST FEATURES)
            set(value ON)
        endif()
        list(APPEND options "-D${{option}}=${{value}}")
    endwhile()
    set(${{arg_OUT_FEATURE_OPTIONS}} ${{options}} PARENT_SCOPE)
endfunction()
function(vcpkg_find_acquire_program name)
    set(${{name}} /usr/bin/pkg-config PARENT_SCOPE)
endfunction()
function(vcpkg_cmake_configure)
    cmake_parse_arguments(arg "" "SOURCE_PATH" "OPTIONS" ${{ARGN}})
    if(NOT EXISTS "${{arg_SOURCE_PATH}}/include/cambist/version.hpp")
        message(FATAL_ERROR "SOURCE_PATH is not the tree: ${{arg_SOURCE_PATH}}")
    endif()
    message("configure ${{arg_OPTIONS}}")
endfunction()
function(vcpkg_install_copyright)
    cmake_parse_arguments(arg "" "" "FILE_LIST" ${{ARGN}})
    if(NOT EXISTS "${{arg_FILE_LIST}}")
        message(FATAL_ERROR "no licence: ${{arg_FILE_LIST}}")
    endif()
endfunction()
foreach(name IN ITEMS vcpkg_cmake_install vcpkg_cmake_config_fixup vcpkg_fixup_pkgconfig vcpkg_copy_tools)
    cmake_language(EVAL CODE "function(${{name}})\\nmessage(\\"${{name}} \\${{ARGN}}\\")\\nendfunction()")
endforeach()
include("{port}")
"""


def run_portfile(features):
    with tempfile.TemporaryDirectory() as made:
        script = pathlib.Path(made) / "run.cmake"
        script.write_text(STUBS.format(made=made, features=" ".join(features),
                                       port=PACKAGING / "vcpkg/ports/cambist/portfile.cmake"))
        done = subprocess.run([CMAKE, "-P", str(script)], capture_output=True, text=True)
        check(done.returncode == 0, f"portfile.cmake fails: {done.stderr}")
        check((pathlib.Path(made) / "share/cambist/usage").exists() or done.returncode != 0, "the port installs no usage text")
        return done.stderr + done.stdout


def check_vcpkg(version, needs):
    where = "packaging/vcpkg/ports/cambist/vcpkg.json"
    port = json.loads(read(where))
    check_form(port, where, True)
    check(port["version"] == version, f"{where}: version {port['version']}, not {version}")
    check(dependencies_of(port) == called(needs["core"], 0), f"{where}: dependencies of all are not CMake's")
    parts = {"io": "io", "prose": "prose", "tools": "program"}
    check(set(port["features"]) == set(parts), f"{where}: features")
    for feature, part in parts.items():
        wanted = called(needs[part], 0)
        found = dependencies_of(port["features"][feature]) - {"cambist"}
        check(found == wanted, f"{where}: {feature} depends on {sorted(found)}, not {sorted(wanted)}")
    developers = json.loads(read("packaging/vcpkg/vcpkg.json"))
    check_form(developers, "packaging/vcpkg/vcpkg.json", False)
    check(developers["version"] == version, "packaging/vcpkg/vcpkg.json: version")
    wanted = set().union(*(called(n, 0) for n in needs.values())) | {"benchmark"}
    check(dependencies_of(developers) == wanted,
          f"packaging/vcpkg/vcpkg.json: {sorted(dependencies_of(developers) ^ wanted)} in one of it and CMake alone")
    options = {f"CAMBIST_BUILD_{p.upper()}" for p in needs if p != "core"}
    for features in ([], ["io"], ["io", "prose", "tools"]):
        said = run_portfile(features)
        for feature, part in parts.items():
            value = "ON" if feature in features else "OFF"
            check(f"-DCAMBIST_BUILD_{part.upper()}={value}" in said, f"portfile.cmake: {part} is not {value} of {features}")
        for option in re.findall(r"-D(CAMBIST_BUILD_\w+)=", said):
            check(option in options, f"portfile.cmake: CMake has no option {option}")
        check(("vcpkg_copy_tools" in said) == ("tools" in features), f"portfile.cmake: tools of {features}")


def check_conan(needs):
    recipe = read("packaging/conan/conanfile.py")
    found = {}
    for indent, name, version in re.findall(r'^( +)self\.requires\("([a-z0-9]+)/([^"]+)"', recipe, re.M):
        found.setdefault("io" if len(indent) > 8 else "core", set()).add(name)
        check(re.fullmatch(r"\d+(\.\d+)*", version), f"conanfile.py: {name}/{version} is no exact version")
    for part in ("core", "io"):
        check(found[part] == called(needs[part], 1), f"conanfile.py: {part} requires {sorted(found[part])}")
    options = {f"CAMBIST_BUILD_{p.upper()}" for p in needs if p != "core"}
    said = {f"CAMBIST_BUILD_{p}" for line in re.findall(r"for part in \(([A-Z\", ]+)\):", recipe) for p in re.findall(r'"([A-Z]+)"', line)}
    check(said == options, f"conanfile.py sets {sorted(said ^ options)} otherwise than CMake")


def check_debian(version, needs):
    control = read("packaging/debian/control")
    soname = ".".join(version.split(".")[:2])
    check(read("packaging/debian/changelog").startswith(f"cambist ({version}-"), "debian/changelog: the version")
    check(f"Package: libcambist{soname}\n" in control, f"debian/control: no libcambist{soname}")
    symbols = read(f"packaging/debian/libcambist{soname}.symbols")
    for library in ("cambist", "cambist_io", "cambist_prose"):
        check(f"lib{library}.so.{soname} libcambist{soname} " in symbols, f"debian symbols: no {library}")
    check(symbols.count(f"(symver)CAMBIST_{soname} {soname}.0") == 3, "debian symbols: the version of what is shown")
    building = control.split("Package:")[0]
    wanted = set().union(*(called(n, 2) for n in needs.values()))
    for package in wanted:
        check(re.search(rf"^ +{re.escape(package)}\b", building, re.M), f"debian/control: builds without {package}")
    development = control.split("Package: libcambist-dev")[1].split("Package:")[0]
    for package in called(needs["core"] + needs["io"] + needs["prose"], 2) - {"libhowardhinnant-date-dev"}:
        check(package in development, f"debian/control: libcambist-dev lacks {package}")
    setup = read("cmake/setup.sh")
    for package in wanted:
        check(package in setup, f"cmake/setup.sh does not install {package}")


def main():
    version = re.search(r'#define CAMBIST_VERSION "(.*)"', read("include/cambist/version.hpp")).group(1)
    needs = cmake_needs()
    check_vcpkg(version, needs)
    check_conan(needs)
    check_debian(version, needs)
    citation = read("CITATION.cff") if (TREE / "CITATION.cff").exists() else ""
    check(f"\nversion: {version}\n" in citation, "CITATION.cff: the version")
    for each in FAULTS:
        print(f"FAILED: {each}")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
