// SPDX-License-Identifier: MIT
#include <cambist/io/plans.hpp>

#include "../formats/csv.hpp"
#include "../formats/own_currencies.hpp"
#include "plan_schema.hpp"
#include "plan_text.hpp"

#include <deque>
#include <initializer_list>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// Where in `plan_keys` a key stands.
std::size_t index_of(std::string_view key) {
    return static_cast<std::size_t>(std::find(std::begin(plan_keys), std::end(plan_keys), key) - std::begin(plan_keys));
}

// A plan is a row of CSV.
class csv_plans {
protected:
    // A cell, or an element of the list in it; `offset` is where in the cell's text it begins.
    struct node {
        csv_field cell;
        std::size_t offset = 0;
        std::string text{};
    };
    // The cells under each key.
    struct record {
        citation where;
        std::vector<std::optional<node>> cells{std::size(plan_keys)};
    };

    csv_plans(std::string_view text, const std::string& file, const currency_set& accepted)
        : in_(text, file), accepted_(accepted) {
        in_.next_header();
        read_columns();
    }

    bool next(record& row) {
        if (!in_.next()) return false;
        in_.check_length(columns_.size());
        elements_.clear();
        row.where = in_.place(in_.row()[0]);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const csv_field cell = trimmed(in_.row()[i]);
            std::optional<node>& under = row.cells[columns_[i]];
            under.reset();
            if (cell.text.empty()) continue;
            const std::string_view said = without_guard(cell.text);
            under = node{cell, cell.text.size() - said.size(), std::string(said)};
        }
        return true;
    }

    const currency_set& accepted() const noexcept { return accepted_; }
    void accept(const currency& own) { accepted_.add(own); }

    static const node* get(const record& row, std::string_view key) {
        const std::optional<node>& cell = row.cells[index_of(key)];
        return cell ? &*cell : nullptr;
    }
    const node& required(const record& row, std::string_view key, std::string_view of) {
        const node* cell = get(row, key);
        if (cell == nullptr) refuse_at(row, "a " + std::string(of) + " without " + named(key) + ", which it needs");
        return *cell;
    }

    citation place_of(const node& of, std::size_t offset = 0) const { return in_.place(of.cell, of.offset + offset); }
    static citation place_of(const record& row) { return row.where; }
    template <class Error = csv_error, class At>
    [[noreturn]] void refuse_at(const At& at, std::string message) {
        refuse<Error>(place_of(at), std::move(message));
    }

    static const std::string& string(const node& of, std::string_view) { return of.text; }
    const std::string& printable(const node& of, std::string_view key, std::string_view besides) {
        for (std::size_t i = 0; i < of.text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(of.text[i]);
            if ((byte >= 0x20 && byte != 0x7f) || besides.find(of.text[i]) != std::string_view::npos) continue;
            refuse<csv_error>(place_of(of, i), named(key) + " has a control character, " +
                                                   detail::quoted(of.text.substr(i, 1)) + ", in it");
        }
        return of.text;
    }
    const std::string& line(const node& of, std::string_view key) { return printable(of, key, {}); }
    std::string text(const record& row, std::string_view key) {
        const node* cell = get(row, key);
        return cell == nullptr ? std::string() : line(*cell, key);
    }

    template <class Read>
    auto read_text(const node& of, std::string_view, Read read, std::string_view = {}) {
        return reading_at([&] { return read(std::string_view(of.text)); },
                          [&](std::size_t offset) { return place_of(of, offset); });
    }
    partial_date read_date(const node& of, std::string_view key) { return read_text(of, key, parse_partial_date); }
    exact read_weight(const node& of) {
        return read_text(of, "profile", [](std::string_view text) { return exact(text); });
    }

    // Spreadsheets write it in capitals.
    bool read_truth(const node& of, std::string_view key) {
        for (const std::string_view no : {"false", "FALSE"})
            if (of.text == no) return false;
        if (of.text != "true" && of.text != "TRUE")
            refuse_at(of, named(key) + " is true or false; " + detail::quoted(of.text) + " stands here");
        return true;
    }

    // Elements between semicolons; blanks around them mean nothing. A backslash makes the next character part of one.
    std::vector<const node*> list(const node& of, std::string_view key) {
        std::vector<const node*> elements;
        std::size_t at = 0;
        do {
            while (at < of.text.size() && of.text[at] == ' ') ++at;
            node& element = elements_.emplace_back(node{of.cell, of.offset + at, {}});
            std::size_t kept = 0; // with the last character that is not a blank at the end
            for (; at < of.text.size() && of.text[at] != ';'; ++at) {
                const bool is_escaped = of.text[at] == '\\' && at + 1 < of.text.size();
                if (is_escaped) ++at;
                element.text += of.text[at];
                if (is_escaped || of.text[at] != ' ') kept = element.text.size();
            }
            element.text.resize(kept);
            if (element.text.empty())
                refuse_at(element, "an empty place in " + named(key) + "; \";\" stands between two");
            elements.push_back(&element);
        } while (at++ < of.text.size());
        return elements;
    }
    std::vector<const node*> ids(const node& of, std::string_view key) { return list(of, key); }

    // "2024: 200 m EUR; 2025-06: 300 m EUR".
    std::vector<std::pair<const node*, const node*>> instalments(const node& of) {
        std::vector<std::pair<const node*, const node*>> listed;
        for (const node* each : list(of, "instalments")) {
            const std::size_t colon = each->text.find(':');
            const std::size_t amount = each->text.find_first_not_of(' ', colon + 1);
            if (colon == std::string::npos || amount == std::string::npos)
                refuse_at(*each, "an instalment is a date and an amount, as in \"2024: 200 m EUR\"");
            const node& on = elements_.emplace_back(node{of.cell, each->offset, each->text.substr(0, colon)});
            const node& paid = elements_.emplace_back(node{of.cell, each->offset + amount, each->text.substr(amount)});
            listed.emplace_back(&on, &paid);
        }
        return listed;
    }

