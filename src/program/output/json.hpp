// SPDX-License-Identifier: MIT
#pragma once

#include "output/amounts.hpp"

#include <cambist/cambist.hpp>
#include <cambist/io/form.hpp>
#include <cambist/prose/parse.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace program {

using namespace cambist;
using json = nlohmann::ordered_json;

/// Exact values travel as text, as `exact_text` has it.
json exact_json(const exact& x);

json text_or_null(const std::string& text);
json line_or_null(const citation& where);

/// An object with the keys of another after its own.
json with(json object, const json& more);

/// `currency`, `exact`, `rounded` (null where there is no rounding), `low` and `high` (null where infinite),
/// `low_closed` and `high_closed`.
json amount_json(const currency& c, const std::optional<exact>& value, const std::optional<std::string>& rounded,
                 const interval& bounds);

/// The same of a figure, not rounded.
json amount_json(const figure& f);

/// The same of what is known of an amount, and no amount.
json bounds_json(const currency& c, const interval& bounds);

/// A figure, rounded to the minor unit, with the words it was read from.
json figure_json(const figure& f);

/// A figure found in a text: where, what it means, how it is qualified, what it restates, and why.
json find_json(const prose::find& f);

json legs_json(const std::vector<leg>& legs);

/// `rows` and `columns`, each with how often.
json left_out_json(const io::left_out_counts& of);

/// An array of what is made of each.
template <class Each, class Make>
json array_of(const std::vector<Each>& all, Make make) {
    json array = json::array();
    for (const Each& each : all) array.push_back(make(each));
    return array;
}

/// Prints it with a line's end.
void print(const json& document);

/// A document that is printed as it goes, and held nowhere: members of objects and items of arrays, which have no name,
/// one after another. Those of the document, and theirs, stand on a line each.
class json_writer {
public:
    void item(std::string_view name, const json& value);
    /// Each member of an object.
    void items(const json& object);
    /// `write` writes what is in it.
    template <class Write>
    void object(std::string_view name, Write write) {
        open(name, '{');
        write();
        close('}');
    }
    template <class Write>
    void array(std::string_view name, Write write) {
        open(name, '[');
        write();
        close(']');
    }
    template <class Each, class Make>
    void array(std::string_view name, const std::vector<Each>& all, Make make) {
        array(name, [&] {
            for (const Each& each : all) item({}, make(each));
        });
    }

private:
    void open(std::string_view name, char bracket);
    void close(char bracket);
    void begin(std::string_view name);
    void new_line() const;

    int depth_ = 0;
    bool is_first_ = true;
};

} // namespace program
