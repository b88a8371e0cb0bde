// SPDX-License-Identifier: MIT
#include <cambist/prose.hpp>
