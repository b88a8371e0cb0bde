// SPDX-License-Identifier: MIT
// Answers the questions of an independent oracle with the library's own arithmetic:
//
//     cambist_oracle RATES.csv IN.tsv OUT.tsv
//
// A line of IN.tsv is `id op digits inputs …`; OUT.tsv has the same lines with this library's `exact` and `rounded`.
#include <cambist/cambist.hpp>
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace cambist;

struct answer {
    std::string precise;
    std::string rounded;
};

constexpr rounding modes[] = {rounding::up,      rounding::down,      rounding::ceiling,   rounding::floor,
                              rounding::half_up, rounding::half_down, rounding::half_even, rounding::zero_five_up};

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    if (text.empty()) return parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(at, start);
        parts.emplace_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

template <class Range, class Text>
std::string join(const Range& parts, char between, Text text) {
    std::string joined;
    for (const auto& part : parts) {
        if (!joined.empty()) joined += between;
        joined += text(part);
    }
    return joined;
}

std::vector<exact> numbers(std::string_view list) {
    std::vector<exact> values;
    for (const std::string& text : split(list, ',')) values.push_back(parse_numeral(text));
    return values;
}

exact total_of(const std::vector<exact>& values) {
    exact total;
    for (const exact& value : values) total += value;
    return total;
}

class oracle {
public:
    oracle(const rate_table& rates, const rate_table& euro_rates) : rates_(rates), euro_rates_(euro_rates) {}

    answer ask(const std::string& op, int digits, const std::string& inputs) const {
        std::vector<std::string> in = split(inputs, ';');
        in.resize(8);
        try {
            return dispatch(op, digits, in);
        } catch (const stale_rate&) {
            return {"error:stale", {}};
        } catch (const no_rate&) {
            return {"error:no_rate", {}};
        } catch (const date_error&) {
            return {"error:dates", {}};
        } catch (const period_error&) {
            return {"error:dates", {}};
        } catch (const parse_error&) {
            return {"error:parse", {}};
        } catch (const limit_error&) {
            return {"error:range", {}};
        } catch (const division_by_zero&) {
            return {"error:div0", {}};
        } catch (const inexact_split&) {
            return {"error:inexact", {}};
        } catch (const weights_error&) {
            return {"error:weights", {}};
        } catch (const rate_error&) {
            return {"error:rate", {}};
        } catch (const currency_error&) {
            return {"error:currency", {}};
        }
    }

private:
    answer dispatch(const std::string& op, int digits, const std::vector<std::string>& in) const {
        const auto number = [&](std::size_t i) { return parse_numeral(in[i]); };
        if (op == "parse" || op == "round") return single(number(0), digits);
        if (op == "add") return single(number(0) + number(1), digits);
        if (op == "sub") return single(number(0) - number(1), digits);
        if (op == "mul") return single(number(0) * number(1), digits);
        if (op == "div") return single(number(0) / number(1), digits);
        if (op == "sum") return single(total_of(numbers(in[0])), digits);
        if (op == "cmp") {
            const auto order = number(0) <=> number(1);
            return single(order < 0 ? -1 : order > 0 ? 1 : 0, digits);
        }
        if (op == "sig") return significant_digits(number(0), digits);
        if (op == "chain") return chain(number(0), in[1], digits);
        if (op == "roundtrip") {
            const rate there(money<>(1, currencies::EUR), money<>(number(1), currencies::USD));
            const money<> start(number(0), currencies::EUR);
            return single(convert(convert(start, there), there).amount(), digits);
        }
        if (op == "ecb") return single(number(0) * cross(in[1], in[2], in[3], in[4]), digits);
        if (op == "mean") return single(yearly_mean(in[0], in[1]), digits);
        if (op == "rate") return single(cross(in[0], in[1], in[2], in[3]), digits);
        if (op == "alloc") return split_up(number(0), numbers(in[1]), digits);
        if (op == "phase") return spread(number(0), period(parse_day(in[1]), parse_day(in[2])), digits);
        if (op == "agg") return aggregate(in, digits);
        return {"error:unsupported", {}};
    }

    static answer single(const exact& value, int digits) {
        return {to_fraction(value), join(modes, '|', [&](rounding mode) { return to_decimal(value, {digits}, mode); })};
    }

    static answer significant_digits(const exact& value, int digits) {
        return {to_fraction(value), join(modes, '|', [&](rounding mode) {
                    return to_fraction(round(value, significant{digits}, mode).rounded);
                })};
    }

    // Each step multiplies or divides by a rate: to the other side of a quote, or back.
    static answer chain(const exact& start, const std::string& steps, int digits) {
        money<> amount(start, currencies::EUR);
        for (const std::string& step : split(steps, ',')) {
            const exact factor = parse_numeral(step.substr(1));
            if (step[0] == 'm')
                amount =
                    convert(money<>(amount.amount(), currencies::EUR), rate(1_EUR, money<>(factor, currencies::USD)));
            else
                amount =
                    convert(money<>(amount.amount(), currencies::USD), rate(1_EUR, money<>(factor, currencies::USD)));
        }
        return single(amount.amount(), digits);
    }

