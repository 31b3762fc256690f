#include "canteen/cli/verb_words.h"

#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/number.h"
#include "canteen/files/cells.h"

namespace canteen {
namespace {

const std::map<std::string, bool> yes_or_no{{"yes", true}, {"no", false}};

Date date_of(const std::string& text) {
    const auto date = parse_date(text);
    if (!date) throw WrongWords("a date is like 2026-04-14");
    return *date;
}
Fen yuan_of(const std::string& text) {
    const bool taken_back = text.starts_with('-');
    const auto fen = parse_yuan(taken_back ? text.substr(1) : text);
    if (!fen) throw WrongWords("a sum is yuan like 12.60");
    return taken_back ? -*fen : *fen;
}
std::uint32_t number_of(const std::string& text) {
    const auto number = whole_number<std::uint32_t>(text);
    if (!number) throw WrongWords("'" + text + "' is no number");
    return *number;
}

}  // namespace

VerbWords::VerbWords(const std::vector<std::string>& words, std::size_t positional, const OfficeBook& book)
    : book_(book) {
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        if (places_.size() < positional) {
            places_.push_back(words[i]);
        } else if (equals == std::string::npos ||
                   !pairs_.emplace(words[i].substr(0, equals), words[i].substr(equals + 1)).second) {
            throw WrongWords("'" + words[i] + "' is one word too many");
        }
    }
    if (places_.size() < positional) throw WrongWords("words are missing");
}

void VerbWords::done() const {
    if (!pairs_.empty()) throw WrongWords("'" + pairs_.begin()->first + "' is not known here");
}

MemberId VerbWords::member(std::size_t place) const {
    const auto id = book_.member(at(place));
    if (id.is_nil()) throw WrongWords("no member has the number " + at(place));
    return id;
}

StaffId VerbWords::staff(std::size_t place) const {
    const auto id = book_.staff(at(place));
    if (id.is_nil()) throw WrongWords("nobody, or several, are called " + at(place) + ": see 'staff list' for ids");
    return id;
}

ClaimId VerbWords::claim(std::size_t place) const {
    const ClaimId id{from_hex<sizeof(Bytes16)>(at(place)).value_or(Bytes16{})};
    if (id.is_nil()) throw WrongWords("a claim is named by its id, 32 hexadecimal digits: see 'claim list'");
    return id;
}

OrderId VerbWords::order(std::size_t place) const {
    const OrderId id{from_hex<sizeof(Bytes16)>(at(place)).value_or(Bytes16{})};
    if (id.is_nil()) throw WrongWords("an order is named by its id, 32 hexadecimal digits, as the list tells it");
    return id;
}

Date VerbWords::date(std::size_t place) const {
    return date_of(at(place));
}

ClaimPeriod VerbWords::period(std::size_t place) const {
    const auto period = parse_claim_period(at(place));
    if (!period) throw WrongWords("a period is a month like 2026-04 or a quarter like 2026Q2");
    return *period;
}

Fen VerbWords::yuan(std::size_t place) const {
    return yuan_of(at(place));
}

std::uint32_t VerbWords::number(std::size_t place) const {
    return number_of(at(place));
}

std::optional<std::string> VerbWords::take(const std::string& name) {
    auto pair = pairs_.extract(name);
    return pair ? std::optional(pair.mapped()) : std::nullopt;
}

std::optional<Fen> VerbWords::take_yuan(const std::string& name) {
    const auto text = take(name);
    return text ? std::optional(yuan_of(*text)) : std::nullopt;
}

std::optional<std::uint32_t> VerbWords::take_number(const std::string& name) {
    const auto text = take(name);
    return text ? std::optional(number_of(*text)) : std::nullopt;
}

Date VerbWords::take_date(const std::string& name) {
    const auto text = take(name);
    return text ? date_of(*text) : book_.today();
}

DateRange VerbWords::take_range(const std::string& name) {
    const auto text = take(name);
    if (!text) return {};
    const auto range = parse_range(*text);
    if (!range) throw WrongWords(name + " is like 2026-01-01..2026-12-31, either end may be left out");
    return *range;
}

bool VerbWords::take_yes(const std::string& name) {
    return one_of(yes_or_no, take(name).value_or("no"));
}

Tender VerbWords::take_tender(Fen fen) {
    return {one_of(money_words, take("by").value_or("bank")), fen, take_text("reference")};
}

}  // namespace canteen
