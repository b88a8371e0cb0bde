// SPDX-License-Identifier: MIT
#include <cambist/io.hpp>
