// SPDX-License-Identifier: MIT
#include <cambist/prose/language.hpp>
#include <cambist/prose/parse.hpp>

#include "corpus.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace cambist;

TEST_CASE("prose guess: a language without a table is refused by its name") {
    for (const auto& each : {
             std::pair{"Portuguese", "A Petrobras vai investir US$ 2 bilhões em novos projetos no Brasil até 2030."},
             std::pair{"Portuguese", "O lucro da empresa foi de R$ 5 milhões."},
             std::pair{"Dutch", "Het bedrijf investeert 2 miljard euro in een nieuwe fabriek."},
             std::pair{"Dutch", "De omzet steeg naar 5,5 miljard euro."},
             std::pair{"Polish", "Spółka zainwestuje 2 miliardy złotych w nową fabrykę do 2027 roku."},
             std::pair{"Russian", "Компания вложит 2 миллиарда долларов."},
             std::pair{"Ukrainian", "Компанія вкладе 2 мільярди гривень у новий завод."},
             std::pair{"Chinese", "该公司将投资约25亿美元在上海建设一座新工厂。"},
             std::pair{"Chinese", "該公司將投資約25億美元在台北建設新的工廠。"},
             std::pair{"Korean", "회사는 20억 달러를 투자한다"},
             std::pair{"Swedish", "Bolaget investerar 2 miljarder kronor i en ny fabrik."},
             std::pair{"Turkish", "Şirket yeni fabrika için 2 milyar dolar yatırım yapacak."},
             std::pair{"Danish", "Virksomheden investerer 2 milliarder kroner i en ny fabrik af hensyn til miljøet."},
             std::pair{"Norwegian",
                       "Selskapet vil investere 2 milliarder kroner av overskuddet etter å ha blitt solgt."},
             std::pair{"Finnish", "Yhtiö sijoittaa 2 miljardia euroa uuteen tehtaaseen."},
             std::pair{"Czech", "Společnost investuje 2 miliardy korun do nové továrny."},
             std::pair{"Romanian", "Compania va investi 2 miliarde de lei într-o fabrică nouă."},
             std::pair{"Indonesian", "Perusahaan akan menginvestasikan 2 miliar dolar untuk pabrik baru."},
             std::pair{"Vietnamese", "Công ty sẽ đầu tư 2 tỷ đô la cho nhà máy mới."},
             std::pair{"Greek", "Η εταιρεία θα επενδύσει 2 δισ. ευρώ."},
             std::pair{"Polish", "Budżet: 5 mld euro"},
             std::pair{"Polish", "Cena: 5 mln zł"},
             std::pair{"Portuguese", "Preço: 5 milhões de euros"},
             std::pair{"Portuguese", "A PETROBRAS VAI INVESTIR US$ 2 BILHÕES EM NOVOS PROJETOS NO BRASIL ATÉ 2030."},
             std::pair{"Dutch", "HET BEDRIJF INVESTEERT 2 MILJARD EURO IN EEN NIEUWE FABRIEK."},
             std::pair{"Polish", "SPÓŁKA ZAINWESTUJE 2 MILIARDY ZŁOTYCH W NOWĄ FABRYKĘ DO 2027 ROKU."},
             std::pair{"Russian", "КОМПАНИЯ ВЛОЖИТ 2 МИЛЛИАРДА ДОЛЛАРОВ."},
             std::pair{"Turkish", "ŞIRKET YENI FABRIKA IÇIN 2 MILYAR DOLAR YATIRIM YAPACAK."},
             std::pair{"Swedish", "BOLAGET INVESTERAR 2 MILJARDER KRONOR I EN NY FABRIK."},
             std::pair{"Arabic", "ستستثمر الشركة 2 مليار دولار في المصنع"},
         }) {
        const std::string name = each.first;
        const std::string_view text = each.second;
        CAPTURE(text);
        const prose::language_guess guess = prose::guess_language(text);
        CHECK(guess.name == name);
        CHECK_FALSE(guess.read_as);
        CHECK(guess.sure > 50);
        const std::string said = "this looks like " + name + "; there are de, en, es, fr, it, ja";
        CHECK_REFUSES(prose::language_error, prose::detect_language(text), said.c_str());
        CHECK_REFUSES(prose::language_error, prose::parse(text), said.c_str());
        CHECK_NOTHROW(prose::parse(text, prose::language("es"))); // which somebody wanted
    }
}

