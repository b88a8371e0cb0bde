# SPDX-License-Identifier: MIT
"""A library of the system in the place of a package of that name: `conan export . --name fmt`."""

from conan import ConanFile


class SystemConan(ConanFile):
    version = "system"
    settings = "os"

    def package_info(self):
        name, targets, libs, version = KNOWN[self.name]
        self.cpp_info.includedirs, self.cpp_info.libdirs, self.cpp_info.bindirs = [], [], []
        self.cpp_info.set_property("cmake_file_name", name)
        self.cpp_info.set_property("system_package_version", version)
        self.cpp_info.set_property("pkg_config_name", self.name)
        for component, target in targets.items():
            made = self.cpp_info.components[component]
            made.includedirs, made.libdirs, made.bindirs = [], [], []
            made.set_property("cmake_target_name", target)
            made.set_property("pkg_config_name", self.name)
            made.set_property("component_version", version)
            made.system_libs = libs
            made.includedirs = INCLUDED.get(self.name, [])


KNOWN = {
    "boost": ("Boost", {"headers": "Boost::headers"}, [], "1.74.0"),
    "fmt": ("fmt", {"fmt": "fmt::fmt"}, ["fmt"], "9.1.0"),
    "tomlplusplus": ("tomlplusplus", {"tomlplusplus": "tomlplusplus::tomlplusplus"}, [], "3.3.0"),
    "expat": ("EXPAT", {"expat": "EXPAT::EXPAT"}, ["expat"], "2.5.0"),
    "libzip": ("libzip", {"libzip": "libzip::zip"}, ["zip"], "1.7.3"),
    "libxml2": ("LibXml2", {"libxml2": "LibXml2::LibXml2"}, ["xml2"], "2.9.14"),
    "zlib": ("ZLIB", {"zlib": "ZLIB::ZLIB"}, ["z"], "1.2.13"),
    "date": ("date", {"date": "date::date"}, [], "3.0.1"),
}
# Beside /usr/include, which every compiler knows.
INCLUDED = {"libxml2": ["/usr/include/libxml2"]}
