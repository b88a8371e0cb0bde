# SPDX-License-Identifier: MIT
# Headers, libraries, the CMake package, pkg-config files and the program; nothing in them names the build tree or the
# prefix, so an installed tree may be moved.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/cambist")

install(TARGETS cambist cambist_compiled EXPORT cambistTargets FILE_SET HEADERS)
install(EXPORT cambistTargets NAMESPACE cambist:: DESTINATION "${package_dir}")
if(TARGET cambist_io)
    # An export of its own: what io links is asked only of those who ask for io.
    install(TARGETS cambist_io EXPORT cambistIoTargets FILE_SET HEADERS)
    install(EXPORT cambistIoTargets NAMESPACE cambist:: DESTINATION "${package_dir}")
endif()
if(TARGET cambist_prose)
    install(TARGETS cambist_prose EXPORT cambistProseTargets FILE_SET HEADERS)
    install(EXPORT cambistProseTargets NAMESPACE cambist:: DESTINATION "${package_dir}")
endif()

configure_package_config_file(
    "${CMAKE_CURRENT_LIST_DIR}/cambistConfig.cmake.in" cambistConfig.cmake INSTALL_DESTINATION "${package_dir}"
)
write_basic_package_version_file(cambistConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/cambistConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/cambistConfigVersion.cmake"
        DESTINATION "${package_dir}"
)

# cambist_pkg_config(NAME DESCRIPTION [CFLAGS ...] [LIBS ...] [REQUIRES ...])
function(cambist_pkg_config pc_name pc_description)
    cmake_parse_arguments(PARSE_ARGV 2 pc "" "" "CFLAGS;LIBS;REQUIRES")
    foreach(list IN ITEMS pc_CFLAGS pc_LIBS)
        list(JOIN ${list} " " ${list})
    endforeach()
    list(JOIN pc_REQUIRES ", " pc_REQUIRES)
    set(pc_prefix /prefix)
    cmake_path(RELATIVE_PATH pc_prefix BASE_DIRECTORY "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/cambist.pc.in" ${pc_name}.pc @ONLY)
    install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${pc_name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endfunction()

cambist_pkg_config(cambist "header-only" REQUIRES "fmt >= 9")
cambist_pkg_config(cambist-compiled "compiled" CFLAGS -DCAMBIST_COMPILED LIBS -lcambist REQUIRES "fmt >= 9")
if(TARGET cambist_io)
    set(parsers tomlplusplus expat "libzip >= 1.7") # a shared library brings its own
    if(BUILD_SHARED_LIBS)
        set(parsers)
    endif()
    cambist_pkg_config(cambist-io "reading files" LIBS -lcambist_io -pthread REQUIRES cambist-compiled ${parsers})
endif()
if(TARGET cambist_prose)
    cambist_pkg_config(cambist-prose "reading figures in text" LIBS -lcambist_prose REQUIRES cambist-compiled)
endif()

if(TARGET cambist_program)
    if(BUILD_SHARED_LIBS)
        set(to_lib "/prefix/${CMAKE_INSTALL_LIBDIR}")
        cmake_path(RELATIVE_PATH to_lib BASE_DIRECTORY "/prefix/${CMAKE_INSTALL_BINDIR}")
        set_target_properties(cambist_program cambist_io cambist_prose PROPERTIES INSTALL_RPATH "$ORIGIN;$ORIGIN/${to_lib}")
    endif()
    install(TARGETS cambist_program)
    if(EXISTS "${PROJECT_SOURCE_DIR}/src/program/cambist.1")
        install(FILES "${PROJECT_SOURCE_DIR}/src/program/cambist.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    endif()
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
