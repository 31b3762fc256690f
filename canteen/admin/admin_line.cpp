#include "canteen/admin/admin_line.h"

#include <unistd.h>

#include <deque>
#include <functional>
#include <optional>

#include "canteen/admin/admin_session.h"
#include "canteen/net/admin_client.h"
#include "canteen/reports/query_service.h"
#include "canteen/wire/admin_codec.h"

namespace canteen {
namespace {

bool at_once(const std::function<void()>& work) {
    return work(), true;
}

AdminReply read_reply(const std::string& bytes) {
    try {
        return decode_admin_reply(bytes);
    } catch (const CodecError& error) {
        throw AdminError(std::string("the server's reply cannot be read: ") + error.what());
    }
}

}  // namespace

// The engine turned by hand: no socket, no thread.
struct AdminLine::Self {
    explicit Self(const Config& config)
        : engine(config, make_host_clock(std::nullopt), post()),
          office(engine, post(), at_once),
          session(engine, post(), at_once, office, [](std::string_view, std::uint32_t) {}) {}

    Post post() {
        return [this](std::function<void()> work) { posted.push_back(std::move(work)); };
    }

    std::string ask(const std::string& request) {
        std::optional<std::string> reply;
        session.on_request(request, ::geteuid(), [&reply](std::string bytes) { reply = std::move(bytes); });
        while (!reply) {
            engine.application().on_committed(engine.pump().step());
            for (; !posted.empty(); posted.pop_front()) posted.front()();
        }
        return *reply;
    }

    std::deque<std::function<void()>> posted;
    Engine engine;
    QueryService office;
    AdminSession session;
};

AdminLine::AdminLine(const Config& config) : socket_(config.admin_socket().string()) {
    if (!admin_listens(socket_)) self_ = std::make_unique<Self>(config);
}

AdminLine::~AdminLine() = default;

AdminReply AdminLine::ask(const AdminRequest& request) {
    const auto bytes = encode(request);
    return read_reply(self_ ? self_->ask(bytes) : ask_admin(socket_, bytes));
}

AdminText AdminLine::tell(const AdminRequest& request) {
    auto reply = ask(request);
    if (auto* text = std::get_if<AdminText>(&reply)) return std::move(*text);
    throw AdminError("the server replied with something else");
}

}  // namespace canteen
