// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../formats/xml.hpp"
#include "quoting.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// Names as expat gives them: of the namespace, a blank, of the element.
constexpr std::string_view envelope_name = "http://www.gesmes.org/xml/2002-08-01 Envelope";
constexpr std::string_view header_names = "http://www.gesmes.org/xml/2002-08-01 ";
constexpr std::string_view cube_name = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref Cube";

class ecb_reader : xml_reader {
public:
    ecb_reader(std::string_view text, const std::string& file) : xml_reader(text, file, "a file of rates") {
        read_.pivots = {currencies::EUR};
    }

    rate_file read_all() {
        run();
        end_day();
        return std::move(read_);
    }

private:
    enum class level { document, envelope, cubes, day, quote };

    // ---- what expat tells

    void start(std::string_view name, const char** attributes) override {
        if (header_ != 0) {
            ++header_;
            return;
        }
        const bool is_cube = name == cube_name;
        switch (level_) {
        case level::document:
            if (name != envelope_name) refuse_element(name, "gesmes:Envelope, as in the ECB's files,");
            break;
        case level::envelope:
            if (!is_cube && name.starts_with(header_names)) { // the subject and the sender
                header_ = 1;
                return;
            }
            if (!is_cube) refuse_element(name, "a Cube");
            check_attributes(attributes, {});
            break;
        case level::cubes:
            if (!is_cube) refuse_element(name, "a Cube with a time");
            check_attributes(attributes, {"time"});
            start_day(attributes);
            break;
        case level::day:
            if (!is_cube) refuse_element(name, "a Cube with a currency and a rate");
            check_attributes(attributes, {"currency", "rate"});
            add_quote(attributes);
            break;
        case level::quote: refuse<xml_error>(here(), "an element within a rate; the Cube of a rate is empty");
        }
        level_ = static_cast<level>(static_cast<int>(level_) + 1);
    }

    void end() override {
        if (header_ != 0) --header_;
        else level_ = static_cast<level>(static_cast<int>(level_) - 1);
    }

    void characters(std::string_view text) override {
        if (header_ != 0 || text.find_first_not_of(xml_blanks) == std::string_view::npos) return;
        refuse<xml_error>(here(), "text, " + detail::quoted(text) + ", where only elements stand");
    }

    // ---- what it means

    static std::string local(std::string_view name) {
        return detail::quoted(name.substr(name.find(' ') == std::string_view::npos ? 0 : name.find(' ') + 1));
    }

    [[noreturn]] void refuse_element(std::string_view name, const std::string& expected) {
        refuse<xml_error>(here(), expected + " should stand here; " + local(name) + " does");
    }

    void check_attributes(const char** attributes, std::initializer_list<std::string_view> wanted) {
        for (const char** each = attributes; *each != nullptr; each += 2) {
            if (std::find(wanted.begin(), wanted.end(), *each) != wanted.end()) continue;
            std::string message = "an attribute " + local(*each);
            if (wanted.size() == 0) message += " of a Cube that has none; a rate stands in a Cube with a time";
            else if (wanted.size() == 1) message += " of a Cube that has a time and nothing else";
            else message += " of a rate, which has a currency and a rate";
            refuse<xml_error>(here(), message);
        }
        for (const std::string_view name : wanted) {
            if (find(attributes, name) == nullptr) refuse<xml_error>(here(), "a Cube without its " + std::string(name));
        }
    }

    void start_day(const char** attributes) {
        end_day();
        day_ = read_attribute(attributes, "time", ecb_day);
        where_ = place(value_at("time"));
        const auto [at, is_new] = days_.try_emplace(day_, read_day{where_.line, read_.quotes.size(), 0});
        said_ = &at->second;
        is_again_ = !is_new;
    }

    // A day that comes again must say what it said.
    void end_day() {
        if (said_ != nullptr && !is_again_) said_->end = read_.quotes.size();
        if (is_again_ && !said_->says_same(read_.quotes, again_)) {
            refuse<duplicate_error>(where_, "a second Cube for " + to_string(day_) +
                                                ", which says otherwise; the first is on line " +
                                                std::to_string(said_->line));
        }
        again_ = {};
        is_again_ = false;
        currencies_of_day_.clear();
    }

    void add_quote(const char** attributes) {
        const currency named =
            read_attribute(attributes, "currency", [](std::string_view text) { return parse_currency(text); });
        const exact price = read_attribute(attributes, "rate", read_rate_number);
        const auto [earlier, is_new] = currencies_of_day_.try_emplace(named, price);
        if (!is_new) {
            if (earlier->second == price) return;
            refuse<duplicate_error>(place(value_at("currency")),
                                    "a second rate of " + to_string(named) + " on " + to_string(day_));
        }
        const citation where = place(value_at("rate"));
        if (named == currencies::EUR) {
            if (price != 1) refuse<rate_error>(where, "one euro is one euro; " + to_string(price) + " stands here");
            return;
        }
        const int decimals = digits_after_point(find(attributes, "rate"));
        rate_list& quotes = is_again_ ? again_ : read_.quotes;
        quotes.add(ecb_heading(quotes, named, file()), {price, day_, decimals, where.line, where.column, {}});
    }

    // A byte that is not UTF-8 makes the code of a currency wrong, whatever the encoding.
    void explain(std::size_t at) override {
        const std::string_view before = text().substr(0, at);
        const std::size_t open = before.find_last_of("'\"");
        if (find_invalid_utf8(text().substr(at)) != 0 || open == std::string_view::npos ||
            !before.substr(0, open).ends_with("currency="))
            return;
        refuse<currency_error>(place(open + 1),
                               detail::quoted(text().substr(open + 1, at - open)) + " is no ISO 4217 currency code");
    }

    level level_ = level::document;
    int header_ = 0; // how deep within an element of the header
    std::chrono::sys_days day_{};
    citation where_{}; // its Cube
    std::map<std::chrono::sys_days, read_day> days_{};
    std::map<currency, exact> currencies_of_day_{};
    read_day* said_ = nullptr; // of the day
    bool is_again_ = false;
    rate_list again_{};
    rate_file read_{};
};

} // namespace

rate_file parse_ecb_xml(std::string_view text, const std::string& file) { return ecb_reader(text, file).read_all(); }

} // namespace io
CAMBIST_END
