# SPDX-License-Identifier: MIT
# Files for those who want one: `cpack -G TGZ` or `cpack -G DEB` in a build. Debian's own packages are made of
# packaging/debian.
set(CPACK_PACKAGE_VENDOR "The cambist authors")
set(CPACK_PACKAGE_CONTACT "cambist@packages.invalid")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_FILE_NAME "cambist-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_GENERATOR TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 0)
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libboost-dev, libfmt-dev, libtomlplusplus-dev, libexpat1-dev, libzip-dev, libxml2-dev, gnuplot-nox")
set(CPACK_VERBATIM_VARIABLES ON)
include(CPack)
