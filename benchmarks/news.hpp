// SPDX-License-Identifier: MIT
#pragma once

// Business news, made up for this project, to read figures in: sentences of the length and the words of a news
// agency's, in a random order that is the same in every run, four or five of them to a paragraph.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// In a sentence, # is a digit from 1 to 9, @ a company, ^ a place and ~ a month.
struct paper {
    std::vector<std::string_view> companies{};
    std::vector<std::string_view> places{};
    std::vector<std::string_view> months{};
    std::vector<std::string_view> with_money{};
    std::vector<std::string_view> without{};
};

inline const paper english{
    {"Aldermere Energy", "Novatis", "Brightwell Group", "Castellane", "Northgate Steel", "Orion Freight",
     "Halvorsen Marine", "Kestrel Software", "Tamar Foods", "Lindqvist Paper", "Harrow Bank", "the German carmaker"},
    {"Italy", "Spain", "northern England", "Texas", "Poland", "South Korea", "the Netherlands", "Lisbon", "Ohio",
     "Vietnam", "western Canada", "Bavaria"},
    {"January", "March", "April", "June", "September", "October", "November"},
    {
        "@ plans to spend $#.# billion on two new plants in ^ by 20##, the company said on Monday.",
        "The group has agreed to buy a majority of @ for about # billion euros in cash and shares.",
        "Revenue in the three months to the end of ~ rose #% to $#.## billion, ahead of what analysts had expected.",
        "Net profit fell to ##.# million euros from ##.# million euros a year earlier, hurt by the cost of energy.",
        "@ said it would cut ### jobs and save more than €### million a year from 202#.",
        "The government in ^ approved subsidies of up to #.# billion euros for makers of batteries and chips.",
        "Shares in @ closed # percent higher at ##.## euros, which values the company at €##.# billion.",
        "The two sides are in talks on a loan of between #00 million and #00 million euros, according to people "
        "familiar "
        "with the matter.",
        "Analysts at @ had forecast sales of $#,### million and a margin of ## percent.",
        "It paid a dividend of $0.## a share, which will cost £### million in all.",
        "The market for such equipment was worth $## billion last year and is expected to double by 203#.",
        "A court in ^ ordered @ to pay ¥#.# billion in damages to a former supplier.",
        "The fund, which manages $### billion, has been selling its holdings in ^ since last ~.",
        "@ will invest at least ### million dollars over the next five years to widen its network in ^.",
        "The project had been announced in 202# with a budget of €#.# billion, and has grown by a third since.",
        "The company's debt stood at #.# billion Swiss francs at the end of ~, down from #.# billion.",
        "The bridge will cost taxpayers some ##0 million pounds, nearly twice what was planned in 201#.",
        "The bank set aside ### million euros ($### million) for lawsuits over mortgages sold in ^.",
        "Oil fell below $## a barrel for the first time since ~ as demand in ^ slowed.",
        "@ raised hundreds of millions of dollars from investors before its listing, and has spent most of it.",
    },
    {
        "A spokeswoman for @ declined to comment on the talks, which were first reported by a local newspaper.",
        "The company has not yet decided where the plant will be built, but ^ is among the places under review.",
        "Analysts said the decision had been expected for months and would change little for the company's rivals.",
        "The union called on its members to strike from the first of ~ unless the offer is improved.",
        "It employs some #,### people in ^, and a further ## percent of its staff work for subcontractors.",
        "The chief executive, who has led @ since 201#, said that demand would recover in the second half.",
        "Shares fell as much as # percent in early trading before they recovered most of the losses by noon.",
        "Regulators in ^ opened an inquiry in 202# into whether the two companies had agreed on prices.",
        "Residents fear that the site will need more water and electricity than the region can provide.",
        "The deal still needs the approval of shareholders, who are to vote on it at a meeting in ~.",
        "Prices have risen in each of the past # months, and economists do not expect them to fall soon.",
        "The committee left interest rates unchanged, as had been widely expected, and gave no hint of its next step.",
        "\"We see no reason to change our outlook for the year,\" the head of finance told reporters in ^.",
        "The ministry said that the new rules would take effect on ## ~ 202# and apply to all carriers.",
        "Critics say that the promised jobs are few, and that most of them end once the buildings stand.",
        "The two companies have worked together since 199# and share a laboratory near the university.",
        "Exports to ^ grew in ~ for the first time in a year, helped by a weaker currency.",
        "None of the people who spoke about the plans wanted to be named, because no decision has been taken.",
        "The airline flew ## million passengers last year, fewer than before but more than it had hoped.",
        "Whether the line can be opened in time depends on the courts, which have yet to hear the complaints.",
        "The head of the works council said that nobody had spoken with the staff before the announcement.",
        "Carriers have been adding ships to the route through ^, where ports are less crowded.",
        "The report lists ### measures, from shorter delivery times to common standards for spare parts.",
        "Investors have been waiting for a sign that orders are coming back after a long and quiet winter.",
    }};