    currency known(const std::string& code) const {
        const currency c = parse_currency(code);
        if (!rates_.knows(c)) throw currency_error(code + " is in no quote");
        return c;
    }

    static lookup policy(const std::string& name) {
        if (name == "exact") return lookup::exactly();
        return name == "prev" ? lookup::on_or_before(unbounded)
                              : lookup::on_or_before(std::chrono::days(std::stoi(name.substr(4))));
    }

    exact cross(const std::string& from, const std::string& to, const std::string& day, const std::string& how) const {
        return convert(money<>(1, known(from)),
                       {.to = known(to), .rates = rates_, .day = parse_day(day), .how = policy(how)})
            .amount();
    }

    // Of the quotes as published: a redenomination plays no part, a ratio fixed by law for the whole year does.
    exact yearly_mean(const std::string& code, const std::string& year) const {
        const lookup mean = lookup::average(parse_period(year), unbounded);
        return convert(money<>(1, currencies::EUR), {.to = known(code), .rates = euro_rates_, .how = mean}).amount();
    }

    static answer split_up(const exact& total, const std::vector<exact>& weights, int digits) {
        const std::vector<exact> parts = allocate(total, weights, step{exact::pow10(-digits)});
        const exact weight = total_of(weights);
        return {join(weights, ',', [&](const exact& w) { return to_fraction(total * w / weight); }),
                join(parts, ',', [&](const exact& part) { return to_decimal(part, {digits}); })};
    }

    static answer spread(const exact& total, const period& over, int digits) {
        const std::vector<phase> phases = phases_of(over, phasing::actual_days);
        std::vector<exact> weights;
        for (const phase& each : phases) weights.push_back(each.share);
        const std::vector<exact> parts = allocate(total, weights, step{exact::pow10(-digits)});
        answer result;
        std::string running;
        exact sum;
        exact shown;
        for (std::size_t i = 0; i < phases.size(); ++i) {
            const std::string year = (i == 0 ? "" : ",") + std::to_string(phases[i].year()) + ":";
            result.precise += year + to_fraction(total * phases[i].share);
            result.rounded += year + to_decimal(parts[i], {digits});
            sum += total * phases[i].share;
            const exact next = round(sum, decimals{digits}).rounded;
            running += year + to_decimal(next - shown, {digits});
            shown = next;
        }
        result.rounded += "|" + running;
        return result;
    }

    answer aggregate(const std::vector<std::string>& in, int digits) const {
        const currency to = known(in[1]);
        std::map<int, exact> by_year;
        exact total;
        exact rounded_each;
        for (const std::string& item : split(in[0], ',')) {
            const std::vector<std::string> parts = split(item, '@');
            const std::chrono::sys_days day = parse_day(parts.at(2));
            const exact converted = convert(money<>(parse_numeral(parts.at(0)), known(parts.at(1))),
                                            {.to = to, .rates = rates_, .day = day, .how = policy(in[2])})
                                        .amount();
            by_year[static_cast<int>(std::chrono::year_month_day(day).year())] += converted;
            total += converted;
            rounded_each += round(converted, decimals{digits}).rounded;
        }
        answer result;
        for (const auto& [year, sum] : by_year) {
            result.precise += std::to_string(year) + ":" + to_fraction(sum) + ",";
            result.rounded += std::to_string(year) + ":" + to_decimal(sum, {digits}) + ",";
        }
        result.precise += "total:" + to_fraction(total);
        result.rounded += "total:" + to_decimal(total, {digits}) + "|" + to_decimal(rounded_each, {digits});
        return result;
    }

    const rate_table& rates_;
    const rate_table& euro_rates_; // under a law of the euro's members alone
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: cambist_oracle RATES.csv IN.tsv OUT.tsv\n", stderr);
        return 2;
    }
    try {
        rate_table::builder quotes;
        io::read_rates_file(argv[1]).add_to(quotes);
        const rate_table rates = quotes.build();
        std::vector<fixed_ratio> members;
        for (const fixed_ratio& ratio : law::standard().ratios()) {
            if (ratio.new_currency == currencies::EUR) members.push_back(ratio);
        }
        const rate_table euro_rates = quotes.law(law(std::move(members))).build();
        const oracle self(rates, euro_rates);
        std::ifstream in(argv[2], std::ios::binary);
        std::ofstream out(argv[3], std::ios::binary);
        if (!in || !out) throw io::file_error("cannot open the input or the output");
        std::string line;
        std::getline(in, line);
        out << "id\top\tdigits\tinputs\texact\trounded\tbits\n";
        while (std::getline(in, line)) {
            std::vector<std::string> fields = split(line, '\t');
            fields.resize(4);
            const answer given = self.ask(fields[1], std::stoi(fields[2]), fields[3]);
            out << fields[0] << '\t' << fields[1] << '\t' << fields[2] << '\t' << fields[3] << '\t' << given.precise
                << '\t' << given.rounded << "\t0\n";
        }
        if (!out.flush()) throw io::file_error("cannot write the output");
    } catch (const std::exception& e) {
        std::cerr << "cambist_oracle: " << e.what() << '\n';
        return 2;
    }
    return 0;
}
