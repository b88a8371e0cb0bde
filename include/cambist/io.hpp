// SPDX-License-Identifier: MIT
#pragma once

// Files in and out: cambist::io.

#include <cambist/io/file.hpp>
#include <cambist/io/indices.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>