inline const paper french{
    {"Aldermère Énergie", "Novatis", "le groupe Brégançon", "Castellane", "Aciéries du Nord", "Orion Fret",
     "Halvorsen Marine", "Cresserelle Logiciels", "Tamar", "Papeteries Lindqvist", "la Banque du Hainaut"},
    {"Italie", "Espagne", "Normandie", "Pologne", "Corée du Sud", "Belgique", "Bavière", "Catalogne", "Suède"},
    {"janvier", "mars", "avril", "juin", "septembre", "octobre", "novembre"},
    {
        "@ prévoit d'investir #,# milliards d'euros dans deux nouvelles usines en ^ d'ici 20##, a annoncé l'entreprise "
        "lundi.",
        "Le groupe a accepté de racheter la majorité de @ pour environ # milliards de dollars, en numéraire et en "
        "actions.",
        "Le chiffre d'affaires du trimestre a progressé de # % à #,## milliards d'euros, au-dessus des attentes des "
        "analystes.",
        "Le bénéfice net est tombé à ##,# millions d'euros contre ##,# millions d'euros un an plus tôt.",
        "@ va supprimer ### postes et compte économiser plus de ### millions d'euros par an à partir de 202#.",
        "Le gouvernement a approuvé jusqu'à #,# milliards d'euros d'aides pour les fabricants de batteries.",
        "L'action de @ a clôturé en hausse de # % à ##,## euros, ce qui valorise l'entreprise à ## Md€.",
        "Les deux parties négocient un prêt compris entre #00 et #00 millions d'euros, selon des sources proches du "
        "dossier.",
        "Le dividende de #,## euro par action coûtera au total ### M€ à la société.",
        "Le marché de ces équipements pesait ## milliards de dollars l'an dernier et devrait doubler d'ici 203#.",
        "Un tribunal a condamné @ à verser # ### 000 euros de dommages et intérêts à un ancien fournisseur.",
        "Le projet, annoncé en 202# avec un budget de #,# milliard d'euros, a vu son coût augmenter d'un tiers depuis.",
        "La dette de l'entreprise atteignait #,# milliards de francs suisses à la fin du mois de ~.",
        "La banque a provisionné ### millions d'euros (### millions de dollars) pour des litiges en ^.",
        "Le baril est passé sous les ## dollars pour la première fois depuis ~, la demande ayant ralenti.",
        "@ a levé plusieurs centaines de millions d'euros avant son introduction en Bourse.",
    },
    {
        "Une porte-parole de @ n'a pas souhaité commenter ces discussions, révélées par un journal local.",
        "L'entreprise n'a pas encore choisi le lieu de l'usine, mais la région figure parmi les sites étudiés.",
        "Selon les analystes, la décision était attendue depuis des mois et ne changera guère la donne pour les "
        "concurrents.",
        "Le syndicat appelle à la grève à partir du premier ~ si la direction n'améliore pas son offre.",
        "Elle emploie quelque # ### personnes en ^, et ## % de ses effectifs travaillent pour des sous-traitants.",
        "Le directeur général, à la tête de @ depuis 201#, table sur une reprise de la demande au second semestre.",
        "Le titre a perdu jusqu'à # % en début de séance avant de regagner l'essentiel du terrain à la mi-journée.",
        "Le régulateur a ouvert en 202# une enquête pour déterminer si les deux sociétés s'étaient entendues sur les "
        "prix.",
        "Les habitants craignent que le site ne consomme plus d'eau et d'électricité que la région ne peut en fournir.",
        "L'opération doit encore être approuvée par les actionnaires, qui se réuniront en ~.",
        "Les prix augmentent depuis # mois, et les économistes ne prévoient pas de baisse prochaine.",
        "Le comité a laissé les taux inchangés, comme prévu, et n'a rien laissé entendre de la suite.",
        "« Nous n'avons aucune raison de revoir nos prévisions », a déclaré le directeur financier devant la presse.",
        "Le ministère a précisé que les nouvelles règles entreraient en vigueur le ## ~ 202# pour tous les "
        "transporteurs.",
        "Les opposants estiment que les emplois promis sont peu nombreux et disparaîtront une fois les bâtiments "
        "achevés.",
        "Les exportations vers la région ont progressé en ~ pour la première fois en un an.",
        "Personne n'a souhaité être cité, aucune décision n'ayant encore été prise à ce stade.",
        "La compagnie a transporté ## millions de passagers l'an dernier, moins qu'auparavant mais plus que prévu.",
        "L'ouverture de la ligne dépend désormais des tribunaux, qui n'ont pas encore examiné les recours.",
        "Le rapport énumère ### mesures, des délais de livraison plus courts aux normes communes.",
    }};

/// At least so many bytes of a paper, of whose sentences so many in a hundred name an amount.
inline std::string pages(const paper& of, int money_percent, std::size_t bytes) {
    std::uint64_t state = 0x9e3779b97f4a7c15;
    const auto below = [&](std::size_t n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state >> 33) % n;
    };
    const auto any = [&](const std::vector<std::string_view>& all) { return all[below(all.size())]; };
    std::string text;
    while (text.size() < bytes) {
        for (std::size_t sentences = 4 + below(2); sentences > 0; --sentences) {
            const bool has_money = below(100) < static_cast<std::size_t>(money_percent);
            const std::size_t start = text.size();
            for (const char c : any(has_money ? of.with_money : of.without)) {
                switch (c) {
                case '#': text += static_cast<char>('1' + below(9)); break;
                case '@': text += any(of.companies); break;
                case '^': text += any(of.places); break;
                case '~': text += any(of.months); break;
                default: text += c;
                }
            }
            if (text[start] >= 'a' && text[start] <= 'z') text[start] = static_cast<char>(text[start] - 'a' + 'A');
            text += sentences > 1 ? " " : "\n\n";
        }
    }
    return text;
}

} // namespace news
