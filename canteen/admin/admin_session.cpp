#include "canteen/admin/admin_session.h"

#include <spdlog/spdlog.h>

#include "canteen/admin/office_replies.h"
#include "canteen/wire/admin_codec.h"

namespace canteen {

void AdminSession::on_request(const std::string& bytes, std::uint32_t uid, Reply reply) {
    const auto tell = [reply = std::move(reply)](const AdminReply& answer) { reply(encode(answer)); };
    auto read = decode_admin_request(bytes, codec_);
    if (const auto* why = std::get_if<Rejection>(&read)) {
        note_("unreadable", uid);
        return tell(AdminText{false, "the request cannot be read: " + describe(*why)});
    }
    auto& request = std::get<AdminRequest>(read);
    note_(name_of(request), uid);
    const auto by = os_user(uid);
    try {
        if (auto* frame = std::get_if<ClientMessage>(&request)) return frames_.handle(std::move(*frame), by, tell);
        desk_.handle(std::move(request), by, tell);
    } catch (const std::exception& error) {
        spdlog::error("an admin request failed: {}", error.what());
        tell(AdminText{false, error.what()});
    }
}

}  // namespace canteen
