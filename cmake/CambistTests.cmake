# SPDX-License-Identifier: MIT
# How tests are declared. All run in the project's own directory, so that a path in a test is relative to it.

# cambist_add_test(NAME LABEL COMMAND...): exit status 77 is a skip.
function(cambist_add_test name label)
    add_test(NAME ${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" COMMAND ${ARGN})
    set_tests_properties(${name} PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77)
endfunction()

# cambist_own_test(TARGET): one of ours, which is run here and nowhere else.
function(cambist_own_test target)
    cambist_own(${target})
    # What is tested is optimised as it will be, the tests themselves hardly: they are compiled more often than run.
    if(CAMBIST_TEST_QUICK)
        target_compile_options(${target} PRIVATE -O0)
        target_compile_definitions(${target} PRIVATE CAMBIST_TEST_CASES_DIVISOR=16)
    elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
        target_compile_options(${target} PRIVATE -O1)
    endif()
endfunction()

# cambist_unit_program(NAME LIBRARY SOURCE...): doctest cases in one program.
function(cambist_unit_program name library)
    if(NOT TARGET cambist_test_main)
        add_library(cambist_test_main OBJECT "${PROJECT_SOURCE_DIR}/tests/main.cpp")
        target_compile_features(cambist_test_main PRIVATE cxx_std_20)
        target_link_libraries(cambist_test_main PRIVATE doctest::doctest)
        cambist_own_test(cambist_test_main)
    endif()
    add_executable(${name} ${ARGN})
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${library} cambist_test_main doctest::doctest)
    cambist_own_test(${name})
endfunction()

# cambist_unit_tests(NAME LIBRARY SOURCE...): the same, and the program is one test.
function(cambist_unit_tests name library)
    cambist_unit_program(${ARGV})
    cambist_add_test(${name} unit ${name})
endfunction()

# cambist_counted(NAME LIBRARY): a library of ours once more, for tests that count its steps (tests/support/steps.hpp).
function(cambist_counted name library)
    foreach(property IN ITEMS SOURCES INCLUDE_DIRECTORIES LINK_LIBRARIES)
        get_target_property(${property} ${library} ${property})
    endforeach()
    add_library(${name} STATIC ${SOURCES})
    target_include_directories(${name} PRIVATE ${INCLUDE_DIRECTORIES})
    target_link_libraries(${name} PUBLIC ${LINK_LIBRARIES})
    target_compile_options(${name} PRIVATE -O0 -fsanitize-coverage=trace-pc)
    # With the files of a folder as one it is built much faster.
    cambist_together(${name})
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON)
endfunction()

# What a compiler says of a file is asked of this one too, where it is here.
set(cambist_other_compiler clang++)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set(cambist_other_compiler g++)
endif()

# cambist_compiler_test(NAME LABEL TARGET COMMAND...): runs `COMMAND... COMPILER FLAG...`, with the flags that a consumer
# of TARGET would pass and our warnings.
function(cambist_compiler_test name label target)
    set(all "$<TARGET_PROPERTY:${target},INTERFACE_INCLUDE_DIRECTORIES>")
    set(theirs "$<FILTER:${all},EXCLUDE,^(${PROJECT_SOURCE_DIR}/include|/usr/include)$>")
    set(definitions "$<TARGET_PROPERTY:${target},INTERFACE_COMPILE_DEFINITIONS>")
    add_test(
        NAME ${name}
        COMMAND
            ${ARGN} "${CMAKE_CXX_COMPILER}" -std=c++20 "$<TARGET_PROPERTY:cambist_warnings,INTERFACE_COMPILE_OPTIONS>"
            "-I${PROJECT_SOURCE_DIR}/include" "$<$<BOOL:${theirs}>:-isystem;$<JOIN:${theirs},;-isystem;>>"
            "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},;-D>>"
        COMMAND_EXPAND_LISTS
    )
    set_tests_properties(${name} PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77)
endfunction()
