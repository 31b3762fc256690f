#include "canteen/cli/office_client.h"

#include "canteen/admin/office_replies.h"
#include "canteen/crypto/random.h"
#include "canteen/engine/host_clock.h"

namespace canteen {
namespace {

// Returns the frame of that kind, or the text that came instead of one.
template <class Frame>
std::variant<Frame, AdminText> frame_in(AdminReply reply) {
    if (auto* text = std::get_if<AdminText>(&reply)) return std::move(*text);
    if (auto* frame = std::get_if<Frame>(&std::get<ServerMessage>(reply))) return std::move(*frame);
    throw AdminError("the server replied with something else");
}

}  // namespace

// Gives the command an id that only says which answer is meant: the server gives every command of the admin socket a
// new one.
std::variant<Answer, AdminText> OfficeClient::give(CommandBody body) {
    SystemRandom random;
    const auto id = new_id<CommandId>(make_host_clock(std::nullopt)->now(), random);
    return frame_in<Answer>(send(Submit{Command{id, std::move(body)}, "", 0, {}}));
}

AdminText OfficeClient::tell(CommandBody body, const std::string& done) {
    auto answer = give(std::move(body));
    if (auto* why = std::get_if<AdminText>(&answer)) return std::move(*why);
    return reply_of(std::get<Answer>(answer), done);
}

std::variant<QueryResult, AdminText> OfficeClient::result_of(QueryBody body) {
    auto told = frame_in<QueryReply>(send(Query{1, std::move(body)}));
    if (auto* why = std::get_if<AdminText>(&told)) return std::move(*why);
    return std::move(std::get<QueryReply>(told).result);
}

AdminText OfficeClient::refusal_in(const QueryResult& result) {
    if (const auto* why = std::get_if<Rejection>(&result)) return {false, describe(*why)};
    throw AdminError("the server replied with something else");
}

MemberId OfficeClient::member_of_number(const std::string& number) {
    const auto told = result_of(MemberOfNumber{number});
    if (const auto* why = std::get_if<AdminText>(&told)) throw AdminError(why->text);
    const auto& result = std::get<QueryResult>(told);
    if (const auto* found = std::get_if<MemberHits>(&result))
        return found->hits.empty() ? MemberId{} : found->hits.front().member;
    const auto* why = std::get_if<Rejection>(&result);
    if (why && why->code == RejectionCode::member_unknown) return {};
    throw AdminError(refusal_in(result).text);
}

Timestamp OfficeClient::now() {
    const auto pong = frame_in<Pong>(send(Ping{1}));
    if (const auto* why = std::get_if<AdminText>(&pong)) throw AdminError(why->text);
    return std::get<Pong>(pong).server_time;
}

}  // namespace canteen
