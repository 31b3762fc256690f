// All members by what somebody at a counter knows of them: number, card, end of the ID number, name, or how the name
// sounds. Owned by the I/O thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "canteen/app/id_mark.h"
#include "canteen/app/phonetics.h"
#include "canteen/app/query.h"
#include "canteen/crypto/locked_memory.h"
#include "canteen/domain/model/event.h"

namespace canteen {

// Fewer of the last digits of an ID number fit too many persons; more than a till is shown would tell it the birth
// date. The office: max_id_end_digits.
inline constexpr std::size_t min_id_end_digits = 3;
inline constexpr std::size_t max_id_end_digits_of_till = 4;

class MemberDirectory {
public:
    // `phonetics` outlives it; null: no name is found by its sound.
    MemberDirectory(const Phonetics* phonetics, const std::vector<Member>& members);

    void apply(const Event& event);

    // Returns the member of that number, or of one that was merged into their record; nil if there is none.
    MemberId member_of_number(const std::string& number) const;
    // Finds the members the text fits, in normal form and whatever blanks and dots a name is written with; the
    // likeliest first: their number, active card or whole ID number; a name that begins so; then by number a name that
    // holds it, one that may be spelled so, and an ID number that ends so. At most `most` (0: as many as there may be)
    // and never more than max_member_hits. Nobody by a whole ID number, or by more of its end than a till is shown,
    // unless `may_find_by_id`; nobody by a text that is empty or longer than max_search_bytes.
    MemberHits find(std::string_view text, std::uint32_t most, bool may_find_by_id) const;

private:
    // The parts of a member that are searched and shown, and nothing else.
    struct Entry {
        MemberId id;
        std::string number;
        std::string name;
        IdMark id_number;
        std::string number_key, name_key;  // in normal form
        std::string spellings;             // each behind a line feed
        std::vector<std::string> cards;    // active ones
        std::vector<std::string> former;   // numbers of records that were merged into this one
    };
    struct Wanted;
    struct Match;

    void record(const Member& member);
    void erase(MemberId id);
    std::string key_of(const std::string& name) const;
    Entry entry_of(const Member& member) const;

    const Phonetics* phonetics_;
    LockedKey mark_key_;          // of this directory alone
    std::vector<Entry> entries_;  // in no order
    std::unordered_map<MemberId, std::size_t> places_;
    std::unordered_map<std::string, MemberId> by_number_;
};

}  // namespace canteen
