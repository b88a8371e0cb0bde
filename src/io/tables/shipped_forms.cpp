// SPDX-License-Identifier: MIT
#include "shipped_forms.hpp"

#include <cambist/io/file.hpp>
#include <cambist/io/form.hpp>

#include "../text/text.hpp"
#include "../text/words.hpp"

#include <algorithm>

CAMBIST_BEGIN
namespace io {

const std::vector<form>& shipped_forms() {
    static const std::vector<form> all = [] {
        std::vector<form> made;
        for (const form_text& each : form_texts())
            made.push_back(parse_form(each.toml, "form " + std::string(each.name), std::string(each.name)));
        return made;
    }();
    return all;
}

form find_form(const std::string& name_or_file) {
    for (const form& each : shipped_forms())
        if (each.name == name_or_file) return each;
    if (name_or_file.ends_with(".toml") || name_or_file.find('/') != std::string::npos)
        return parse_form(read_file(name_or_file), name_or_file, name_or_file);
    std::vector<std::string_view> names;
    for (const form_text& each : form_texts()) names.push_back(each.name);
    throw file_error("no form is called " + as_written(name_or_file) + remedy(name_or_file, names) +
                     "; a file of your own ends in .toml");
}

const form* recognised_form(std::string_view bytes, const std::string& file) {
    constexpr std::size_t searched = std::size_t{1} << 14; // at either end
    const std::string_view start = bytes.substr(0, searched);
    const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size() - start.size(), searched));
    const form* found = nullptr;
    for (const form& each : shipped_forms()) {
        const auto is_said = [&](const std::string& words) {
            return start.find(words) != std::string_view::npos || end.find(words) != std::string_view::npos;
        };
        if (each.says.empty() || !std::all_of(each.says.begin(), each.says.end(), is_said)) continue;
        if (found != nullptr) {
            refuse<csv_error>({file, 1, 1}, "could be of the form " + found->name + " or " + each.name +
                                                "; say which (--form " + each.name + ")");
        }
        found = &each;
    }
    return found;
}

} // namespace io
CAMBIST_END
