#include "canteen/admin/refund_desk.h"

#include <spdlog/spdlog.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>

#include "canteen/admin/admin_desk.h"
#include "canteen/admin/office_replies.h"
#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/engine/run_on_writer.h"
#include "canteen/reports/corrections.h"

namespace canteen {
namespace {

using Reply = std::function<void(AdminReply)>;

// Takes a whole number off the front; nothing if there is none.
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

std::optional<RefundReason> reason_of(const std::string& word) {
    static const std::map<std::string, RefundReason> reasons{{"guest_asked", RefundReason::guest_asked},
                                                             {"wrong_entry", RefundReason::wrong_entry},
                                                             {"not_served", RefundReason::not_served},
                                                             {"quality", RefundReason::quality},
                                                             {"correction", RefundReason::correction}};
    const auto found = reasons.find(word);
    return found == reasons.end() ? std::nullopt : std::optional(found->second);
}

std::string describe(const Answer& answer) {
    const auto* committed = std::get_if<Committed>(&answer.outcome);
    std::string text = "refunded";
    if (!committed) return text;
    static constexpr std::array names{
        "cash", "wechat", "alipay", "stored value", "allowance", "points", "employer's account", "bank"};
    for (const auto& tender : committed->paid_back)
        text += ", " + to_yuan(tender.amount) + " by " + names.at(static_cast<std::size_t>(tender.kind) - 1);
    return text;
}

}  // namespace

FoundOrder not_found(const std::exception& error) {
    spdlog::error("an order could not be looked up: {}", error.what());
    return {{}, std::string(name_of(RejectionCode::report_failed))};
}

OrderId find_order(Store& store, const PickupKey& key) {
    Canteen scratch;
    Needs needs;
    needs.pickups = {key};
    store.load(needs, scratch);
    return scratch.pickups.at(key).value_or(OrderId{});
}

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

void refund(Engine& engine, const Post& post, const AdminRequest& request, Reply reply) {
    const auto date = parse_date(request.words[1]);
    const auto number = parse_pickup(request.words[2]);
    const auto reason = reason_of(request.words[3]);
    auto lines = parse_refund_lines(request.words[4]);
    if (!date) return reply({false, "the date must be like 2026-04-14"});
    if (!number) return reply({false, "the pickup number must be like A012"});
    if (!reason)
        return reply({false, "the reason must be guest_asked, wrong_entry, not_served, quality or correction"});
    if (!lines) return reply({false, "lines must be like 2x1,3x350"});
    const auto id = new_id<RefundId>(engine.clock().now(), engine.random());
    auto told = std::make_shared<Reply>(std::move(reply));
    auto ask = [&engine, told, by = request.by,
                body = Refund{id, {}, *std::move(lines), *reason, {}}](OrderId order) mutable {
        body.order = order;
        engine.application().own().ask(
            std::move(body), [told](const Answer& answer) { (*told)(reply_of(answer, describe(answer))); }, by);
    };
    const bool taken = run_on_writer<FoundOrder>(
        engine.inbox(), post,
        [key = PickupKey{*date, *number}](Store& store, Writer&) { return FoundOrder{find_order(store, key), ""}; },
        [ask, told](FoundOrder order) mutable {
            if (!order.problem.empty()) return (*told)({false, order.problem});
            ask(order.id);
        },
        not_found);
    if (!taken) (*told)({false, "busy"});
}

void corrections(Engine& engine, const Post& post, const AdminRequest& request, Reply reply) {
    const auto member = engine.application().member_of_number(request.words[1]);
    const auto from = parse_date(request.words[2]);
    if (member.is_nil()) return reply({false, "no member has that number"});
    if (!from) return reply({false, "the date must be like 2026-04-14"});
    const auto told = [reply = std::move(reply)](const Corrections& listed) {
        if (const auto* why = std::get_if<Rejection>(&listed)) return reply({false, describe(*why)});
        reply({true, std::get<std::string>(listed)});
    };
    list_corrections(engine, post, member, *from, told, request.by);
}

}  // namespace canteen
