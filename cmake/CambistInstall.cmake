# SPDX-License-Identifier: MIT
# Headers, libraries, the CMake package, pkg-config files and the program; nothing in them names the build tree or the
# prefix, so an installed tree may be moved. Three components: `runtime` has what a program that was built needs,
# `development` what one builds with, `tools` the program.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/cambist")

# cambist_install(PART TARGET): a part of the CMake package, with a file of its own: what a part links is asked only of
# those who ask for it.
set(cambist_parts)
macro(cambist_install part target)
    install(
        TARGETS ${target} EXPORT cambist-${part}
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
        ARCHIVE COMPONENT development
        FILE_SET HEADERS COMPONENT development
    )
    install(EXPORT cambist-${part} NAMESPACE cambist:: DESTINATION "${package_dir}" COMPONENT development)
    list(APPEND cambist_parts ${part})
endmacro()

cambist_install(header_only cambist)
cambist_install(compiled cambist_compiled)
foreach(part IN ITEMS io prose)
    if(TARGET cambist_${part})
        cambist_install(${part} cambist_${part})
    endif()
endforeach()

set(cambist_io_needs tomlplusplus EXPAT libzip ZLIB LibXml2 Threads)
if(BUILD_SHARED_LIBS) # which bring their own
    set(cambist_io_needs)
endif()
configure_package_config_file(
    "${CMAKE_CURRENT_LIST_DIR}/cambistConfig.cmake.in" cambistConfig.cmake INSTALL_DESTINATION "${package_dir}"
)
write_basic_package_version_file(cambistConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/cambistConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/cambistConfigVersion.cmake"
        DESTINATION "${package_dir}" COMPONENT development
)

# cambist_pkg_config(NAME DESCRIPTION [CFLAGS ...] [LIBS ...] [LIBS_PRIVATE ...] [REQUIRES ...] [REQUIRES_PRIVATE ...])
function(cambist_pkg_config pc_name pc_description)
    cmake_parse_arguments(PARSE_ARGV 2 pc "" "" "CFLAGS;LIBS;LIBS_PRIVATE;REQUIRES;REQUIRES_PRIVATE")
    foreach(list IN ITEMS pc_CFLAGS pc_LIBS pc_LIBS_PRIVATE)
        list(JOIN ${list} " " ${list})
    endforeach()
    foreach(list IN ITEMS pc_REQUIRES pc_REQUIRES_PRIVATE)
        list(JOIN ${list} ", " ${list})
    endforeach()
    set(pc_prefix /prefix)
    cmake_path(RELATIVE_PATH pc_prefix BASE_DIRECTORY "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/cambist.pc.in" ${pc_name}.pc @ONLY)
    file(STRINGS "${CMAKE_CURRENT_BINARY_DIR}/${pc_name}.pc" lines)
    list(FILTER lines EXCLUDE REGEX "^[A-Za-z.]+: *$")
    list(JOIN lines "\n" lines)
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/${pc_name}.pc" "${lines}\n")
    install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${pc_name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
            COMPONENT development
    )
endfunction()

cambist_pkg_config(cambist "header-only, needs the headers of Boost" REQUIRES fmt)
cambist_pkg_config(cambist-compiled "compiled" CFLAGS -DCAMBIST_COMPILED LIBS -lcambist REQUIRES fmt)
if(TARGET cambist_io)
    set(parsers)
    if(cambist_io_needs)
        set(parsers REQUIRES_PRIVATE tomlplusplus expat libzip zlib libxml-2.0 LIBS_PRIVATE -pthread)
    endif()
    cambist_pkg_config(cambist-io "reading files" LIBS -lcambist_io REQUIRES cambist-compiled ${parsers})
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
    install(TARGETS cambist_program COMPONENT tools)
    install(FILES "${PROJECT_SOURCE_DIR}/src/program/cambist.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT tools)
    set(completions "${PROJECT_SOURCE_DIR}/src/program/completions")
    install(FILES "${completions}/cambist.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
            RENAME cambist COMPONENT tools
    )
    install(FILES "${completions}/_cambist" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT tools)
    install(FILES "${completions}/cambist.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
            COMPONENT tools
    )
endif()
foreach(component IN ITEMS runtime development tools)
    install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT ${component})
endforeach()
