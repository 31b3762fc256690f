// Finds guests by what a cashier hears: a name, its initials, the last four digits of a card with it, a member number.
// Keeps how names sound until the right sheets change. One thread.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "canteen/app/phonetics.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

inline constexpr std::size_t max_candidates = 20;

class GuestFinder {
public:
    // Both outlive it.
    GuestFinder(const Replica& replica, const Phonetics& phonetics) : replica_(replica), phonetics_(phonetics) {}

    // Returns the guests whom the text fits on that day, each once, by number: at most `max_candidates`.
    std::vector<MemberId> find(const std::string& text, Date date);

private:
    struct Wanted;
    bool fits(const RightSheet& sheet, const Wanted& wanted);
    const std::vector<std::string>& spellings_of(const std::string& name);

    const Replica& replica_;
    const Phonetics& phonetics_;
    std::unordered_map<std::string, std::vector<std::string>> spellings_;  // by name; names are few thousand
};

// Returns the last four characters of a card or number; all of a shorter one.
std::string last_four_of(const std::string& number);

}  // namespace canteen::till
