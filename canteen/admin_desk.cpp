#include "canteen/admin_desk.h"

#include <deque>
#include <optional>

#include "canteen/imports.h"
#include "canteen/net/admin_client.h"

namespace canteen {
namespace {

AdminReply refused(std::string text) {
    return {false, std::move(text)};
}

std::string describe(const Rejection& rejection) {
    std::string text(name_of(rejection.code));
    for (const auto& param : rejection.params) text += " " + param.name + "=" + param.value;
    return text;
}

AdminReply reply_of(const Answer& answer, const std::string& done) {
    if (const auto* rejection = std::get_if<Rejection>(&answer.outcome)) return refused(describe(*rejection));
    return {true, done + ", COMMITTED(" + std::to_string(std::get<Committed>(answer.outcome).seq) + ")"};
}

std::optional<Role> role_of(const std::string& word) {
    if (word == "till") return Role::till;
    if (word == "kitchen") return Role::kitchen;
    if (word == "office") return Role::office;
    return std::nullopt;
}

// Members whose number is known keep their id.
void keep_known_ids(CommandBody& body, const Application& application) {
    auto* import = std::get_if<ImportMembers>(&body);
    if (!import) return;
    for (auto& member : import->members)
        if (auto known = application.member_of_number(member.number); !known.is_nil()) member.id = known;
}

}  // namespace

void AdminDesk::handle(const AdminRequest& request, Reply reply) {
    const auto& verb = request.words[0];
    auto words = request.words.size();
    if (verb == "import" && words == 2) return import(request, std::move(reply));
    if (verb == "enrol" && words == 4) return enrol(request, std::move(reply));
    if (verb == "revoke" && words == 2) return revoke(request, std::move(reply));
    if (verb == "backup" && words == 2) return backup(request, std::move(reply));
    reply(refused("unknown request '" + verb + "'"));
}

void AdminDesk::import(const AdminRequest& request, Reply reply) {
    auto kind = import_kind(request.words[1]);
    if (!kind) return reply(refused("what to import must be menu, members, calendar or scheme"));
    auto body = read_import(*kind, request.file, engine_.clock().now(), engine_.random());
    if (!body) return reply(refused(to_string(body.error())));
    CommandBody command = *body;
    keep_known_ids(command, engine_.application());
    engine_.application().own().ask(std::move(command),
                                    [what = request.words[1], reply = std::move(reply)](const Answer& answer) {
                                        reply(reply_of(answer, what + " imported"));
                                    });
}

void AdminDesk::enrol(const AdminRequest& request, Reply reply) {
    auto role = role_of(request.words[1]);
    if (!role) return reply(refused("the role must be till, kitchen or office"));
    engine_.application().enrolment().enrol(*role, request.words[2], request.words[3],
                                            [reply = std::move(reply)](const auto& told) {
                                                if (const auto* rejection = std::get_if<Rejection>(&told))
                                                    return reply(refused(describe(*rejection)));
                                                const auto& enrolled = std::get<Enrolment::Enrolled>(told);
                                                reply({true, enrolled.code});
                                            });
}

void AdminDesk::revoke(const AdminRequest& request, Reply reply) {
    auto device = engine_.application().device_of_name(request.words[1]);
    if (device.is_nil()) return reply(refused("no device of that name"));
    engine_.application().own().ask(
        RevokeDevice{device}, [reply = std::move(reply)](const Answer& answer) { reply(reply_of(answer, "revoked")); });
}

void AdminDesk::backup(const AdminRequest& request, Reply reply) {
    auto told = std::make_shared<Reply>(std::move(reply));
    bool taken = engine_.inbox().offer([this, to = request.words[1], told](Store&, Writer&) {
        AdminReply result;
        try {
            engine_.store().backup_to(to);
            result.text = std::to_string(engine_.store().last_seq());
        } catch (const StoreError& error) {
            result = refused(error.what());
        }
        post_([told, result] { (*told)(result); });
    });
    if (!taken) (*told)(refused("busy"));
}

AdminReply ask_server_or_self(const Config& config, const AdminRequest& request) {
    if (admin_listens(config.admin_socket().string())) {
        auto reply = decode_admin_reply(ask_admin(config.admin_socket().string(), encode(request)));
        if (!reply) throw AdminError("the server's reply cannot be read");
        return *reply;
    }
    std::deque<std::function<void()>> posted;
    Post post = [&posted](std::function<void()> work) { posted.push_back(std::move(work)); };
    Engine engine(config, make_host_clock(std::nullopt), post);
    AdminDesk desk(engine, post);
    std::optional<AdminReply> answer;
    desk.handle(request, [&answer](AdminReply reply) { answer = std::move(reply); });
    while (!answer) {
        engine.application().on_committed(engine.pump().step());
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    return *answer;
}

}  // namespace canteen
