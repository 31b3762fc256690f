// The words behind a verb of the office: first those that have a place, then NAME=VALUE pairs, each name at most once
// and asked for. Pure but for what it looks up.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/model/order.h"

namespace canteen {

// Looks up what only the server knows, when a word names it.
struct OfficeBook {
    std::function<MemberId(const std::string& number)> member;  // nil if there is no such member
    std::function<Date()> today;
    // By name or id; nil if nobody has it, or several have.
    std::function<StaffId(const std::string& who)> staff = {};
};

// Thrown if the words do not fit the verb.
struct WrongWords : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Returns what the word stands for; throws WrongWords.
template <class Value>
Value one_of(const std::map<std::string, Value>& known, const std::string& word) {
    const auto found = known.find(word);
    if (found == known.end()) throw WrongWords("'" + word + "' is not known here");
    return found->second;
}

// The words for ways to pay.
inline const auto money_words = by_name<TenderKind>({TenderKind::cash, TenderKind::wechat, TenderKind::alipay,
                                                     TenderKind::unionpay, TenderKind::ecny, TenderKind::bank});

class VerbWords {
public:
    // `words` begin with noun and verb; `book` must outlive this. Throws WrongWords, as all its functions do.
    VerbWords(const std::vector<std::string>& words, std::size_t positional, const OfficeBook& book);
    // Checks that every pair was asked for.
    void done() const;

    const std::string& at(std::size_t place) const { return places_[place]; }
    MemberId member(std::size_t place) const;
    StaffId staff(std::size_t place) const;
    ClaimId claim(std::size_t place) const;
    OrderId order(std::size_t place) const;
    Date date(std::size_t place) const;
    ClaimPeriod period(std::size_t place) const;
    Fen yuan(std::size_t place) const;  // negative if it takes money back
    std::uint32_t number(std::size_t place) const;

    bool has(const std::string& name) const { return pairs_.contains(name); }
    std::optional<std::string> take(const std::string& name);
    std::string take_text(const std::string& name) { return take(name).value_or(""); }
    std::optional<Fen> take_yuan(const std::string& name);
    std::optional<std::uint32_t> take_number(const std::string& name);
    Date take_date(const std::string& name);  // today if not given
    DateRange take_range(const std::string& name);
    bool take_yes(const std::string& name);
    Tender take_tender(Fen fen);  // by= and reference=

private:
    const OfficeBook& book_;
    std::vector<std::string> places_;
    std::map<std::string, std::string> pairs_;
};

}  // namespace canteen
