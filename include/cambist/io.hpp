// SPDX-License-Identifier: MIT
#pragma once

// Files in and out: cambist::io.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/io/article.hpp>
#include <cambist/io/file.hpp>
#include <cambist/io/file_writer.hpp>
#include <cambist/io/form.hpp>
#include <cambist/io/indices.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>
#include <cambist/io/try_read.hpp>
