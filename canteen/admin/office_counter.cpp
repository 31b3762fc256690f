#include "canteen/admin/office_counter.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "canteen/admin/admin_desk.h"
#include "canteen/admin/member_merge_words.h"
#include "canteen/admin/office_replies.h"
#include "canteen/admin/office_words.h"
#include "canteen/admin/refund_desk.h"
#include "canteen/app/sessions/permissions.h"
#include "canteen/engine/run_on_writer.h"

namespace canteen {
namespace {

MergeView view_merge(Store& store, const Member& kept, const Member& merged, Date today) {
    MergeView view{show_member(store, kept), show_member(store, merged), {}};
    Needs needs;
    needs.use_scopes = {{merged.id, today}};
    Canteen scratch;
    store.load(needs, scratch);
    for (const auto& [key, live] : scratch.uses) view.merged_uses[key] = used_of(key.kind, live);
    return view;
}

}  // namespace

void OfficeCounter::words(const Actor& by, const std::vector<std::string>& words, Reply reply) {
    const OfficeBook book{[this](const std::string& number) { return engine_.application().member_of_number(number); },
                          date_at_site(engine_.clock().now())};
    auto read = office_ask(words, book);
    if (auto* usage = std::get_if<std::string>(&read)) return reply({false, std::move(*usage)});
    auto& asked = std::get<OfficeAsk>(read);
    if (auto* body = std::get_if<CommandBody>(&asked)) return give(by, std::move(*body), std::move(reply));
    if (const auto* line = std::get_if<RejectByPickup>(&asked)) return reject(by, *line, std::move(reply));
    if (const auto* both = std::get_if<MergeByNumbers>(&asked)) return merge(by, *both, std::move(reply));
    ask(by, std::get<QueryBody>(std::move(asked)), std::move(reply));
}

void OfficeCounter::ask(const Actor& by, QueryBody query, Reply reply) {
    if (const auto* list = std::get_if<ListClaims>(&query)) return list_claims(by, list->after, {}, std::move(reply));
    desk_.answer(by, query, [this, reply = std::move(reply)](QueryResult result) {
        reply(told(std::move(result), engine_.codec()));
    });
}

void OfficeCounter::list_claims(const Actor& by, ClaimId after, ClaimsListed before, Reply reply) {
    desk_.answer(by, ListClaims{after},
                 [this, by, before = std::move(before), reply = std::move(reply)](QueryResult result) mutable {
                     auto* part = std::get_if<ClaimsListed>(&result);
                     if (!part) return reply(told(std::move(result), engine_.codec()));
                     before.claims.insert(before.claims.end(), part->claims.begin(), part->claims.end());
                     if (!part->more) return reply(told(std::move(before), engine_.codec()));
                     const auto last = before.claims.back().id;
                     list_claims(by, last, std::move(before), std::move(reply));
                 });
}

void OfficeCounter::give(const Actor& by, CommandBody body, Reply reply) {
    engine_.application().own().ask(
        std::move(body), [reply = std::move(reply)](const Answer& a) { reply(reply_of(a, "done")); }, by.person);
}

void OfficeCounter::reject(const Actor& by, const RejectByPickup& asked, Reply reply) {
    const auto pickup = parse_pickup(asked.pickup);
    if (!pickup) return reply({false, "the pickup number must be like A012"});
    auto tell = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_on_writer<FoundOrder>(
        engine_.inbox(), post_,
        [key = PickupKey{asked.date, *pickup}](Store& store, Writer&) {
            return FoundOrder{find_order(store, key), ""};
        },
        [this, by, asked, tell](FoundOrder order) {
            if (!order.problem.empty()) return (*tell)({false, order.problem});
            give(by, RejectClaimLine{asked.claim, order.id, asked.reason, asked.borne}, std::move(*tell));
        },
        not_found);
    if (!taken) (*tell)({false, "busy"});
}

// The audit names whoever looks at two persons under both.
void OfficeCounter::merge(const Actor& by, const MergeByNumbers& asked, Reply reply) {
    const auto* kept = engine_.application().member(asked.kept);
    const auto* merged = engine_.application().member(asked.merged);
    if (!kept || !merged) return reply({false, "member_unknown"});
    if (asked.kept == asked.merged) return reply({false, "same_member"});
    auto tell = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_on_writer<std::optional<MergeView>>(
        engine_.inbox(), post_,
        [kept = *kept, merged = *merged, by, now = engine_.clock().now()](Store& store, Writer&) {
            for (const auto id : {kept.id, merged.id}) store.note_person_read({now, by, "ShowMember", id});
            return std::optional(view_merge(store, kept, merged, date_at_site(now)));
        },
        [this, by, asked, tell](const std::optional<MergeView>& view) {
            if (!view) return (*tell)({false, "report_failed"});
            if (!asked.seen) return (*tell)({true, merge_preview(*view)});
            const auto [kept_seen, merged_seen] = *asked.seen;
            engine_.application().own().ask(
                MergeMembers{asked.kept, asked.merged, kept_seen, merged_seen},
                [tell, done = merge_done(*view)](const Answer& answer) { (*tell)(reply_of(answer, done)); }, by.person);
        },
        [](const std::exception& error) {
            spdlog::error("two members could not be shown: {}", error.what());
            return std::optional<MergeView>{};
        });
    if (!taken) (*tell)({false, "busy"});
}

void OfficeCounter::frame(const Actor& by, const std::string& json, Reply reply) {
    const auto& codec = engine_.codec();
    auto read = codec.decode_client(json, Encoding::json);
    if (const auto* why = std::get_if<Rejection>(&read)) return reply({false, describe(*why)});
    auto& message = std::get<ClientMessage>(read);
    if (auto* submit = std::get_if<Submit>(&message)) {
        if (!may_give(Role::office, submit->command.body)) return reply({false, "not_permitted"});
        return engine_.application().own().ask(
            std::move(submit->command.body),
            [&codec, reply = std::move(reply)](const Answer& answer) {
                reply({std::holds_alternative<Committed>(answer.outcome), codec.encode_server(answer, Encoding::json)});
            },
            by.person);
    }
    if (const auto* unreadable = std::get_if<UnreadableQuery>(&message))
        return reply({false, describe(unreadable->why)});
    auto* query = std::get_if<Query>(&message);
    if (!query) return reply({false, "only a command or a query"});
    desk_.answer(by, query->body, [&codec, id = query->id, reply = std::move(reply)](QueryResult result) {
        const bool ok = !std::holds_alternative<Rejection>(result);
        reply({ok, codec.encode_server(QueryReply{id, std::move(result)}, Encoding::json)});
    });
}

}  // namespace canteen
