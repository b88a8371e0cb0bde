// remedy: link one of them, which defines CAMBIST_COMPILED
// SPDX-License-Identifier: MIT
#undef CAMBIST_COMPILED
#include <cambist/prose.hpp>
