#include "pos-client/counter/guest_finder.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"

namespace canteen::till {
namespace {

constexpr std::size_t digits_heard = 4;

bool is_letters(const std::string& text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

// "1234 陈" or "陈1234" are the last four digits and a name.
void split_digits(const std::string& text, std::string& digits, std::string& name) {
    for (const char c : text) (is_digit(c) ? digits : name) += c;
    if (digits.size() == digits_heard) return;
    digits.clear();
    name = text;
}

}  // namespace

struct GuestFinder::Wanted {
    std::string number;  // as a member number
    std::string digits;  // the last four of a card or ID number; "": not said
    std::string name;    // as a key; "": not said
    bool sounds = false;
};

std::string last_four_of(const std::string& number) {
    return number.size() <= digits_heard ? number : number.substr(number.size() - digits_heard);
}

bool GuestFinder::fits(const RightSheet& sheet, const Wanted& wanted) {
    if (!wanted.number.empty() && sheet.member_number == wanted.number) return true;
    if (!wanted.digits.empty()) {
        const auto ends = [&](const std::string& card) { return last_four_of(card) == wanted.digits; };
        if (sheet.last_four != wanted.digits && std::ranges::none_of(sheet.cards, ends)) return false;
        if (wanted.name.empty()) return true;
    }
    if (wanted.name.empty()) return false;
    if (wanted.sounds) {
        const auto begins = [&](const std::string& spelling) { return spelling.starts_with(wanted.name); };
        return std::ranges::any_of(spellings_of(sheet.name), begins);
    }
    return phonetics_.key_of(sheet.name).find(wanted.name) != std::string::npos;
}

const std::vector<std::string>& GuestFinder::spellings_of(const std::string& name) {
    const auto known = spellings_.find(name);
    if (known != spellings_.end()) return known->second;
    return spellings_.emplace(name, phonetics_.spellings_of(name)).first->second;
}

std::vector<MemberId> GuestFinder::find(const std::string& text, Date date) {
    Wanted wanted;
    wanted.number = normal_number(text);
    split_digits(name_key(text), wanted.digits, wanted.name);
    wanted.sounds = is_letters(wanted.name);
    if (!wanted.sounds) wanted.name = phonetics_.key_of(wanted.name);

    std::vector<std::pair<std::string, MemberId>> found;
    replica_.each_sheet_on(date, [&](const RightSheet& sheet) {
        if (sheet.has_number() && fits(sheet, wanted)) found.emplace_back(sheet.member_number, sheet.member);
    });
    std::ranges::sort(found);
    std::vector<MemberId> guests;
    for (const auto& [number, member] : found)
        if (guests.size() < max_candidates) guests.push_back(member);
    return guests;
}

}  // namespace canteen::till
