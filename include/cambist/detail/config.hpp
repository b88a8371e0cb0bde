// SPDX-License-Identifier: MIT
#pragma once

// An include that cannot be: unlike #error it ends the compiler's work, before it complains of all that follows. Umbrellas
// say it themselves, since it lists how it was reached.
#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

// One body, two flavours. They live in different inline namespaces, so that what one defines the other does not find.
#ifdef CAMBIST_COMPILED
#    define CAMBIST_FLAVOUR compiled
#    define CAMBIST_INLINE
#else
#    define CAMBIST_FLAVOUR header_only
#    define CAMBIST_INLINE inline
#endif

// What is declared between these is what a shared library shows, and nothing else of it: the rest is compiled hidden.
#if defined(CAMBIST_COMPILED) && defined(__ELF__)
#    define CAMBIST_SHOWN _Pragma("GCC visibility push(default)")
#    define CAMBIST_SHOWN_END _Pragma("GCC visibility pop")
#else
#    define CAMBIST_SHOWN
#    define CAMBIST_SHOWN_END
#endif

#define CAMBIST_BEGIN                                                                                                  \
    CAMBIST_SHOWN                                                                                                      \
    namespace cambist {                                                                                                \
    inline namespace CAMBIST_FLAVOUR {
#define CAMBIST_END                                                                                                    \
    }                                                                                                                  \
    }                                                                                                                  \
    CAMBIST_SHOWN_END

// A function's result is no part of its symbol, so that namespaces alone do not keep files of two flavours apart. This does:
// linkers refuse one name for what each thread has and for what all share. Hidden, since two shared libraries may differ.
#if defined(__ELF__)
#    ifdef CAMBIST_COMPILED
#        define CAMBIST_OWN thread_local
#    else
#        define CAMBIST_OWN
#    endif
extern "C" {
[[gnu::used, gnu::visibility("hidden")]] inline CAMBIST_OWN char cambist_header_only_and_compiled_do_not_mix = 0;
}
#    undef CAMBIST_OWN
#elif defined(_MSC_VER) && defined(CAMBIST_COMPILED)
#    pragma detect_mismatch("cambist_flavour", "compiled")
#elif defined(_MSC_VER)
#    pragma detect_mismatch("cambist_flavour", "header-only")
#endif

// Containers of libstdc++'s debug mode are other ones. What a file expects of the compiled library it asks for by name,
// and the linker says the name where the library has the other.
#if defined(CAMBIST_COMPILED) && defined(__ELF__)
#    ifdef _GLIBCXX_DEBUG
#        define CAMBIST_BUILT cambist_was_built_with_GLIBCXX_DEBUG
#    else
#        define CAMBIST_BUILT cambist_was_built_without_GLIBCXX_DEBUG
#    endif
extern "C" [[gnu::visibility("default")]] const char CAMBIST_BUILT;
CAMBIST_BEGIN
namespace detail {
[[gnu::used, gnu::visibility("hidden")]] inline const char* const built = &CAMBIST_BUILT;
}
CAMBIST_END
#endif
