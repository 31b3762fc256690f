#include "canteen/cli/refund_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "canteen/admin/office_replies.h"
#include "canteen/crypto/random.h"
#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/names.h"
#include "canteen/files/cells.h"
#include "canteen/texts/say.h"

namespace canteen {
namespace {

// Takes a whole number off the front; returns nothing if there is none.
std::optional<std::uint32_t> take_number(std::string_view& text) {
    std::uint32_t value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    return value;
}

bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}

// Those that the office may give by hand.
std::optional<RefundReason> reason_of(const std::string& word) {
    static const auto reasons =
        by_name<RefundReason>({RefundReason::guest_asked, RefundReason::wrong_entry, RefundReason::not_served,
                               RefundReason::quality, RefundReason::correction});
    const auto found = reasons.find(word);
    return found == reasons.end() ? std::nullopt : std::optional(found->second);
}

std::string paid_back_by(const std::vector<Tender>& paid_back) {
    std::string text;
    for (const auto& tender : paid_back)
        text += ", " + to_yuan(tender.amount) + " by " + say("tender." + name_of(tender.kind), {}, Language::en);
    return text;
}

}  // namespace

std::optional<PickupNumber> parse_pickup(std::string_view typed) {
    const auto normal = normal_number(typed);
    std::string_view text = normal;
    const auto digits = std::find_if(text.begin(), text.end(), is_digit);
    PickupNumber number{std::string(text.begin(), digits), 0};
    text.remove_prefix(number.letters.size());
    const auto count = take_number(text);
    const bool is_lettered = !number.letters.empty() && std::ranges::all_of(number.letters, is_letter);
    if (!count || !text.empty() || !is_lettered) return std::nullopt;
    number.count = *count;
    return number;
}

std::optional<std::vector<RefundLine>> parse_refund_lines(std::string_view text) {
    std::vector<RefundLine> lines;
    while (!text.empty()) {
        const auto line = take_number(text);
        if (!line || !text.starts_with('x')) return std::nullopt;
        text.remove_prefix(1);
        const auto amount = take_number(text);
        if (!amount) return std::nullopt;
        lines.push_back({LineId{*line}, *amount});
        if (text.empty()) break;
        if (!text.starts_with(',') || text.size() == 1) return std::nullopt;
        text.remove_prefix(1);
    }
    return lines;
}

std::variant<RefundAsk, std::string> refund_ask(const RefundWords& words) {
    const auto date = parse_date(words.date);
    const auto number = parse_pickup(words.number);
    const auto reason = reason_of(words.reason);
    auto lines = parse_refund_lines(words.lines);
    if (!date) return "the date must be like 2026-04-14";
    if (!number) return "the pickup number must be like A012";
    if (!reason) return "the reason must be guest_asked, wrong_entry, not_served, quality or correction";
    if (!lines) return "lines must be like 2x1,3x350";
    return RefundAsk{{*date, *number}, *reason, *std::move(lines)};
}

AdminText refund(OfficeClient& office, const RefundWords& words) {
    auto read = refund_ask(words);
    if (auto* wrong = std::get_if<std::string>(&read)) return {false, std::move(*wrong)};
    auto& asked = std::get<RefundAsk>(read);
    auto found = office.ask<OrderFound>(asked.order);
    if (auto* why = std::get_if<AdminText>(&found)) return std::move(*why);
    SystemRandom random;
    auto answer = office.give(Refund{new_id<RefundId>(office.now(), random),
                                     std::get<OrderFound>(found).order,
                                     std::move(asked.lines),
                                     asked.reason,
                                     {}});
    if (auto* why = std::get_if<AdminText>(&answer)) return std::move(*why);
    const auto& outcome = std::get<Answer>(answer);
    const auto* committed = std::get_if<Committed>(&outcome.outcome);
    return reply_of(outcome, "refunded" + (committed ? paid_back_by(committed->paid_back) : ""));
}

}  // namespace canteen
