// SPDX-License-Identifier: MIT
#pragma once

// For headers of what reads files and text, which is not header-only.
#ifndef CAMBIST_COMPILED
#    error "cambist::io and cambist::prose have no header-only flavour: link one of them, which defines CAMBIST_COMPILED"
#endif
