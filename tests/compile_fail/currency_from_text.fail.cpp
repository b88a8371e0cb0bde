// error: conversion from .const char ?\[4\]. to
// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>

using namespace cambist;

currency c = "EUR";