private:
    void read_columns() {
        if (in_.row().size() == 1 && in_.row()[0].text.find(';') != std::string_view::npos)
            refuse<csv_error>(in_.place(in_.row()[0]), "columns parted by semicolons; save the table with commas");
        for (const csv_field& each : in_.row()) {
            const csv_field field = trimmed(each);
            if (field.text.empty()) refuse<csv_error>(in_.place(field), "a column without a name");
            const std::size_t column = index_of(field.text);
            if (column == std::size(plan_keys))
                refuse<csv_error>(in_.place(field),
                                  "unknown column " + detail::quoted(field.text) + remedy(field.text, plan_keys));
            if (std::find(columns_.begin(), columns_.end(), column) != columns_.end())
                refuse<duplicate_error>(in_.place(field), "a second column " + named(field.text));
            columns_.push_back(column);
        }
        for (const std::string_view needed : {"id", "amount"}) {
            if (std::find(columns_.begin(), columns_.end(), index_of(needed)) == columns_.end())
                refuse<csv_error>(in_.end_of_row(), "no column " + named(needed) + ", which plans need");
        }
    }

    csv_reader in_;
    currency_set accepted_;
    std::vector<std::size_t> columns_{}; // which of `plan_keys` each is
    std::deque<node> elements_{};        // of the row's lists
};

class table_reader : plan_reader<csv_plans> {
public:
    table_reader(std::string_view text, const std::string& file, const currency_set& accepted)
        : plan_reader(text, file, accepted) {}

    plan_file read_all() {
        plan_file read;
        for (record row; next(row);) {
            if (read_beside(row, read)) continue;
            if (read.plans.size() == max_plans)
                refuse_at<limit_error>(row, "more than " + std::to_string(max_plans) + " plans; split the file");
            read.plans.push_back(read_plan(row));
        }
        read.currencies = accepted();
        return read;
    }

private:
    // A row that is no plan, by its kind.
    bool read_beside(const record& row, plan_file& into) {
        const node* kind = get(row, "kind");
        if (kind == nullptr) return false;
        if (kind->text == "title") {
            check_cells(row, *kind, {"note"});
            const node& said = required(row, "note", "title");
            if (!into.title.empty()) refuse_at<duplicate_error>(*kind, "a second title");
            into.title = line(said, "note");
        } else if (kind->text == "currency") {
            check_cells(row, *kind, {"id", "amount"});
            read_currency(row);
        } else if (kind->text == "pivot") {
            check_cells(row, *kind, {"id"});
            into.pivots.push_back(read_text(required(row, "id", "pivot"), "id",
                                            [&](std::string_view code) { return accepted().parse(code); }));
        } else if (kind->text == "rate") {
            check_cells(row, *kind, {"amount", "from", "announced", "source"});
            into.rates.push_back(read_rate(row));
        } else {
            return false;
        }
        return true;
    }

    void check_cells(const record& row, const node& kind, std::initializer_list<std::string_view> has) {
        for (const std::string_view key : plan_keys) {
            const node* cell = get(row, key);
            if (cell != nullptr && key != "kind" && std::find(has.begin(), has.end(), key) == has.end())
                refuse_at(*cell, "a " + kind.text + " has no " + named(key) + "; leave the cell empty");
        }
    }

    void read_currency(const record& row) {
        const node& code = required(row, "id", "currency");
        const node* digits = get(row, "amount");
        if (digits != nullptr && digits->text.find_first_not_of("0123456789") != std::string::npos)
            refuse_at(*digits, "the \"amount\" of a currency is the number of digits of its minor unit, or empty");
        const currency own = read_text(code, "id", [&](std::string_view text) {
            if (digits == nullptr) return own_currency(text);
            // A number out of range is as good as any other.
            return own_currency(text, digits->text.size() > 3 ? 1'000 : std::stoi(digits->text));
        });
        declare_own(declared_, own, place_of(code));
        const currency* given = accepted().find(own.code());
        if (given == nullptr) accept(own);
        else if (!(*given == own)) refuse_at<duplicate_error>(code, "another currency is called " + to_string(own));
    }

    rate read_rate(const record& row) {
        const auto day = [&](const node& cell, std::string_view key) { return read_text(cell, key, parse_day); };
        rate read = read_text(required(row, "amount", "rate"), "amount",
                              [&](std::string_view text) { return parse_rate(text, accepted()); });
        read.from(text(row, "source")).cite(place_of(row));
        if (const node* on = get(row, "from")) read.on(day(*on, "from"));
        if (const node* published = get(row, "announced")) read.published(day(*published, "announced"));
        return read;
    }

    currency_set declared_{}; // that have a row
};

} // namespace

plan_file parse_plans_csv(std::string_view text, const std::string& file, const currency_set& accepted) {
    return table_reader(text, file, accepted).read_all();
}

} // namespace io
CAMBIST_END
