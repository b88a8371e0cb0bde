// SPDX-License-Identifier: MIT
#include "command.hpp"

#include <cambist/version.hpp>

#include <algorithm>
#include <cstdio>
#include <new>
#include <string>

namespace {

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
    return is.operator()<no_rate, contradicting_rates, unlawful_rate, portfolio_error, phasing_error, period_error, rounding_error>();
}

} // namespace

int main(int argc, char** argv) {
    using namespace cambist;
    CLI::App app("Amounts of money in one currency: exact, dated, explained.", "cambist");
    app.set_version_flag("--version", "cambist " CAMBIST_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0; 1 when the data cannot answer; 2 when the call or its input cannot be read.\n"
               "See 'cambist convert --help' and 'cambist plans --help' for examples.");
    program::add_convert(app);
    program::add_plans(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& e) {
        return app.exit(e); // --help and --version
    } catch (const CLI::ParseError& e) {
        const auto chosen = app.get_subcommands();
        const std::string name = chosen.empty() ? "" : chosen.front()->get_name() + " ";
        return refuse(std::string(e.what()) + "; see 'cambist " + name + "--help'", program::unusable);
    } catch (const std::bad_alloc&) {
        return refuse("out of memory", program::unusable);
    } catch (const std::exception& e) {
        return refuse(e.what(), is_about_data(e) ? program::no_answer : program::unusable);
    }
    if (std::fflush(stdout) != 0) return refuse("cannot write the output", program::unusable);
    return 0;
}
