# SPDX-License-Identifier: MIT
"""The recipe of cambist for Conan 2. `conan create packaging/conan` builds the tree that it stands in."""

import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir
from conan.tools.gnu import PkgConfigDeps
from conan.tools.layout import basic_layout

required_conan_version = ">=2.0"


class CambistConan(ConanFile):
    name = "cambist"
    description = "Exact amounts of money, dated rates, and multi-year plans in one currency"
    license = "MIT"
    topics = ("finance", "money", "currency", "exchange-rates", "exact")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        "header_only": [True, False],
        "io": [True, False],
        "prose": [True, False],
    }
    default_options = {"shared": False, "fPIC": True, "header_only": False, "io": True, "prose": True}

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, os.pardir, os.pardir)

    def set_version(self):
        # Of the tree, whose header has it; a recipe that was exported knows its own.
        header = os.path.join(self._tree, "include", "cambist", "version.hpp")
        if os.path.exists(header):
            self.version = re.search(r'#define CAMBIST_VERSION "(.*)"', load(self, header)).group(1)

    def export_sources(self):
        for part in ("CMakeLists.txt", "LICENSE", "include/*", "src/*", "cmake/*"):
            copy(self, part, self._tree, self.export_sources_folder)

    def config_options(self):
        if self.settings.os == "Windows":
            del self.options.fPIC

    def configure(self):
        if self.options.header_only:
            for option in ("shared", "fPIC", "io", "prose"):
                self.options.rm_safe(option)
        elif self.options.shared:
            self.options.rm_safe("fPIC")

    def layout(self):
        if self.options.header_only:
            basic_layout(self)
        else:
            cmake_layout(self)

    def requirements(self):
        # The header-only flavour's consumers see Boost's headers, others do not.
        self.requires("boost/1.83.0", transitive_headers=bool(self.options.header_only))
        self.requires("fmt/10.2.1", transitive_headers=True, transitive_libs=True)
        if self.options.get_safe("io"):
            self.requires("tomlplusplus/3.4.0")
            self.requires("expat/2.6.2")
            self.requires("libzip/1.10.1")
            self.requires("libxml2/2.12.5")
            self.requires("zlib/1.3.1")
            self.requires("date/3.0.1")

    def package_id(self):
        if self.info.options.header_only:
            self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)
        if self.settings.os == "Windows":
            raise ConanInvalidConfiguration("cambist is not tested on Windows")

    def generate(self):
        if self.options.header_only:
            return
        toolchain = CMakeToolchain(self)
        for part in ("IO", "PROSE"):
            toolchain.cache_variables[f"CAMBIST_BUILD_{part}"] = bool(self.options.get_safe(part.lower()))
        for part in ("PROGRAM", "TESTS", "EXAMPLES"):
            toolchain.cache_variables[f"CAMBIST_BUILD_{part}"] = False
        toolchain.cache_variables["CAMBIST_WERROR"] = False
        toolchain.generate()
        CMakeDeps(self).generate()
        PkgConfigDeps(self).generate()  # by which libzip is found

    def build(self):
        if self.options.header_only:
            return
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        if self.options.header_only:
            copy(self, "*", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))
            return
        CMake(self).install()
        for folder in ("cmake", "pkgconfig"):
            rmdir(self, os.path.join(self.package_folder, "lib", folder))
        rmdir(self, os.path.join(self.package_folder, "share"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "cambist")
        if self.options.header_only:
            self.cpp_info.bindirs = []
            self.cpp_info.libdirs = []
            self._component("header_only", "cambist", None, ["boost::headers", "fmt::fmt"])
            return
        compiled = self._component("compiled", "cambist-compiled", "cambist", ["boost::headers", "fmt::fmt"])
        compiled.defines = ["CAMBIST_COMPILED"]
        if self.options.io:
            io = self._component("io", "cambist-io", "cambist_io", [
                "compiled", "tomlplusplus::tomlplusplus", "expat::expat", "libzip::libzip", "zlib::zlib",
                "libxml2::libxml2", "date::date"])
            if self.settings.os in ("Linux", "FreeBSD"):
                io.system_libs = ["pthread"]
        if self.options.prose:
            self._component("prose", "cambist-prose", "cambist_prose", ["compiled"])

    def _component(self, name, pc_name, library, requires):
        made = self.cpp_info.components[name]
        target = "cambist" if name == "header_only" else name
        made.set_property("cmake_target_name", f"cambist::{target}")
        made.set_property("pkg_config_name", pc_name)
        made.libs = [library] if library else []
        made.requires = requires
        return made
