# SPDX-License-Identifier: MIT
# What cambist's own targets share.

# Warnings and sanitizers reach our own targets alone: both are linked PRIVATE, and only in the build tree.
add_library(cambist_warnings INTERFACE)
target_compile_options(
    cambist_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
                               $<$<BOOL:${CAMBIST_WERROR}>:-Werror>
)
# Two of GCC 12's are wrong once std::string (its bug 105329), Boost and date are inlined; Clang and the sanitizers watch
# over what they look for. A third takes files that are compiled together for headers.
target_compile_options(
    cambist_warnings
    INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized;-Wno-subobject-linkage>
)

add_library(cambist_sanitize INTERFACE)
if(CAMBIST_SANITIZE)
    list(JOIN CAMBIST_SANITIZE "," sanitizers)
    target_compile_options(
        cambist_sanitize INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer
    )
    target_compile_definitions(cambist_sanitize INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(cambist_sanitize INTERFACE -fsanitize=${sanitizers})
endif()
if(CAMBIST_BUILD_FUZZERS) # which look for input that takes other ways through our code
    target_compile_options(cambist_sanitize INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(cambist_sanitize INTERFACE -fsanitize=fuzzer-no-link)
endif()

# cambist_own(TARGET): one of ours, under our warnings and sanitizers.
function(cambist_own target)
    target_link_libraries(
        ${target} PRIVATE $<BUILD_INTERFACE:cambist_warnings> $<BUILD_INTERFACE:cambist_sanitize>
    )
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
endfunction()

# cambist_library(TARGET NAME): one that is installed as libNAME. A shared one shows what is declared between CAMBIST_BEGIN
# and CAMBIST_END, under a version of its own, and nothing else.
function(cambist_library target name)
    set_target_properties(
        ${target}
        PROPERTIES OUTPUT_NAME ${name} VERSION "${PROJECT_VERSION}" SOVERSION "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}"
                   CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    )
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "SHARED_LIBRARY" AND CMAKE_EXECUTABLE_FORMAT STREQUAL "ELF")
        set(map "${PROJECT_BINARY_DIR}/cambist.map")
        configure_file("${PROJECT_SOURCE_DIR}/cmake/cambist.map.in" "${map}" @ONLY)
        target_link_options(${target} PRIVATE "LINKER:--version-script=${map}")
        set_target_properties(${target} PROPERTIES LINK_DEPENDS "${map}")
    endif()
endfunction()

# cambist_together(TARGET): under CMAKE_UNITY_BUILD the files of each of its folders are compiled as one, which takes a
# third of the time. Names in them are then to differ, in anonymous namespaces too.
function(cambist_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD "${CMAKE_UNITY_BUILD}" UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
        string(MAKE_C_IDENTIFIER "${folder}" folder)
        set_source_files_properties("${source}" TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP "${folder}")
    endforeach()
endfunction()

# The headers: those of cambist::io, those of cambist::prose, and all the others. A new one needs no line here.
set(include_dir "${PROJECT_SOURCE_DIR}/include/cambist")
file(
    GLOB_RECURSE cambist_headers CONFIGURE_DEPENDS
    "${include_dir}/*.hpp" "${include_dir}/*.ipp" "${include_dir}/*.def"
)
foreach(component IN ITEMS io prose)
    set(cambist_${component}_headers ${cambist_headers})
    list(FILTER cambist_${component}_headers INCLUDE REGEX "/include/cambist/${component}(/|\\.hpp)")
    list(FILTER cambist_headers EXCLUDE REGEX "/include/cambist/${component}(/|\\.hpp)")
endforeach()

# cambist_public_headers(TARGET SCOPE HEADER...)
function(cambist_public_headers target scope)
    target_sources(
        ${target} ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${ARGN}
    )
endfunction()
