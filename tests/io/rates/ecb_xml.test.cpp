// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../quotes.hpp"
#include "../refused.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::io;

namespace {

const std::string declaration = "<?xml version='1.0' encoding='UTF-8'?>\n";
const std::string open = "<gesmes:Envelope xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01' "
                         "xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'>\n";
const std::string first_lines = "<gesmes:subject>Reference rates</gesmes:subject>\n<gesmes:Sender>\n"
                                "<gesmes:name>European Central Bank</gesmes:name>\n</gesmes:Sender>\n";
const std::string last_line = "</gesmes:Envelope>";

// What stands in the undated Cube, from line 3 on.
std::string xml(const std::string& days) { return declaration + open + "<Cube>" + days + "</Cube>\n" + last_line; }

std::vector<std::string> read(const std::string& text) { return shown(parse_ecb_xml(text, "e.xml")); }

template <class Error>
std::string told(const std::string& text) {
    return refused<Error>([&] { parse_ecb_xml(text, "e.xml"); });
}

} // namespace

TEST_CASE("ecb xml: the forms that the ECB publishes") {
    const std::vector<std::string> two{"1 EUR = 1.0857 USD on 2024-05-29 at e.xml:4:28; ECB",
                                       "1 EUR = 170.70 JPY on 2024-05-29 at e.xml:5:28; ECB"};
    const std::string day =
        "<Cube time='2024-05-29'>\n<Cube currency='USD' rate='1.0857'/>\n<Cube currency='JPY' rate='170.70'/></Cube>";
    CHECK(read(xml(day)) == two);
    CHECK(read("\xef\xbb\xbf" + xml(day)) == two);
    CHECK(parse_ecb_xml(xml(day)).pivots == std::vector{currencies::EUR});

    // With its header and line feeds, as the daily file has it; columns count bytes, and a tab is one.
    CHECK(read(declaration + open + first_lines +
               "\t<Cube>\n\t\t<Cube time='2024-05-29'>\n\t\t\t<Cube currency='USD' "
               "rate='1.0857'/>\n\t\t</Cube>\n\t</Cube>\n" +
               last_line) == std::vector<std::string>{"1 EUR = 1.0857 USD on 2024-05-29 at e.xml:9:31; ECB"});
    // Double quotes, blanks around, attributes in any order, several days in any order, CRLF, no declaration.
    CHECK(read(open +
               "<Cube>\r\n<Cube  time = \"2024-05-29\" >\r\n<Cube rate = \"1.0857\"\n currency = \"USD\" "
               "></Cube></Cube><Cube time='2024-05-28'>"
               "<Cube rate='1.0882' currency='USD'/></Cube></Cube>" +
               last_line) == std::vector<std::string>{"1 EUR = 1.0857 USD on 2024-05-29 at e.xml:4:15; ECB",
                                                      "1 EUR = 1.0882 USD on 2024-05-28 at e.xml:5:70; ECB"});
}

