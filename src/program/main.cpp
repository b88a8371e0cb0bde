// SPDX-License-Identifier: MIT
#include "command.hpp"

#include <cambist/version.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <new>
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
int refuse(std::string why, int status) {
    std::replace(why.begin(), why.end(), '\n', ' ');
    std::fprintf(stderr, "cambist: %s\n", why.c_str());
    return status;
}

// Whether the input was read and the data cannot answer, rather than that it could not be read.
bool is_about_data(const std::exception& e) {
    const auto is = [&]<class... Kinds>() { return (... || (dynamic_cast<const Kinds*>(&e) != nullptr)); };
    using namespace cambist;
    return is.operator()<no_rate, contradicting_rates, unlawful_rate, portfolio_error, phasing_error, period_error,
                         rounding_error, no_index, index_error, valuation_error, program::found_wanting>();
}

// Which options answer a refusal; the library that refused knows none.
const char* remedy(const std::exception& e) {
    using namespace cambist;
    if (dynamic_cast<const day_required*>(&e) != nullptr) return " (--on)";
    if (dynamic_cast<const stale_rate*>(&e) != nullptr) return " (--lookup, --rate, --rates)";
    if (dynamic_cast<const not_in_use*>(&e) != nullptr) return "";
    if (dynamic_cast<const no_rate*>(&e) != nullptr) return " (--rate, --rates, --pivot)";
    return "";
}

} // namespace

int main(int argc, char** argv) {
    using namespace cambist;
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
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& e) {
        return app.exit(e); // --help and --version
    } catch (const CLI::ParseError& e) {
        const auto chosen = app.get_subcommands();
        if (chosen.empty() && dynamic_cast<const CLI::RequiredError*>(&e) != nullptr) {
            return refuse("expected a command, convert, plans, rates, sum, figure or read; see 'cambist --help'",
                          program::unusable);
        }
        const std::string name = chosen.empty() ? "" : chosen.front()->get_name() + " ";
        return refuse(std::string(e.what()) + "; see 'cambist " + name + "--help'", program::unusable);
    } catch (const program::interrupted& e) {
        return refuse(e.what(), program::interrupted::status);
    } catch (const std::bad_alloc&) {
        return refuse("out of memory", program::unusable);
    } catch (const std::exception& e) {
        return refuse(std::string(e.what()) + remedy(e), is_about_data(e) ? program::no_answer : program::unusable);
    }
    if (std::fflush(stdout) != 0) return refuse("cannot write the output", program::unusable);
    return 0;
}
