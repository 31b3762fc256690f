#include "canteen/app/sessions/member_directory.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "canteen/crypto/random.h"
#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/paper.h"
#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

constexpr std::string_view u_with_dots[] = {"\xc3\xbc", "\xc3\x9c"};

// The text as Phonetics spells, after a line feed; "" if it is no spelling.
std::string typed_spelling(std::string_view text) {
    std::string typed = "\n";
    while (!text.empty()) {
        const auto* dotted = std::ranges::find_if(u_with_dots, [&](auto u) { return text.starts_with(u); });
        const bool is_dotted = dotted != std::end(u_with_dots);
        const char c = is_dotted ? 'v' : text.front();
        text.remove_prefix(is_dotted ? dotted->size() : 1);
        if (c == ' ' || c == '\'') continue;
        if (c >= 'A' && c <= 'Z') {
            typed += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || is_digit(c)) {
            typed += c;
        } else {
            return "";
        }
    }
    return typed.size() > 1 ? typed : "";
}

// The text as the end of an ID number; "" if it is none that may be asked for.
std::string typed_id_end(std::string_view text, bool may_find_by_id) {
    auto end = normal_number(text);
    const auto most = may_find_by_id ? max_id_end_digits : max_id_end_digits_of_till;
    if (end.size() < min_id_end_digits || end.size() > most) return "";
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(end, is_digit));
    return digits == end.size() || (digits + 1 == end.size() && end.back() == 'X') ? end : "";
}

std::string typed_id(std::string_view text, bool may_find_by_id) {
    auto id_number = normalise_id_number(std::string(text));
    return may_find_by_id && is_paper_number(id_number) ? id_number : "";
}

// As much of an ID number as tells two persons of one name apart.
constexpr std::size_t shown_characters = 4;

}  // namespace

enum class Fit : std::uint8_t { exact, name_begins, otherwise };

struct MemberDirectory::Wanted {
    std::string number, name;      // the text in normal form, and as the key of a name
    std::string spelling, id_end;  // "": the text is none
    IdMark id_number;

    std::optional<Fit> fit_of(const Entry& entry) const {
        const bool is_card = std::ranges::find(entry.cards, number) != entry.cards.end();
        const bool is_former = std::ranges::find(entry.former, number) != entry.former.end();
        if (entry.number_key == number || is_card || is_former || id_number.is_of_the_number_of(entry.id_number))
            return Fit::exact;
        const auto place = name.empty() ? std::string::npos : entry.name_key.find(name);
        if (place == 0) return Fit::name_begins;
        const bool sounds = !spelling.empty() && entry.spellings.find(spelling) != std::string::npos;
        const bool ends = !id_end.empty() && entry.id_number.ends_with(id_end);
        if (place != std::string::npos || sounds || ends) return Fit::otherwise;
        return std::nullopt;
    }
};

struct MemberDirectory::Match {
    Fit fit;
    const Entry* entry;
    // A longer number is the higher one.
    bool operator<(const Match& other) const {
        const auto key = [](const Match& m) {
            return std::tuple(m.fit, m.entry->number.size(), std::string_view(m.entry->number), m.entry->id);
        };
        return key(*this) < key(other);
    }
};

MemberDirectory::MemberDirectory(const Phonetics* phonetics, const std::vector<Member>& members)
    : phonetics_(phonetics) {
    SystemRandom().fill(mark_key_.key());
    for (const auto& member : members) record(member);
}

void MemberDirectory::apply(const Event& event) {
    if (const auto* recorded = std::get_if<MemberRecorded>(&event)) record(recorded->member);
    if (const auto* erased = std::get_if<MemberErased>(&event)) erase(erased->member);
}

std::string MemberDirectory::key_of(const std::string& name) const {
    return phonetics_ ? phonetics_->key_of(name) : name_key(name);
}

MemberDirectory::Entry MemberDirectory::entry_of(const Member& member) const {
    Entry entry{member.id,
                member.number,
                member.name,
                IdMark(mark_key_, member.id_number),
                normal_number(member.number),
                key_of(member.name),
                "",
                {},
                {}};
    for (const auto& merged : member.merged) entry.former.push_back(normal_number(merged.number));
    for (const auto& card : member.cards)
        if (card.state == CardState::active) entry.cards.push_back(normal_number(card.number));
    if (!phonetics_) return entry;
    for (const auto& spelling : phonetics_->spellings_of(member.name)) entry.spellings += "\n" + spelling;
    return entry;
}

void MemberDirectory::record(const Member& member) {
    erase(member.id);
    if (member.is_merged()) return;  // found as the one it was merged into
    places_.emplace(member.id, entries_.size());
    entries_.push_back(entry_of(member));
    by_number_[entries_.back().number_key] = member.id;
    for (const auto& number : entries_.back().former) by_number_[number] = member.id;
}

void MemberDirectory::erase(MemberId id) {
    const auto found = places_.find(id);
    if (found == places_.end()) return;
    auto& gone = entries_[found->second];
    auto numbers = gone.former;
    numbers.push_back(gone.number_key);
    for (const auto& number : numbers) {
        const auto holder = by_number_.find(number);
        if (holder != by_number_.end() && holder->second == id) by_number_.erase(holder);
    }
    std::swap(gone, entries_.back());
    places_[gone.id] = found->second;
    places_.erase(id);
    entries_.pop_back();
}

MemberId MemberDirectory::member_of_number(const std::string& number) const {
    const auto found = by_number_.find(normal_number(number));
    return found == by_number_.end() ? MemberId{} : found->second;
}

MemberHits MemberDirectory::find(std::string_view text, std::uint32_t most, bool may_find_by_id) const {
    const auto typed = text.size() > max_search_bytes ? "" : trimmed(text);
    if (typed.empty()) return {};
    const Wanted wanted{normal_number(typed), key_of(typed), typed_spelling(normal_code(typed)),
                        typed_id_end(typed, may_find_by_id), IdMark(mark_key_, typed_id(typed, may_find_by_id))};
    std::vector<Match> matches;
    for (const auto& entry : entries_)
        if (const auto fit = wanted.fit_of(entry)) matches.push_back({*fit, &entry});

    const std::size_t wanted_hits = most == 0 ? max_member_hits : std::min(most, max_member_hits);
    const auto shown = std::min(matches.size(), wanted_hits);
    std::partial_sort(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(shown), matches.end());
    MemberHits found;
    found.more = matches.size() > shown;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& entry = *matches[i].entry;
        found.hits.push_back(
            {entry.id, entry.number, entry.name, std::string(entry.id_number.end_of(shown_characters))});
    }
    return found;
}

}  // namespace canteen
