// What slips write alike: sums, times, and the same blocks over and over. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/rejection.h"
#include "canteen/texts/language.h"
#include "pos-client/paper/document.h"

namespace canteen::till {

inline constexpr TextStyle large_text{TextSize::large};
inline constexpr TextStyle huge_text{TextSize::huge};
inline constexpr TextStyle bold_text{TextSize::usual, true};

// "2026-11-30 11:48" and "11:48" at the site.
std::string date_and_time(Timestamp at);
std::string time_of_day(Timestamp at);

// "￥24.84", for the sums that count most.
std::string with_sign(Fen sum);

// Collects the blocks of a document, and says its texts in its language.
class Slip {
public:
    explicit Slip(Language language) { document_.language = language; }

    std::string word(std::string_view code, const std::vector<Param>& params = {}) const;
    // As a line of its own begins: "Cash".
    std::string word_of(TenderKind kind) const;
    std::string word_of(ServiceMode mode) const;
    std::string word_of(MealSlot meal) const;

    Slip& text(std::string text, TextStyle style = {}) { return add(TextBlock{std::move(text), style}); }
    Slip& center(std::string text, TextStyle style = {}) {
        return add(TextBlock{std::move(text), style, Align::center});
    }
    Slip& pair(std::string left, std::string right, TextStyle style = {}) {
        return add(PairBlock{std::move(left), std::move(right), style});
    }
    // A line that must be printed, or nothing is.
    Slip& must(std::string left, std::string right, TextStyle style = {}) {
        return add(PairBlock{std::move(left), std::move(right), style, true});
    }
    Slip& sum(std::string label, Fen sum) { return must(std::move(label), to_yuan(sum)); }
    Slip& large_sum(std::string label, Fen sum) { return must(std::move(label), with_sign(sum), large_text); }
    Slip& rule() { return add(RuleBlock{}); }
    Slip& add(Block block) {
        document_.blocks.push_back(std::move(block));
        return *this;
    }

    Language language() const { return document_.language; }
    // Ends the slip with a cut.
    Document take() {
        add(CutBlock{});
        return std::move(document_);
    }

private:
    Document document_;
};

}  // namespace canteen::till
