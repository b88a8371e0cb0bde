// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/csv.hpp"
#include "output/json.hpp"
#include "output/key_name.hpp"
#include "output/output_files.hpp"
#include "output/progress.hpp"
#include "output/round_to.hpp"
#include "output/say.hpp"
#include "output/table.hpp"
#include "rate_arguments.hpp"
#include "table_arguments.hpp"

#include <cambist/bulk/converted_tally.hpp>
#include <cambist/bulk/tally_units.hpp>
#include <cambist/io/file_writer.hpp>
#include <cambist/io/rows.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

namespace program {

namespace {

constexpr unsigned max_threads = 256;

struct sum_arguments {
    std::vector<std::string> files;
    std::string to; // each amount's own where none is said
    io::row_keys keys;
    rate_arguments rates;
    table_arguments table;
    std::vector<std::pair<std::string, std::string>> by_form; // a form, and a file that is read by it
    std::vector<std::string> states_in;
    std::string state_out;
    std::string skip_bad;
    std::string round;
    std::optional<rounding> mode;
    unsigned threads = 1;
    bool redenominate = false;
    bool exact = false;
    bool csv = false;
    bool json = false;

    bool has_rows() const { return keys.first != tally_by::nothing; }
    bool has_two_keys() const { return keys.then != tally_by::nothing; }
    bool wants_exact() const { return exact || csv; }
    /// Whether a report goes to standard output; a state that goes there takes its place.
    bool prints() const { return csv || json || !io::is_standard_output(state_out); }
    /// What a key is called: a column by its heading.
    std::string name(const tally_by& key) const {
        return key == tally_by::group ? keys.column : key == tally_by::nothing ? "" : to_string(key);
    }
};

// What was read, and what was set aside of it.
struct reading {
    tally held{};
    std::uint64_t set_aside = 0;
    std::string first_bad;
    io::left_out_counts left_out{};
};

void read_rows(const sum_arguments& given, const currency_set& known, reading& into, output_files& files) {
    io::row_options options;
    options.accepted = known;
    options.columns.group = given.keys.column;
    options.threads = given.threads;
    options.written = given.table.read();
    options.left_out = [&](const io::left_out_counts& of) { into.left_out.add(of); };
    std::ostream* bad_rows = nullptr;
    const auto set_aside = [&](const io::bad_row& bad) {
        if (bad_rows == nullptr) {
            bad_rows = &files.open(given.skip_bad).stream();
            *bad_rows << bad.header << '\n';
            into.first_bad = bad.why;
        }
        *bad_rows << bad.text << '\n';
        ++into.set_aside;
    };
    if (!given.skip_bad.empty()) options.set_aside = set_aside;
    options.fewer_threads = [](unsigned threads) {
        fmt::print(stderr, "cambist: the system starts no more threads than {}; the result is the same\n", threads);
    };
    std::optional<progress> step;
    options.progress = [&](const io::row_progress& now) {
        if (now.bytes == 0) return void(step.emplace("reading " + now.file));
        const std::chrono::duration<double> elapsed = step->elapsed();
        step->say(fmt::format("{}: {:.1f} million rows, {:.1f} MB/s", now.file, static_cast<double>(now.rows) / 1e6,
                              static_cast<double>(now.bytes) / 1e6 / elapsed.count()));
    };
    into.held = io::tally_rows(given.files, options);
    for (const auto& each : given.by_form) {
        options.written = io::find_form(each.first);
        into.held.merge(io::tally_rows({each.second}, options));
    }
}

void read_states(const sum_arguments& given, tally& into) {
    for (const std::string& file : given.states_in) {
        const std::string bytes = io::read_file(file);
        into.merge(read_argument(file.c_str(), [&] { return tally::from_state(bytes); }));
    }
}

// A line of the report.
struct line {
    std::string name;
    std::string key;
    std::string then;
    std::uint64_t rows;
    currency of;
    std::optional<exact> rounded; // none where the currency has no minor unit and no decimals were asked for
    std::optional<exact> whole;
};

struct lines {
    std::vector<line> rows;
    std::vector<line> totals;
};

std::string row_name(const std::string& key) { return key.empty() ? "(none)" : key_name(key); }

// To the minor unit, where there is one and nothing else is said.
round_to rounding_of(const sum_arguments& given, const currency& c) {
    if (given.round.empty()) return c.has_minor_unit() ? round_to("minor", c) : round_to();
    return read_argument("--round", [&] {
        round_to made(given.round, c);
        if (!made.rounds()) throw parse_error("a number of decimals, minor, cash or a step as 0.05", given.round, 0);
        return made;
    });
}
rounding mode_of(const sum_arguments& given, const round_to& to) {
    return given.mode.value_or(to.is_cash() ? rounding::half_up : rounding::half_even);
}

struct rounded_parts {
    exact total;
    std::vector<tally_total> parts{};
};

// Parts add up to their total. To decimals that is decided by bounds, mostly; to a step by all digits.
rounded_parts rounded_to(const round_to& to, rounding mode, const converted_tally& whole, const io::row_keys& keys) {
    const bool has_parts = keys.first != tally_by::nothing;
    if (!to.is_by_step()) {
        const decimals digits{*to.digits()};
        return {whole.rounded(digits, mode).amount(),
                has_parts ? whole.rounded_by(keys.first, keys.then, digits, mode) : std::vector<tally_total>()};
    }
    rounded_parts made{to.rounded(whole.total().amount(), mode)};
    if (has_parts) made.parts = whole.totals(keys.first, keys.then);
    std::vector<exact> amounts;
    for (const tally_total& each : made.parts) amounts.push_back(each.amount.amount());
    const std::vector<exact> shown = round_to_sum(amounts, made.total, to.unit());
    for (std::size_t i = 0; i < shown.size(); ++i)
        made.parts[i].amount = money<>(shown[i], made.parts[i].amount.currency());
    return made;
}

lines convert_lines(const sum_arguments& given, const tally& held, const asked_rates& asked) {
    const currency into = read_argument("--to", [&] { return asked.known.parse(given.to); });
    const round_to to = rounding_of(given, into);
    if (!to.rounds()) require_minor_unit(into);
    const converted_tally converted(held, asked.into(into));
    const rounded_parts rounded = rounded_to(to, mode_of(given, to), converted, given.keys);
    lines made;
    made.totals.push_back({"Total", "", "", converted.rows(), into, rounded.total, {}});
    if (given.wants_exact()) made.totals.front().whole = converted.total().amount();
    if (!given.has_rows()) return made;
    for (const tally_total& each : rounded.parts)
        made.rows.push_back({row_name(each.key), each.key, each.then, each.rows, into, each.amount.amount(), {}});
    if (given.wants_exact()) {
        const std::vector<tally_total> parts = converted.totals(given.keys.first, given.keys.then);
        for (std::size_t i = 0; i < parts.size(); ++i) made.rows[i].whole = parts[i].amount.amount();
    }
    return made;
}

std::vector<tally_total> totals_of(const sum_arguments& given, const tally& held, const tally_by& by,
                                   const tally_by& then = tally_by::nothing) {
    const std::vector<tally_total> apart = held.totals(by, then);
    return given.redenominate ? in_newest_units(apart, by, then) : apart;
}

std::string told(const rows_out_of_use::example& each) {
    return fmt::format("{} on {}, {} its {} day of use", each.amount, to_string(each.day),
                       each.is_early ? "before" : "after", each.is_early ? "first" : "last");
}

lines own_lines(const sum_arguments& given, const tally& held) {
    lines made;
    const auto add = [&](std::vector<line>& into, const tally_total& each, const std::string& name) {
        const round_to to = rounding_of(given, each.amount.currency());
        const exact& value = each.amount.amount();
        std::optional<exact> rounded;
        if (to.rounds()) rounded = to.rounded(value, mode_of(given, to));
        into.push_back({name, each.key, each.then, each.rows, each.amount.currency(), std::move(rounded), value});
    };
    if (given.has_rows()) {
        for (const tally_total& each : totals_of(given, held, given.keys.first, given.keys.then))
            add(made.rows, each, row_name(each.key));
    }
    for (const tally_total& each : totals_of(given, held, tally_by::nothing)) add(made.totals, each, "Total");
    return made;
}

std::string shown(const sum_arguments& given, const line& each) {
    if (!each.rounded) return to_string(*each.whole);
    return format_number(*each.rounded, {.grouped = true, .digits = rounding_of(given, each.of).digits().value_or(0)});
}

// What is in no sum, or may not belong into one.
std::vector<std::string> notes_of(const sum_arguments& given, const reading& read) {
    std::vector<std::string> notes;
    if (const rows_out_of_use outside = find_rows_out_of_use(read.held); outside.first)
        notes.push_back(fmt::format("Rows dated outside their currency's use: {}. The first: {}", outside.rows,
                                    told(*outside.first)));
    if (!read.left_out.empty()) notes.push_back(left_out_words(read.left_out));
    if (read.set_aside != 0)
        notes.push_back(fmt::format("Bad rows, set aside in {}: {}. The first: {}", given.skip_bad, read.set_aside,
                                    read.first_bad));
    return notes;
}

void print_text(const sum_arguments& given, const reading& read, const lines& made) {
    using side = table::side;
    std::vector<side> sides{side::left, side::right, side::left, side::right};
    if (given.has_two_keys()) sides.insert(sides.begin(), side::left);
    table text(sides);
    const auto add = [&](std::vector<std::string> cells, const std::string& then) {
        if (given.has_two_keys()) cells.insert(cells.begin() + 1, then);
        text.add(cells);
    };
    const auto add_line = [&](const line& each, const std::string& then) {
        add({each.name, shown(given, each), to_string(each.of),
             format_number(exact(each.rows), {.grouped = true, .digits = 0})},
            then);
    };
    add({given.name(given.keys.first), "amount", "", "rows"}, given.name(given.keys.then));
    text.rule();
    for (const line& each : made.rows) add_line(each, row_name(each.then));
    if (!made.rows.empty()) text.rule();
    for (const line& each : made.totals) add_line(each, "");
    put(text.text());
    if (read.held.empty()) say("No rows.\n");
    if (given.exact) {
        say("\n");
        for (const std::vector<line>* list : {&made.rows, &made.totals}) {
            for (const line& each : *list)
                say("{}{}: exactly {} {}\n", each.name, each.then.empty() ? "" : ", " + each.then,
                    exact_text(*each.whole), each.of);
        }
    }
    for (const std::string& each : notes_of(given, read)) say("\n{}\n", each);
}

void print_csv(const sum_arguments& given, const reading& read, const lines& made) {
    std::string keys;
    for (const tally_by& key : {given.keys.first, given.keys.then})
        if (key != tally_by::nothing) keys += csv_field(given.name(key)) + ",";
    say("{}amount,currency,exact,rows\n", keys);
    const auto add = [&](const line& each, bool is_total) {
        const auto key = [&](const std::string& name) { return csv_field(is_total ? "Total" : row_name(name)) + ","; };
        say("{}{}{},{},{},{}\n", given.has_rows() ? key(each.key) : "", given.has_two_keys() ? key(each.then) : "",
            each.rounded ? to_decimal(*each.rounded, {rounding_of(given, each.of).digits().value_or(0)}) : "", each.of,
            exact_text(*each.whole), each.rows);
    };
    for (const line& each : made.rows) add(each, false);
    for (const line& each : made.totals) add(each, true);
    // A table of sums has no place for them.
    for (const std::string& each : notes_of(given, read)) fmt::print(stderr, "cambist: {}\n", printable(each));
}

json line_json(const sum_arguments& given, const line& each) {
    const int digits = rounding_of(given, each.of).digits().value_or(0);
    return {{"currency", to_string(each.of)},
            {"exact", given.wants_exact() ? exact_json(*each.whole) : json()},
            {"rounded", each.rounded ? json(to_decimal(*each.rounded, {digits})) : json()},
            {"count", each.rows}};
}

void print_json(const sum_arguments& given, const reading& read, const lines& made) {
    const auto total = [&](const line& each) { return line_json(given, each); };
    const auto row = [&](const line& each) {
        return with({{"key", each.key}, {"then", text_or_null(each.then)}}, total(each));
    };
    const rows_out_of_use outside = find_rows_out_of_use(read.held);
    print({{"to", text_or_null(given.to)},
           {"by", text_or_null(given.name(given.keys.first))},
           {"then", text_or_null(given.name(given.keys.then))},
           {"rows", array_of(made.rows, row)},
           {"totals", array_of(made.totals, total)},
           {"count", read.held.rows()},
           {"not_in_use", {{"count", outside.rows}, {"first", outside.first ? json(told(*outside.first)) : json()}}},
           {"left_out", left_out_json(read.left_out)},
           {"set_aside", {{"count", read.set_aside}, {"first", text_or_null(read.first_bad)}}}});
}

// A state may take the place of one that was read, which is how one goes on.
void check(const sum_arguments& given) {
    std::vector<std::string> read = given.files;
    for (const auto& each : given.by_form) read.push_back(each.second);
    read.insert(read.end(), given.rates.files.begin(), given.rates.files.end());
    std::vector<std::string> written;
    if (!given.skip_bad.empty()) written.push_back(given.skip_bad);
    if (given.prints()) written.emplace_back("-");
    const std::size_t files = read.size();
    read.insert(read.end(), given.states_in.begin(), given.states_in.end());
    io::check_files(read, written);
    if (given.state_out.empty()) return;
    read.resize(files);
    written.push_back(given.state_out);
    io::check_files(read, written);
}

void run(const sum_arguments& given) {
    if (given.files.empty() && given.by_form.empty() && given.states_in.empty())
        throw io::file_error("nothing to sum; name a FILE, or a state by --state-in");
    check(given);
    if (given.round != "cash") static_cast<void>(rounding_of(given, currencies::EUR)); // says at once what is wrong
    const asked_rates asked = given.rates.read();
    reading read;
    output_files files;
    read_rows(given, asked.known, read, files);
    read_states(given, read.held);
    const lines made = !given.to.empty() ? convert_lines(given, read.held, asked) : own_lines(given, read.held);
    if (!given.state_out.empty()) files.write(given.state_out, read.held.state()); // the last to take its place
    files.finish();
    if (given.json) print_json(given, read, made);
    else if (given.csv) print_csv(given, read, made);
    else if (given.prints()) print_text(given, read, made);
    files.commit();
}

} // namespace

void add_sum(CLI::App& app) {
    auto given = std::make_shared<sum_arguments>();
    CLI::App* command = app.add_subcommand("sum", "Sum rows of CSV, exactly, whatever their number");
    command->group("Commands");
    command
        ->add_option("file", given->files,
                     "CSV with columns named date, currency and amount, of any size;\n- is standard input")
        ->type_name("FILE...");
    add_read_option(*command, "--to", "CURRENCY", "Convert each amount at the rate of its own day",
                    [given](const std::string& text) { given->to = text; });
    add_read_option(*command, "--by", "KEY[,KEY]",
                    "What the rows of the report are: month, quarter, year,\nfiscal-year:07 (that begins in July), "
                    "currency, or a column by its\nname; two of these, as office,month; column:month is a column",
                    [given](const std::string& text) { given->keys = io::parse_row_keys(text); });
    given->table.add_to(*command, given->rates.known);
    command->remove_option(command->get_option("--form"));
    const auto read_forms = [given](const std::vector<std::string>& said) {
        for (const std::string& text : said) {
            const std::size_t equals = text.find('=');
            if (equals == std::string::npos) given->table.form = text;
            else given->by_form.emplace_back(text.substr(0, equals), text.substr(equals + 1));
        }
    };
    repeatable(command
                   ->add_option_function<std::vector<std::string>>(
                       "--form", read_forms,
                       "How files are written: the name of a form that comes with cambist, or\na file of TOML; of one "
                       "more file, FORM=FILE; may be repeated")
                   ->type_name("FORM[=FILE]"));
    given->rates.add_to(*command);
    for (const char* name : {"--on", "--rate-interval"}) // each row has its day, and sums are of points
        command->remove_option(command->get_option(name));
    command->add_option("--threads", given->threads, "Read on so many threads; the result is the same")
        ->type_name("N")
        ->check(CLI::Validator(CLI::Range(1u, max_threads)).description(""));
    command->add_option("--state-out", given->state_out, "Write what was tallied, to go on from")->type_name("FILE");
    repeatable(command->add_option("--state-in", given->states_in, "Add what was tallied before; may be repeated")
                   ->type_name("FILE"));
    command
        ->add_option("--skip-bad", given->skip_bad, "Set rows that cannot be read aside in this file, and count them")
        ->type_name("FILE");
    command
        ->add_option(
            "--round", given->round,
            "Round to N decimals, to the smallest coin, or to a step, as 0.05 or\nstep:5, instead of the minor unit")
        ->type_name("N|cash|STEP");
    command
        ->add_option("--mode", given->mode,
                     "How totals are rounded; half_even if nothing is said, and for cash\nhalf_up")
        ->type_name("MODE")
        ->transform(by_name<rounding>());
    command->add_flag("--redenominate", given->redenominate,
                      "Carry amounts of an older unit of one code over to the newer (VES\nuntil 2021-09-30, a million "
                      "to one), where nothing is converted");
    command->add_flag("--exact", given->exact, "Show exact fractions too, which may have thousands of digits");
    CLI::Option* const as_json = command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->add_flag("--csv", given->csv, "Print CSV, with exact values")->excludes(as_json);
    command->footer(
        "Examples:\n"
        "  cambist sum examples/rows/ledger.csv --to EUR --rates examples/rates/sample-ecb.csv\n"
        "  cambist sum examples/rows/ledger.csv --by office,month\n"
        "  cambist sum payments.csv --to USD --rates eurofxref-hist.csv --lookup average:month --csv\n"
        "  cambist sum payments.csv --to USD --rates eurofxref-hist.csv --by year --threads 8\n"
        "  cambist sum --state-in monday.state --state-in tuesday.state --to EUR --rates eurofxref-hist.csv");
    command->callback([given] { run(*given); });
}

} // namespace program
