// error: conversion from .const char ?\[4\]. to
// SPDX-License-Identifier: MIT
#include <cambist/numbers/exact.hpp>

using namespace cambist;

exact x = "0.1";
