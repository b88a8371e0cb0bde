// SPDX-License-Identifier: MIT
#pragma once

// One body, two flavours. They live in different inline namespaces, so that a program
// that mixes them by mistake does not link.
#ifdef CAMBIST_COMPILED
#    define CAMBIST_FLAVOUR compiled
#    define CAMBIST_INLINE
#else
#    define CAMBIST_FLAVOUR header_only
#    define CAMBIST_INLINE inline
#endif

#define CAMBIST_BEGIN                                                                                                  \
    namespace cambist {                                                                                                \
    inline namespace CAMBIST_FLAVOUR {
#define CAMBIST_END                                                                                                    \
    }                                                                                                                  \
    }
