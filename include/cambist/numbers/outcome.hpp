// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/error.hpp>

#include <concepts>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include <version>
#ifdef __cpp_lib_expected
#    include <expected>
#endif

CAMBIST_BEGIN

/// An error that was caught and kept, of its own type: what a call that may fail says instead of a value.
class failure {
public:
    /// The error that is being handled, in a catch clause of it.
    explicit failure(const error& caught) noexcept : kept_(std::current_exception()), error_(&caught) {}

    const cambist::error& error() const noexcept { return *error_; }
    error_kind kind() const noexcept { return error_->kind(); }
    const char* what() const noexcept { return error_->what(); }
    /// Throws the very error that was kept.
    [[noreturn]] void rethrow() const { std::rethrow_exception(kept_); }

private:
    std::exception_ptr kept_; // keeps alive
    const cambist::error* error_;
};

namespace detail {

// What an outcome has of an error, if any.
class kept_failure {
public:
    kept_failure() noexcept = default;
    kept_failure(failure why) noexcept : failure_(std::move(why)) {}

    bool has_value() const noexcept { return !failure_; }
    explicit operator bool() const noexcept { return has_value(); }

    /// \throws argument_error, where there is a value
    const failure& why() const {
        if (!failure_) throw argument_error("an outcome with a value has no error; ask has_value() first");
        return *failure_;
    }
    const cambist::error& error() const { return why().error(); }
    error_kind kind() const { return why().kind(); }
    const char* what() const { return why().what(); }

protected:
    void require() const {
        if (failure_) failure_->rethrow();
    }

private:
    std::optional<failure> failure_{};
};

} // namespace detail

template <class T>
class outcome;

namespace detail {

// What a call returns, as an outcome.
template <class Call, class Result = std::remove_cvref_t<std::invoke_result_t<Call>>>
outcome<Result> outcome_of(Call&& call) {
    if constexpr (std::is_void_v<Result>) {
        std::forward<Call>(call)();
        return {};
    } else {
        return std::forward<Call>(call)();
    }
}

} // namespace detail

/// The value of a call, or the error that it refused with: for code without exceptions in its flow. Of its own type
/// with every standard, and a `std::expected<T, failure>` where one is asked for.
///
///     if (const outcome<money<>> paid = try_parse_money(text)) use(*paid);
///     else reply(to_string(paid.kind()), paid.what());
///
/// A value costs what the call does. A refusal is an exception that was caught, and costs what one does, some ten
/// microseconds: for input that is refused by the million, read columns (bulk/) instead. Copying it copies a pointer that
/// is counted. `std::bad_alloc`, and what is no `cambist::error`, is thrown as ever.
template <class T>
class [[nodiscard]] outcome : public detail::kept_failure {
public:
    using value_type = T;

    outcome(T value) : value_(std::move(value)) {}
    outcome(failure why) noexcept : kept_failure(std::move(why)) {}

    /// \throws the error, where there is no value
    const T& value() const& {
        require();
        return *value_;
    }
    T&& value() && {
        require();
        return *std::move(value_);
    }
    /// The same: checked, which is cheap, so that no value is ever made up. \throws the error, where there is no value
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T value_or(T other) const& { return value_ ? *value_ : std::move(other); }

    /// What `next` makes of the value, an outcome too; or this error.
    template <std::invocable<const T&> Next>
    auto and_then(Next next) const -> std::invoke_result_t<Next, const T&> {
        if (!value_) return why();
        return next(*value_);
    }
    /// What `next` makes of the value, which cannot be refused; or this error. What `next` throws goes on.
    template <std::invocable<const T&> Next>
    auto transform(Next next) const -> outcome<std::remove_cvref_t<std::invoke_result_t<Next, const T&>>> {
        if (!value_) return why();
        return detail::outcome_of([&]() -> decltype(auto) { return next(*value_); });
    }

#ifdef __cpp_lib_expected
    operator std::expected<T, failure>() const {
        if (!value_) return std::unexpected(why());
        return *value_;
    }
#endif

private:
    std::optional<T> value_{};
};

/// Of a call that returns nothing: that it was done, or the error.
template <>
class [[nodiscard]] outcome<void> : public detail::kept_failure {
public:
    using value_type = void;

    outcome() noexcept = default;
    outcome(failure why) noexcept : kept_failure(std::move(why)) {}

    /// \throws the error, where it was not done
    void value() const { require(); }
    void operator*() const { require(); }

    /// What `next` makes, an outcome too; or this error.
    template <std::invocable Next>
    auto and_then(Next next) const -> std::invoke_result_t<Next> {
        if (!has_value()) return why();
        return next();
    }
    /// What `next` makes, which cannot be refused; or this error. What `next` throws goes on.
    template <std::invocable Next>
    auto transform(Next next) const -> outcome<std::remove_cvref_t<std::invoke_result_t<Next>>> {
        if (!has_value()) return why();
        return detail::outcome_of(std::move(next));
    }

#ifdef __cpp_lib_expected
    operator std::expected<void, failure>() const {
        if (!has_value()) return std::unexpected(why());
        return {};
    }
#endif
};

/// What a call returns, or the error that it refuses with. Every `try_…` is this of the call without `try_`.
///
///     const auto made = attempt([&] { return report(portfolio(plans), into); });
///     const outcome<void> added = attempt([&] { sums.add(amount, day); });
///
template <std::invocable Call>
auto attempt(Call&& call) -> outcome<std::remove_cvref_t<std::invoke_result_t<Call>>> {
    try {
        return detail::outcome_of(std::forward<Call>(call));
    } catch (const error& e) {
        return failure(e);
    }
}

CAMBIST_END
