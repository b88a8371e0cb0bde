// SPDX-License-Identifier: MIT
#include <cambist/text/scale.hpp>

#include <doctest/doctest.h>

using namespace cambist;

TEST_CASE("scale: the largest that a power of ten reaches") {
    CHECK(scale_of(2) == nullptr);
    CHECK(scale_of(3)->sign == "k");
    CHECK(scale_of(8)->sign == "m");
    CHECK(scale_of(9)->plural == "billions");
    CHECK(scale_of(40)->sign == "tn");
}

TEST_CASE("scale: without loss, with three digits after the point at most, from a million on") {
    CHECK(scale_without_loss(exact("15.65e9"))->sign == "bn");
    CHECK(scale_without_loss(exact("-2e9"))->sign == "bn");
    CHECK(scale_without_loss(exact("2000.5e6"))->sign == "m"); // 2.0005 bn
    CHECK(scale_without_loss(exact("2e15"))->sign == "tn");
    CHECK(scale_without_loss(exact("999999")) == nullptr);
    CHECK(scale_without_loss(exact("1234567.5")) == nullptr);
    CHECK(scale_without_loss(exact("10000000000/3")) == nullptr);
    CHECK(scale_without_loss(0) == nullptr);
}