TEST_CASE("ecb xml: what is refused, and where") {
    CHECK(told<rate_error>(xml("<Cube time='2024-05-29'><Cube rate='rate=' currency='USD'/></Cube>")) ==
          "e.xml:3:43: a rate is a plain positive number; 'rate=' is none");
    CHECK(told<xml_error>("") == "e.xml:1:1: not XML: no element found");
    CHECK(told<xml_error>(xml("").substr(0, xml("").size() - 1)) == "e.xml:4:1: not XML: unclosed token");
    CHECK(told<xml_error>("<html><body>503</body></html>") ==
          "e.xml:1:1: gesmes:Envelope, as in the ECB's files, should stand here; 'html' does");
    CHECK(told<xml_error>("<Envelope><Cube/></Envelope>").starts_with("e.xml:1:1: gesmes:Envelope"));
    CHECK(told<xml_error>(declaration + open + "<Cubes/>" + last_line) ==
          "e.xml:3:1: a Cube should stand here; 'Cubes' does");
    CHECK(told<xml_error>(xml("<Cube currency='USD' rate='1'/>")) ==
          "e.xml:3:7: an attribute 'currency' of a Cube that has a time and nothing else");
    CHECK(told<xml_error>(declaration + open + "<Cube time='2024-05-29'/>" + last_line) ==
          "e.xml:3:1: an attribute 'time' of a Cube that has none; a rate stands in a Cube with a time");
    const auto in_day = [](const std::string& quotes) {
        return xml("<Cube time='2024-05-29'>\n" + quotes + "</Cube>");
    };
    CHECK(told<xml_error>(in_day("<Cube currency='USD'/>")) == "e.xml:4:1: a Cube without its rate");
    CHECK(told<xml_error>(in_day("<Cube rate='1'/>")) == "e.xml:4:1: a Cube without its currency");
    CHECK(told<xml_error>(in_day("<Cube currency='USD' rate='1' multiplier='100'/>")) ==
          "e.xml:4:1: an attribute 'multiplier' of a rate, which has a currency and a rate");
    CHECK(told<xml_error>(in_day("<Cube currency='USD' rate='1'><Cube/></Cube>"))
              .starts_with("e.xml:4:31: an element within a rate"));
    CHECK(told<xml_error>(in_day("<Rate currency='USD' rate='1'/>")) ==
          "e.xml:4:1: a Cube with a currency and a rate should stand here; 'Rate' does");
    CHECK(told<xml_error>(in_day("<Cube currency='USD' rate='1'/>\n1.0857")) ==
          "e.xml:5:1: text, '1.0857', where only elements stand");
    CHECK(told<xml_error>(in_day("<Cube currency='USD' rate='1' rate='2'/>")) ==
          "e.xml:4:31: not XML: duplicate attribute");
    CHECK(told<currency_error>(in_day("<Cube currency='usd' rate='1'/>")).starts_with("e.xml:4:17: 'usd' is no ISO"));
    CHECK(told<rate_error>(in_day("<Cube currency='USD' rate='0'/>")).starts_with("e.xml:4:28: "));
    CHECK(told<rate_error>(in_day("<Cube currency='USD' rate='N/A'/>")).starts_with("e.xml:4:28: "));
    CHECK(told<limit_error>(in_day("<Cube currency='USD' rate='1." + std::string(max_digits, '1') + "'/>"))
              .starts_with("e.xml:4:28: "));
    CHECK(told<duplicate_error>(in_day("<Cube currency='USD' rate='1'/>\n<Cube currency='USD' rate='2'/>")) ==
          "e.xml:5:17: a second rate of USD on 2024-05-29");
    const std::string day = "<Cube time='2024-05-29'><Cube currency='USD' rate='1.1'/></Cube>\n";
    CHECK(told<duplicate_error>(xml(day + "<Cube time='2024-05-28'/>\n<Cube time='2024-05-29'/>")) ==
          "e.xml:5:13: a second Cube for 2024-05-29, which says otherwise; the first is on line 3");
    CHECK(parse_ecb_xml(xml(day + "<Cube time='2024-05-28'/>\n" + day)).quotes.size() == 1); // equal ones are one
    CHECK(parse_ecb_xml(in_day("<Cube currency='USD' rate='1'/>\n<Cube currency='USD' rate='1.0'/>")).quotes.size() ==
          1);
    CHECK(told<date_error>(xml("<Cube time='2024-02-30'/>")).starts_with("e.xml:3:19: "));
    // In an attribute written with references only its start is sure.
    CHECK(told<date_error>(xml("<Cube time='&#50;024-02-30'/>")).starts_with("e.xml:3:19: "));
}

TEST_CASE("ecb xml: a euro is a euro, and no quote") {
    const auto with = [](const std::string& rate) {
        return xml("<Cube time='2024-05-29'><Cube currency='EUR' rate='" + rate +
                   "'/><Cube currency='USD' rate='1.0857'/></Cube>");
    };
    CHECK(parse_ecb_xml(with("1.000")).quotes.size() == 1);
    CHECK(told<rate_error>(with("1.01")) == "e.xml:3:58: one euro is one euro; 1.01 stands here");
}

TEST_CASE("ecb xml: a document type is refused before it is read, and encodings other than UTF-8") {
    CHECK(told<doctype_error>(declaration + "<!DOCTYPE l [<!ENTITY a 'b'>]>" + xml("").substr(declaration.size())) ==
          "e.xml:2:13: a document type declaration; a file of rates has none");
    CHECK(told<doctype_error>("<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l/>").starts_with("e.xml:1:"));
    for (const std::string name : {"UTF-16", "ISO-8859-1", "windows-1252", "x"})
        CHECK(told<encoding_error>("<?xml version='1.0' encoding='" + name + "'?><a/>") ==
              "e.xml:1:1: declared as '" + name + "'; save the file as UTF-8");
    CHECK(read("<?xml version='1.0' encoding='us-ascii'?>" + xml("").substr(declaration.size())).empty());
    CHECK(told<encoding_error>(std::string("\xfe\xff\0<", 4)).starts_with("e.xml:1:1: this is UTF-16"));
    CHECK(told<encoding_error>(std::string("<\0?\0", 4)).starts_with("e.xml:1:1: this is UTF-16"));
    CHECK(told<encoding_error>(declaration + open + "<gesmes:name>Z\xfcrich</gesmes:name>" + last_line) ==
          "e.xml:3:15: not UTF-8: '\\xfcric'; save the file as UTF-8");
}

TEST_CASE("ecb xml: elements are only so deep") {
    std::string deep;
    for (int i = 0; i < max_xml_depth; ++i) deep += "<gesmes:a>";
    CHECK(told<depth_error>(open + deep).starts_with("e.xml:2:311: more than 32 elements"));
}
