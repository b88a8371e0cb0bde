// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/say.hpp"
#include "output/signals.hpp"

#include <cambist/version.hpp>

#include <cstdio>
#include <memory>
#include <new>
#include <sstream>
#include <string>

namespace {

// Help in the man page's form: all that a command needs in its first line, and no remarks that its options' words make.
class help_format : public CLI::Formatter {
public:
    std::string make_usage(const CLI::App* app, std::string name) const override {
        std::string usage = "Usage: " + name;
        for (const CLI::Option* option : app->get_options()) {
            if (option->get_positional()) usage += " " + option->get_type_name();
            else if (option->get_required()) usage += " " + option->get_name() + " " + option->get_type_name();
        }
        return usage + (app->get_subcommands({}).empty() ? " [OPTION]...\n" : " COMMAND [ARGUMENT]...\n");
    }
    std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
        return is_positional ? option->get_type_name() : option->get_name(false, true);
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        const std::string type = option->get_type_name();
        return option->get_positional() || type.empty() ? "" : " " + type;
    }
};

// Refusals come as one line, whatever they quote.
int refuse(const std::string& why, int status) {
    std::fprintf(stderr, "cambist: %s\n", cambist::printable(why).c_str());
    return status;
}

// Which options answer an error, and its status where that is not its family's; the library knows neither.
struct {
    cambist::error_kind kind;
    const char* options = "";
    int status = program::no_answer;
} constexpr replies[] = {{cambist::error_kind::day_required, " (--on)"},
                         {cambist::error_kind::stale_rate, " (--lookup, --rate, --rates)"},
                         {cambist::error_kind::no_rate, " (--rate, --rates, --pivot)"},
                         {cambist::error_kind::missing_rates, " (--rate, --rates, --pivot)"},
                         {cambist::error_kind::rounding}, // to a minor unit, of a currency that has none
                         {cambist::error_kind::period}};  // of a plan, which ends before it begins

int refuse(const cambist::error& e, int status) {
    for (const auto& reply : replies) {
        if (reply.kind == e.kind()) return refuse(std::string(e.what()) + reply.options, reply.status);
    }
    return refuse(e.what(), status);
}

// What was asked for in place of a command.
int hand_out(const std::string& text) {
    try {
        program::put(text);
        program::flush_results();
        return 0;
    } catch (const program::ended& e) {
        return refuse(e.what(), e.status());
    }
}

} // namespace

int main(int argc, char** argv) {
    using namespace cambist;
    program::open_standard_streams();
    program::handle_signals();
    CLI::App app("Amounts of money in one currency: exact, dated, explained.", "cambist");
    app.formatter(std::make_shared<help_format>());
    app.get_formatter()->label("Positionals", "Arguments");
    app.set_help_flag("-h,--help", "Show this help");
    app.set_version_flag("--version", "cambist " CAMBIST_VERSION, "Show the version");
    app.require_subcommand(1);
    app.footer("Examples:\n"
               "  cambist convert \"15.7 bn EUR\" USD --rate \"1 USD = 0.9211 EUR\" --explain\n"
               "  cambist plans examples/plans/european-cloud.toml --to EUR --by year\n"
               "  cambist rates examples/rates/sample-ecb.csv --pair USD/EUR --on 2024-05-29\n"
               "  cambist sum examples/rows/ledger.csv --to EUR --rates examples/rates/sample-ecb.csv\n"
               "  cambist figure \"quelque 2,5 milliards d'euros\" \"Rs 86,45,210\" \"約2兆3,000億円\"\n"
               "  cambist read examples/texts/cloud-plans.txt --to EUR\n"
               "'cambist COMMAND --help' has more; 'man cambist' has all.\n\n"
               "Exit status: 0; 1 when the data cannot answer; 2 when the call or its input cannot be read.");
    program::add_convert(app);
    program::add_plans(app);
    program::add_rates(app);
    program::add_sum(app);
    program::add_figure(app);
    program::add_read(app);
    program::add_form(app);
    try {
        app.parse(argc, argv);
        program::flush_results();
    } catch (const CLI::Success& e) { // --help and --version
        std::ostringstream asked;
        app.exit(e, asked);
        return hand_out(asked.str());
    } catch (const CLI::ParseError& e) {
        const auto chosen = app.get_subcommands();
        if (chosen.empty() && e.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
            return refuse("expected a command, convert, plans, rates, sum, figure, read or form; see 'cambist --help'",
                          program::unusable);
        }
        const std::string name = chosen.empty() ? "" : chosen.front()->get_name() + " ";
        return refuse(std::string(e.what()) + "; see 'cambist " + name + "--help'", program::unusable);
    } catch (const unanswered& e) {
        return refuse(e, program::no_answer);
    } catch (const unreadable& e) {
        return refuse(e, program::unusable);
    } catch (const misuse& e) {
        return refuse(e, program::unusable);
    } catch (const program::ended& e) {
        return refuse(e.what(), e.status());
    } catch (const std::bad_alloc&) {
        return refuse("out of memory", program::unusable);
    } catch (const std::exception& e) {
        return refuse(e.what(), program::unusable);
    }
    return 0;
}
