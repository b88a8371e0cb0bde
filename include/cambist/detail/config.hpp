// SPDX-License-Identifier: MIT
#pragma once

// An include that cannot be: unlike #error it ends the compiler's work, before it complains of all that follows. Umbrellas
// say it themselves, since it lists how it was reached.
#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

// One body, two flavours. They live in different inline namespaces, so that a program
// that mixes them by mistake does not link.
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
