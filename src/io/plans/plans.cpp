// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>

#include "../formats/toml.hpp"
#include "plan_schema.hpp"

#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::string_view plan_file_keys[] = {"title", "pivots", "currency", "rate", "plan"};

// A plan is a table of TOML.
class toml_plans : protected toml_reader {
protected:
    using node = toml::node;
    using record = toml::table;
    using toml_reader::toml_reader;

    static const node* get(const record& from, std::string_view key) { return from.get(key); }

    partial_date read_date(const node& stated, std::string_view key) {
        constexpr std::string_view expected = "a year, month or day, as in 2024, \"2024-05\" or 2024-05-29";
        if (!stated.is_integer() && !stated.is_date()) return read_text(stated, key, parse_partial_date, expected);
        const std::string text = stated.is_date() ? day_text(stated) : std::to_string(stated.as_integer()->get());
        return reading_at([&] { return parse_partial_date(text); }, [&](std::size_t) { return place_of(stated); });
    }

    exact read_weight(const node& stated) {
        if (stated.is_integer()) return stated.as_integer()->get();
        return read_text(
            stated, "profile", [](std::string_view text) { return exact(text); }, "text or an integer, as in \"2.5\"");
    }

    bool read_truth(const node& stated, std::string_view key) {
        if (!stated.is_boolean()) refuse_type(stated, key, "true or false, without quotes");
        return stated.as_boolean()->get();
    }

    std::vector<const node*> ids(const node& stated, std::string_view key) {
        if (stated.is_string()) return {&stated};
        if (!stated.is_array()) refuse_type(stated, key, "text, the id of a plan, or a list of such");
        return list(stated, key);
    }

    std::vector<std::pair<const node*, const node*>> instalments(const node& stated) {
        std::vector<std::pair<const node*, const node*>> listed;
        for (const record* each : tables(stated, "instalments")) {
            check_keys(*each, instalment_keys);
            const node& on = required(*each, "on", "instalment");
            listed.emplace_back(&on, &required(*each, "amount", "instalment"));
        }
        return listed;
    }
};

class file_reader : plan_reader<toml_plans> {
public:
    file_reader(std::string_view text, const std::string& file, const currency_set& accepted)
        : plan_reader(text, file, accepted) {}

    plan_file read_all() {
        const toml::table file = parse();
        check_keys(file, plan_file_keys);
        plan_file read;
        read.title = text(file, "title");
        read_currencies(file);
        read.currencies = accepted();
        read.pivots = read_pivots(file);
        read.rates = read_rates(file);
        for (const toml::table* each : tables(file, "plan")) {
            if (read.plans.size() == max_plans)
                refuse_at<limit_error>(*each, "more than " + std::to_string(max_plans) + " plans; split the file");
            check_keys(*each, plan_keys);
            read.plans.push_back(read_plan(*each));
        }
        return read;
    }
};

} // namespace

plan_file parse_plans_toml(std::string_view toml, const std::string& file, const currency_set& accepted) {
    return file_reader(toml, file, accepted).read_all();
}

plan_file parse_plans(std::string_view text, const std::string& file, const plans_options& options) {
    if (options.written) return parse_plans_by(*options.written, text, file, options.accepted);
    if (const form* said = recognised_form(text, file)) return parse_plans_by(*said, text, file, options.accepted);
    if (const std::string what = foreign_form(text); !what.empty())
        refuse<csv_error>({file, 1, 1}, "no file of plans: this is " + what);
    if (is_html(text))
        refuse<xml_error>({file, 1, 1}, "no file of plans: this is HTML; a page that was saved in place of the file?");
    std::string_view start = text;
    if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    if (start.starts_with('<')) return parse_iati(text, file, options.view);
    // A line of TOML that has neither "=" nor a bracket is blank or a comment.
    const std::string_view first = start.substr(0, start.find('\n'));
    const bool is_toml =
        first.find_first_of("=#[") != std::string_view::npos || first.find_first_of(",;") == std::string_view::npos;
    return is_toml ? parse_plans_toml(text, file, options.accepted) : parse_plans_csv(text, file, options.accepted);
}

plan_file read_plans_file(const std::string& path, const plans_options& options) {
    return parse_plans(read_file(path), path == "-" ? "standard input" : path, options);
}

void join(plan_file& into, plan_file&& more) {
    const auto move_all = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    if (!into.title.empty() && !more.title.empty()) into.title += "; ";
    into.title += more.title;
    move_all(into.plans, more.plans);
    move_all(into.rates, more.rates);
    move_all(into.passed_over, more.passed_over);
    into.left_out.add(more.left_out);
    for (const currency& through : more.pivots) {
        if (std::find(into.pivots.begin(), into.pivots.end(), through) == into.pivots.end())
            into.pivots.push_back(through);
    }
    for (const currency& own : more.currencies.own()) into.currencies.add(own);
}

} // namespace io
CAMBIST_END
