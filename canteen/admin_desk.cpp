#include "canteen/admin_desk.h"

#include <charconv>
#include <deque>
#include <optional>

#include "canteen/account_words.h"
#include "canteen/errand.h"
#include "canteen/explain_desk.h"
#include "canteen/imports.h"
#include "canteen/net/admin_client.h"
#include "canteen/office_replies.h"
#include "canteen/refund_desk.h"

namespace canteen {
namespace {

AdminReply refused(std::string text) {
    return {false, std::move(text)};
}

std::optional<Role> role_of(const std::string& word) {
    if (word == "till") return Role::till;
    if (word == "kitchen") return Role::kitchen;
    if (word == "office") return Role::office;
    return std::nullopt;
}

// Members whose number is known keep their id; balances and uses are those of members that are known.
void keep_known_ids(CommandBody& body, const Application& application) {
    if (auto* opening = std::get_if<ImportBalances>(&body))
        for (auto& balance : opening->balances) balance.member = application.member_of_number(balance.number);
    if (auto* opening = std::get_if<ImportUses>(&body))
        for (auto& use : opening->uses) use.key.member = application.member_of_number(use.number);
    auto* import = std::get_if<ImportMembers>(&body);
    if (!import) return;
    for (auto& member : import->members)
        if (auto known = application.member_of_number(member.number); !known.is_nil()) member.id = known;
}

// False if it is no number, or what is imported is no scheme.
bool set_priority(CommandBody& body, const std::string& word) {
    auto* import = std::get_if<ImportScheme>(&body);
    std::uint32_t priority = 0;
    const auto* end = word.data() + word.size();
    auto [rest, error] = std::from_chars(word.data(), end, priority);
    if (!import || error != std::errc{} || rest != end) return false;
    import->priority = priority;
    return true;
}

Enrolment::Told tell_code(std::function<void(AdminReply)> reply) {
    return [reply = std::move(reply)](const std::variant<Enrolment::Enrolled, Rejection>& told) {
        if (const auto* rejection = std::get_if<Rejection>(&told)) return reply(refused(describe(*rejection)));
        reply({true, std::get<Enrolment::Enrolled>(told).code});
    };
}

}  // namespace

AdminReply reply_of(const Answer& answer, const std::string& done) {
    if (const auto* rejection = std::get_if<Rejection>(&answer.outcome)) return refused(describe(*rejection));
    return {true, done + ", COMMITTED(" + std::to_string(std::get<Committed>(answer.outcome).seq) + ")"};
}

void AdminDesk::handle(const AdminRequest& request, Reply reply) {
    const auto& verb = request.words[0];
    auto words = request.words.size();
    if (verb == "import" && (words == 2 || words == 3)) return import(request, std::move(reply));
    if (verb == "enrol" && words == 4) return enrol(request, std::move(reply));
    if (verb == "enrol-again" && words == 2) return enrol_again(request, std::move(reply));
    if (verb == "revoke" && words == 2) return revoke(request, std::move(reply));
    if (verb == "explain" && words == 9) return explain(request, std::move(reply));
    if (verb == "corrections" && words == 3) return corrections(engine_, post_, request, std::move(reply));
    if (verb == "refund" && words == 5) return refund(engine_, post_, request, std::move(reply));
    if (auto body = account_command(request, engine_.application())) return account(std::move(*body), std::move(reply));
    if (verb == "office") return counter_.words({request.words.begin() + 1, request.words.end()}, std::move(reply));
    if (verb == "json" && words == 1) return counter_.frame(request.file, std::move(reply));
    if (verb == "backup" && words == 2) return backup(request, std::move(reply));
    reply(refused("unknown request '" + verb + "'"));
}

void AdminDesk::import(const AdminRequest& request, Reply reply) {
    auto kind = import_kind(request.words[1]);
    if (!kind) return reply(refused("what to import must be menu, members, calendar, scheme, balances or uses"));
    auto body = read_import(*kind, request.file, engine_.clock().now(), engine_.random());
    if (!body) return reply(refused(to_string(body.error())));
    CommandBody command = *body;
    keep_known_ids(command, engine_.application());
    if (request.words.size() == 3 && !set_priority(command, request.words[2]))
        return reply(refused("a priority is a number, and schemes alone have one"));
    engine_.application().own().ask(std::move(command),
                                    [what = request.words[1], reply = std::move(reply)](const Answer& answer) {
                                        reply(reply_of(answer, what + " imported"));
                                    });
}

void AdminDesk::enrol(const AdminRequest& request, Reply reply) {
    auto role = role_of(request.words[1]);
    if (!role) return reply(refused("the role must be till, kitchen or office"));
    engine_.application().enrolment().enrol(*role, request.words[2], request.words[3], tell_code(std::move(reply)));
}

void AdminDesk::enrol_again(const AdminRequest& request, Reply reply) {
    engine_.application().enrolment().enrol_again(request.words[1], tell_code(std::move(reply)));
}

void AdminDesk::revoke(const AdminRequest& request, Reply reply) {
    auto device = engine_.application().device_of_name(request.words[1]);
    if (device.is_nil()) return reply(refused("no device of that name"));
    engine_.application().own().ask(
        RevokeDevice{device}, [reply = std::move(reply)](const Answer& answer) { reply(reply_of(answer, "revoked")); });
}

void AdminDesk::account(std::variant<CommandBody, std::string> asked, Reply reply) {
    if (auto* why = std::get_if<std::string>(&asked)) return reply(refused(std::move(*why)));
    engine_.application().own().ask(std::get<CommandBody>(std::move(asked)),
                                    [reply = std::move(reply)](const Answer& a) { reply(reply_of(a, "booked")); });
}

void AdminDesk::backup(const AdminRequest& request, Reply reply) {
    on_writer(
        [this, to = request.words[1]] {
            engine_.store().backup_to(to);
            return AdminReply{true, std::to_string(engine_.store().last_seq())};
        },
        std::move(reply));
}

void AdminDesk::explain(const AdminRequest& request, Reply reply) {
    const auto& w = request.words;
    auto read = read_explain({w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]});
    if (const auto* wrong = std::get_if<std::string>(&read)) return reply(refused(*wrong));
    const auto& asked = std::get<ExplainRequest>(read);
    const auto member = engine_.application().member_of_number(asked.member_number);
    if (member.is_nil()) return reply(refused(explain_text(asked.language, "refused.member_unknown")));
    const auto today = date_at_site(engine_.clock().now());
    on_writer(
        [this, asked, member, today] {
            auto told = explain_from(engine_, asked, member, today);
            if (auto* wrong = std::get_if<std::string>(&told)) return refused(std::move(*wrong));
            return AdminReply{true, std::get<Explanation>(std::move(told)).text};
        },
        std::move(reply));
}

void AdminDesk::on_writer(std::function<AdminReply()> work, Reply reply) {
    auto told = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_errand<AdminReply>(
        engine_.inbox(), post_, [work = std::move(work)](Store&, Writer&) { return work(); },
        [told](AdminReply result) { (*told)(result); }, [](const StoreError& error) { return refused(error.what()); });
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
    OfficeDesk office(engine, post, [](const std::function<void()>& work) { return work(), true; });
    AdminDesk desk(engine, post, office);
    std::optional<AdminReply> answer;
    desk.handle(request, [&answer](AdminReply reply) { answer = std::move(reply); });
    while (!answer) {
        engine.application().on_committed(engine.pump().step());
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    return *answer;
}

}  // namespace canteen
