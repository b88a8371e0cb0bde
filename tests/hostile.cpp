// SPDX-License-Identifier: MIT
// cambist_hostile AREA FILE: what the library makes of a file of hostile input. Prints `ok:VALUE` or
// `refuse:KIND: message`, and exits with 0 for both.
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include <exception>
#include <iostream>
#include <string>
#include <string_view>

using namespace cambist;

namespace {

std::string answer(std::string_view area, const std::string& bytes, const std::string& file) {
    if (area == "amount") return to_string(parse_numeral(bytes));
    if (area == "currency") return to_string(parse_currency(bytes));
    if (area == "date") return to_string(parse_day(bytes));
    return std::to_string(
        (area == "csv" ? io::parse_ecb_csv(bytes, file) : io::parse_ecb_xml(bytes, file)).quotes.size());
}

int refuse(std::string_view kind, const error& e) {
    std::cout << "refuse:" << kind << ": " << e.what() << '\n';
    return 0;
}

int run(std::string_view area, const std::string& bytes, const std::string& file) try {
    const std::string value = answer(area, bytes, file);
    std::cout << "ok:" << value << '\n';
    return 0;
} catch (const date_error& e) { // one of the parse errors
    return refuse("date", e);
} catch (const parse_error& e) {
    return refuse("parse", e);
} catch (const io::depth_error& e) { // one of the limits
    return refuse("depth", e);
} catch (const limit_error& e) {
    return refuse("range", e);
} catch (const currency_error& e) {
    return refuse("currency", e);
} catch (const rate_error& e) {
    return refuse("rate", e);
} catch (const io::csv_error& e) {
    return refuse("csv", e);
} catch (const io::doctype_error& e) { // one of XML's
    return refuse("doctype", e);
} catch (const io::xml_error& e) {
    return refuse("xml", e);
} catch (const io::duplicate_error& e) {
    return refuse("duplicate", e);
} catch (const io::encoding_error& e) {
    return refuse("encoding", e);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: cambist_hostile AREA FILE, where AREA is amount, currency, date, csv or xml\n";
        return 2;
    }
    const std::string_view area = arguments[1];
    const std::string file = arguments[2];
    if (area != "amount" && area != "currency" && area != "date" && area != "csv" && area != "xml") {
        std::cout << "refuse:unsupported: no area is called " << detail::quoted(area) << '\n';
        return 2;
    }
    try {
        return run(area, io::read_file(file), file);
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
}
