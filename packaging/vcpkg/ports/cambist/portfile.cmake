# SPDX-License-Identifier: MIT
# The tree that this port stands in, or another by CAMBIST_SOURCE; a registry's copy names a release here instead.
if(DEFINED ENV{CAMBIST_SOURCE})
    set(SOURCE_PATH "$ENV{CAMBIST_SOURCE}")
else()
    get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../.." ABSOLUTE)
endif()

vcpkg_check_features(
    OUT_FEATURE_OPTIONS options
    FEATURES io CAMBIST_BUILD_IO prose CAMBIST_BUILD_PROSE tools CAMBIST_BUILD_PROGRAM
)
vcpkg_find_acquire_program(PKGCONFIG)
vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS ${options} -DCAMBIST_BUILD_TESTS=OFF -DCAMBIST_BUILD_EXAMPLES=OFF -DCAMBIST_WERROR=OFF
            "-DPKG_CONFIG_EXECUTABLE=${PKGCONFIG}"
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/cambist)
vcpkg_fixup_pkgconfig()
if("tools" IN_LIST FEATURES)
    vcpkg_copy_tools(TOOL_NAMES cambist AUTO_CLEAN)
endif()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
