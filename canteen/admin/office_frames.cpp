#include "canteen/admin/office_frames.h"

#include <utility>

#include "canteen/app/sessions/permissions.h"

namespace canteen {
namespace {

// Leaves room for the frame around the document.
constexpr std::size_t max_whole_document_bytes = max_document_bytes - 1'024;

AdminReply frame_of(ServerMessage message) {
    return message;
}

AdminReply reply_to(std::uint64_t query, QueryResult result) {
    const auto* document = std::get_if<Document>(&result);
    if (!document || document->bytes.size() <= max_whole_document_bytes)
        return frame_of(QueryReply{query, std::move(result)});
    return AdminText{false, "the file is larger than " + std::to_string(max_whole_document_bytes) +
                                " bytes; 'claim draw-up' writes a claim of any size"};
}

}  // namespace

void OfficeFrames::handle(ClientMessage frame, const Person& by, const Reply& reply) {
    std::visit([&](auto& message) { on(std::move(message), by, reply); }, frame);
}

void OfficeFrames::on(Submit submit, const Person& by, const Reply& reply) {
    if (submit.device_seq != 0) return refuse(reply);
    auto& command = submit.command;
    if (!may_give(Role::office, command.body))
        return reply(frame_of(Answer{command.id, 0, not_permitted(Role::office, name_of(command.body))}));
    engine_.application().own().ask(
        std::move(command.body),
        [reply, asked = command.id](Answer answer) {
            answer.command = asked;
            reply(frame_of(std::move(answer)));
        },
        by);
}

void OfficeFrames::on(const Query& query, const Person& by, const Reply& reply) {
    if (!may_ask(Role::office, query.body))
        return reply(reply_to(query.id, not_permitted(Role::office, kind_of(query.body).name)));
    desk_.answer(Actor{DeviceId{}, Role::server, by}, query.body,
                 [reply, id = query.id](QueryResult result) { reply(reply_to(id, std::move(result))); });
}

void OfficeFrames::on(const UnreadableQuery& query, const Person&, const Reply& reply) {
    reply(reply_to(query.id, query.why));
}

void OfficeFrames::on(const Ping& ping, const Person&, const Reply& reply) {
    reply(frame_of(Pong{ping.token, engine_.clock().now(), engine_.application().seq()}));
}

void OfficeFrames::refuse(const Reply& reply) {
    reply(AdminText{false, "only a command, a query or a ping"});
}

}  // namespace canteen
