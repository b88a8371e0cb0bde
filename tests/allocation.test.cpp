// SPDX-License-Identifier: MIT

// Values that fit in place are never allocated.
#include <cambist/money/allocate.hpp>
#include <cambist/money/money.hpp>
#include <cambist/numbers/interval.hpp>

#include "support/counting.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cambist;

namespace {

template <class Work>
std::size_t allocated_by(Work work) {
    return support::allocated_by(work).count;
}

// Values of 2 decimals, and of mixed small denominators, unknown to the compiler.
struct values {
    std::vector<exact> two_decimals{};
    std::vector<exact> mixed{};

    values() {
        support::generator g(support::seed(), 0);
        for (int i = 0; i < 1000; ++i) {
            two_decimals.push_back(exact(g.between(-1'000'000'000, 1'000'000'000)) / 100);
            mixed.push_back(exact(g.between(-100'000, 100'000)) / g.between(1, 2000));
        }
    }
};

} // namespace

TEST_CASE("allocation: the counter counts") {
    exact large("1e40");
    CHECK(allocated_by([&] { large = large + 1; }) > 0);
    CHECK(allocated_by([&] { large = exact(INT64_MAX) * 2; }) > 0);
}

TEST_CASE("allocation: arithmetic in place makes none") {
    const values v;
    exact total;
    int positive = 0;
    CHECK(allocated_by([&] {
              for (const exact& x : v.two_decimals) total += x;
              for (const exact& x : v.two_decimals) total -= x;
          }) == 0);
    CHECK(total == 0);
    CHECK(allocated_by([&] {
              for (std::size_t i = 1; i < v.mixed.size(); ++i) {
                  const exact& a = v.mixed[i];
                  const exact& b = v.mixed[i - 1];
                  exact x = a + b - a * b;
                  if (b != 0) x += a / b;
                  exact moved = std::move(x);
                  x = -moved;
                  positive += x > a;
                  positive += x == b;
                  positive += floor(x) < ceil(x) && abs(x).sign() > 0;
                  positive += x.numerator() < x.denominator() || x.is_integer() || x.to_int64().has_value();
              }
          }) == 0);
    CHECK(positive > 0);
    // through 128 bits and back
    exact unchanged = INT64_MAX;
    CHECK(allocated_by([&] {
              for (const exact& x : v.two_decimals) {
                  if (x != 0) unchanged = unchanged / x.numerator() * x.numerator();
              }
          }) == 0);
    CHECK(unchanged == INT64_MAX);
}

TEST_CASE("allocation: reading, rounding and hashing in place make none") {
    const values v;
    std::size_t sum_of_hashes = 0;
    exact read;
    exact residue;
    CHECK(allocated_by([&] {
              for (const std::string_view text : {"0", "-15.70", "1e6", "157/10", "999999999999999999", "0.0000001"}) {
                  read = exact(text);
              }
              for (const exact& x : v.mixed) {
                  residue = round(x, decimals{2}).residue + round(x, step{exact(1) / 20}, rounding::up).residue;
                  residue = round(x, significant{2}, rounding::half_up).residue;
                  sum_of_hashes += hash_value(x);
              }
          }) == 0);
    CHECK(sum_of_hashes != 0);
    CHECK(read == exact(1) / 10'000'000);
}

TEST_CASE("allocation: money and intervals in place make none") {
    const values v;
    std::vector<money<>> dynamic;
    std::vector<money<currencies::EUR>> fixed;
    for (const exact& x : v.two_decimals) {
        dynamic.emplace_back(x, currencies::EUR);
        fixed.emplace_back(x);
    }
    money<currencies::EUR> total;
    CHECK(allocated_by([&] {
              total = sum(fixed);
              total = total - sum(dynamic, currencies::EUR);
              total += round(total * exact(3) / 7).rounded;
          }) == 0);
    CHECK(total == money<currencies::EUR>());
    interval range = exact(1);
    CHECK(allocated_by([&] {
              for (const exact& x : v.two_decimals) range += interval(x, x + 1, bound::open, bound::closed) * exact(-2);
              range = range * interval(1, 2);
              (void)consistent(range, interval::from(3));
          }) == 0);
    CHECK(range.low() < range.high());
}

TEST_CASE("allocation: a large value is copied and moved without allocating, and let go when it shrinks") {
    const exact large("1e40");
    std::vector<exact> copies;
    copies.reserve(100);
    CHECK(allocated_by([&] {
              for (int i = 0; i < 100; ++i) copies.push_back(large);
              exact moved = std::move(copies.front());
              copies.front() = moved;
              (void)(moved.sign() + copies.back().is_inline());
          }) == 0);
    for (exact& copy : copies) copy /= large;
    CHECK(allocated_by([&] {
              for (exact& copy : copies) copy += 1;
          }) == 0);
    for (const exact& copy : copies) CHECK(copy == 2);
}