TEST_CASE("prose guess: names and a quotation make no other language of a text") {
    for (const std::string_view text :
         {"Embraer (São José dos Campos) won a $5m order, the company said.",
          "The Nestlé unit in São Paulo, Companhia de Bebidas das Américas, paid R$2 billion.",
          "Skanska AB, Ørsted A/S and Škoda Auto of the Volkswagen group spent $2 billion.",
          "The minister called it \"o maior investimento da história do país\" and said that $2 billion would be spent "
          "on it."}) {
        CAPTURE(text);
        CHECK(prose::detect_language(text).tag() == "en");
    }
}

TEST_CASE("prose guess: how sure it is grows with what a text has of its own") {
    const int little = prose::guess_language("some 2 billion euros for the trains").sure;
    const int more =
        prose::guess_language("It is to spend some 2 billion euros for the trains that it had ordered from "
                              "the company, and which were to be delivered by the end of the year.")
            .sure;
    CHECK(little < more);
    CHECK(more > 80);
    CHECK(prose::guess_language("").read_as == prose::language("en"));
    CHECK(prose::guess_language("").sure == 50);
}

TEST_CASE("prose guess: many words of no known language are refused") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "kilo bondo zarfu metipo ";
    CHECK_REFUSES(prose::language_error, prose::detect_language(text), "no language that is known", "en");
    CHECK(prose::guess_language(text).name == "");
}

TEST_CASE("prose guess: few words are read in the language that has them, never in one that is less likely") {
    for (const auto& each :
         {std::pair{"it", "5 mld euro"}, std::pair{"it", "EUR 5 MLD"}, std::pair{"en", "15.7 billion euros"},
          std::pair{"de", "zwölf Leute"}, std::pair{"en", "15 k€"}, std::pair{"fr", "12,5 millions EUR"},
          std::pair{"en", "Ørsted pays $5m"}}) {
        const std::string_view text = each.second;
        CAPTURE(text);
        const prose::language_guess guess = prose::guess_language(text);
        REQUIRE(guess.read_as);
        CHECK(guess.read_as->tag() == each.first);
        CHECK(guess.sure >= 50);
    }
}

namespace {

// In capitals or small letters, those of ASCII and Latin-1.
std::string in_case(std::string text, bool capitals) {
    bool is_latin = false; // after the byte that leads letters with accents
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_small = is_latin ? byte >= 0xa0 && byte != 0xb7 && byte != 0xbf : byte >= 'a' && byte <= 'z';
        const bool is_capital = is_latin ? byte >= 0x80 && byte < 0x9f && byte != 0x97 : byte >= 'A' && byte <= 'Z';
        if (capitals ? is_small : is_capital) c = static_cast<char>(byte ^ 0x20);
        is_latin = byte == 0xc3;
    }
    return text;
}

} // namespace

TEST_CASE("prose guess law: a text in capitals is guessed as it is in small letters") {
    for (const corpus::text& t : corpus::texts()) {
        CAPTURE(t.name);
        CHECK(prose::guess_language(in_case(t.plain, true)).name ==
              prose::guess_language(in_case(t.plain, false)).name);
    }
}

TEST_CASE("prose guess law: no text of the corpus is refused, nor any of its expressions, nor read by less than half") {
    for (const corpus::text& t : corpus::texts()) {
        CAPTURE(t.name);
        CHECK(prose::guess_language(t.plain).read_as);
        CHECK(prose::guess_language(t.plain).sure >= 50);
    }
    for (const corpus::expression& e : corpus::expressions()) {
        CAPTURE(e.words);
        CHECK(prose::guess_language(e.words).read_as);
        CHECK(prose::guess_language(e.words).sure >= 50);
    }
}
