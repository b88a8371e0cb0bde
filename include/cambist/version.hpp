// SPDX-License-Identifier: MIT
#pragma once

/// The version of the library, by semantic versioning; the build reads it from here.
#define CAMBIST_VERSION_MAJOR 0
#define CAMBIST_VERSION_MINOR 1
#define CAMBIST_VERSION_PATCH 0
#define CAMBIST_VERSION "0.1.0"
