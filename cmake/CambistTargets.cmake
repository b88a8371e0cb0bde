# SPDX-License-Identifier: MIT
# What cambist's own targets share.

# Warnings and sanitizers reach our own targets alone: both are linked PRIVATE, and only in the build tree.
add_library(cambist_warnings INTERFACE)
target_compile_options(
    cambist_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
                               $<$<BOOL:${CAMBIST_WERROR}>:-Werror>
)
# Two of GCC 12's are wrong once std::string (its bug 105329), Boost and date are inlined; Clang and the sanitizers watch
# over what they look for.
target_compile_options(
    cambist_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>
)

add_library(cambist_sanitize INTERFACE)
if(CAMBIST_SANITIZE)
    list(JOIN CAMBIST_SANITIZE "," sanitizers)
    target_compile_options(
        cambist_sanitize INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer
    )
    target_compile_definitions(cambist_sanitize INTERFACE _GLIBCXX_ASSERTIONS CAMBIST_TEST_CASES_DIVISOR=4)
    target_link_options(cambist_sanitize INTERFACE -fsanitize=${sanitizers})
endif()

# cambist_own(TARGET): one of ours, under our warnings and sanitizers.
function(cambist_own target)
    target_link_libraries(
        ${target} PRIVATE $<BUILD_INTERFACE:cambist_warnings> $<BUILD_INTERFACE:cambist_sanitize>
    )
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
