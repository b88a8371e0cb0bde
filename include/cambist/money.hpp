// SPDX-License-Identifier: MIT
#pragma once

// Currencies and amounts; splitting without losing a cent.

#include <cambist/money/allocate.hpp>
#include <cambist/money/currency.hpp>
#include <cambist/money/money.hpp>
