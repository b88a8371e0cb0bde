// SPDX-License-Identifier: MIT

// The short forms against CLDR's, through ICU, where it is installed: the same, or one of the differences listed here,
// where news usage departs from it.
#include <cambist/prose/compact.hpp>

#include <doctest/doctest.h>

#include <string>

#ifdef CAMBIST_TEST_ICU

#    include <unicode/numberformatter.h>

using namespace cambist;

namespace {

struct form {
    const char* tag;
    int power;
    const char* cldr; // its pattern's word, as ICU has it
    const char* ours;
    const char* why; // empty where they are the same
};

// CLDR's words after the number; a no-break space is a blank here, and none at all means no short form.
constexpr form forms[] = {
    {"en", 3, "K", "k", "newspapers write it small"},
    {"en", 6, "M", "m", "newspapers write it small"},
    {"en", 9, "B", "bn", "newspapers write bn, since b is bytes and bits too"},
    {"en", 12, "T", "tn", "newspapers write tn, since t is tonnes too"},
    {"fr", 3, " k", " k", ""},
    {"fr", 6, " M", " M", ""},
    {"fr", 9, " Md", " Md", ""},
    {"fr", 12, " Bn", " Bn", ""},
    {"de", 3, "", " Tsd.", "CLDR has no short form, which would lose the digits"},
    {"de", 6, " Mio.", " Mio.", ""},
    {"de", 9, " Mrd.", " Mrd.", ""},
    {"de", 12, " Bio.", " Bio.", ""},
    {"it", 3, "", "mila", "CLDR has no short form, which would lose the digits"},
    {"it", 6, " Mln", " mln", "newspapers write it small"},
    {"it", 9, " Mrd", " mld", "newspapers write mld"},
    {"it", 12, " Bln", " bln", "newspapers write it small"},
    {"es", 3, " mil", " mil", ""},
    {"es", 6, " M", " M", ""},
    {"es", 9, " M", " mil M", "CLDR counts on in millions, whose zeros would claim digits that nobody knows"},
    {"es", 12, " B", " billones de", "a B is read as a billion of the other kind"},
    {"ja", 4, "万", "万", ""},
    {"ja", 8, "億", "億", ""},
    {"ja", 12, "兆", "兆", ""},
};

// "1.2 Md" of 1.2e9: the rest after the digits.
std::string word_of(std::string text) {
    for (std::size_t at; (at = text.find("\u00a0")) != std::string::npos;) text.replace(at, 2, " ");
    for (std::size_t at; (at = text.find("\u202f")) != std::string::npos;) text.replace(at, 3, " ");
    const std::size_t last = text.find_last_of("0123456789");
    return text.substr(last + 1);
}

} // namespace

TEST_CASE("compact: CLDR's short forms, or a difference that is written down") {
    for (const form& f : forms) {
        CAPTURE(f.tag);
        CAPTURE(f.power);
        UErrorCode status = U_ZERO_ERROR;
        std::string text;
        icu::number::NumberFormatter::withLocale(icu::Locale(f.tag))
            .notation(icu::number::Notation::compactShort())
            .formatDecimal("1.2e" + std::to_string(f.power), status)
            .toString(status)
            .toUTF8String(text);
        REQUIRE(U_SUCCESS(status));
        CHECK(word_of(text) == f.cldr);
        CHECK((std::string(f.cldr) == f.ours) == std::string(f.why).empty());

        const money<> amount(exact("1.2") * exact::pow10(f.power), parse_currency("CHF"));
        std::string ours =
            word_of(prose::format_compact(figure(amount), prose::language(f.tag), {.digits = 2, .with_code = true}));
        if (const std::size_t code = ours.find(" CHF"); code != std::string::npos) ours.erase(code);
        if (const std::size_t code = ours.find("CHF"); code != std::string::npos) ours.erase(code);
        CHECK(ours == f.ours);
    }
}

#else

TEST_CASE("compact: CLDR's short forms, or a difference that is written down") {
    MESSAGE("skipped: no ICU here (libicu-dev)");
}

#endif
