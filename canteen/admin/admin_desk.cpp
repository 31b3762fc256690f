#include "canteen/admin/admin_desk.h"

#include <spdlog/spdlog.h>

#include <unistd.h>

#include <charconv>
#include <deque>
#include <optional>

#include "canteen/admin/account_words.h"
#include "canteen/admin/device_line.h"
#include "canteen/admin/import_remarks.h"
#include "canteen/admin/import_report.h"
#include "canteen/admin/imports.h"
#include "canteen/admin/office_replies.h"
#include "canteen/admin/read_line.h"
#include "canteen/admin/refund_desk.h"
#include "canteen/engine/run_on_writer.h"
#include "canteen/net/admin_client.h"
#include "canteen/reports/explain_desk.h"

namespace canteen {
namespace {

constexpr std::size_t reads_listed = 50, max_reads_listed = 10'000;

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
    if (verb == "import" && words >= 2 && words <= 4) return import(request, std::move(reply));
    if (verb == "enrol" && words == 4) return enrol(request, std::move(reply));
    if (verb == "devices" && words == 1) return reply({true, list(engine_.application().devices().live())});
    if (verb == "enrol-again" && words == 2) return enrol_again(request, std::move(reply));
    if (verb == "revoke" && words == 2) return revoke(request, std::move(reply));
    if (verb == "explain" && words == 9) return explain(request, std::move(reply));
    if (verb == "corrections" && words == 3) return corrections(engine_, post_, request, std::move(reply));
    if (verb == "refund" && words == 5) return refund(engine_, post_, request, std::move(reply));
    if (auto body = account_command(request, engine_.application()))
        return account(std::move(*body), request, std::move(reply));
    if (verb == "office" && (words == 2 || words == 3) && request.words[1] == "audit")
        return audit(request, std::move(reply));
    const Actor by{DeviceId{}, Role::server, request.by};
    if (verb == "office") return counter_.words(by, {request.words.begin() + 1, request.words.end()}, std::move(reply));
    if (verb == "json" && words == 1) return counter_.frame(by, request.file, std::move(reply));
    if (verb == "backup" && words == 2) return backup(request, std::move(reply));
    reply(refused("unknown request '" + verb + "'"));
}

void AdminDesk::import(const AdminRequest& request, Reply reply) {
    auto kind = import_kind(request.words[1]);
    if (!kind) return reply(refused("what to import must be menu, members, calendar, scheme, balances or uses"));
    auto told = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_beside<Result<ImportedFile>>(
        background_, post_,
        [kind = *kind, file = request.file, now = engine_.clock().now()] {
            SystemRandom random;
            return read_import(kind, file, now, random);
        },
        [this, asked = AdminRequest{request.words, "", request.by}, told](Result<ImportedFile> read) {
            if (!read) return (*told)(refused(mistakes_text(read.mistakes(), read.remarks())));
            take_in(std::move(read), asked, std::move(*told));
        },
        [](const std::exception& error) -> Result<ImportedFile> { return FileError{0, 0, "", error.what()}; });
    if (!taken) (*told)(refused("busy"));
}

void AdminDesk::take_in(Result<ImportedFile> read, const AdminRequest& request, Reply reply) {
    auto file = std::make_shared<ImportedFile>(*read);
    auto remarks = read.remarks();
    remarks.add(remarks_on(*file, engine_.application()));
    const bool is_strict = request.words.size() == 4;
    if (is_strict && !remarks.empty()) return reply(refused("nothing is imported" + remarks_text(remarks)));
    CommandBody command = file->body;
    keep_known_ids(command, engine_.application());
    if (request.words.size() >= 3 && !request.words[2].empty() && !set_priority(command, request.words[2]))
        return reply(refused("a priority is a number, and schemes alone have one"));
    engine_.application().own().ask(
        std::move(command),
        [what = request.words[1], file, remarks, reply = std::move(reply)](const Answer& answer) {
            if (const auto* why = std::get_if<Rejection>(&answer.outcome))
                return reply(refused(refusal_text(*why, *file) + remarks_text(remarks)));
            auto told = reply_of(answer, what + " imported");
            told.text += remarks_text(remarks);
            reply(std::move(told));
        },
        request.by);
}

void AdminDesk::enrol(const AdminRequest& request, Reply reply) {
    auto role = role_of(request.words[1]);
    if (!role) return reply(refused("the role must be till, kitchen or office"));
    engine_.application().enrolment().enrol(*role, request.words[2], request.words[3], tell_code(std::move(reply)),
                                            request.by);
}

void AdminDesk::enrol_again(const AdminRequest& request, Reply reply) {
    engine_.application().enrolment().enrol_again(request.words[1], tell_code(std::move(reply)), request.by);
}

void AdminDesk::revoke(const AdminRequest& request, Reply reply) {
    const auto called = engine_.application().devices().called(request.words[1]);
    if (called.empty()) return reply(refused("no device has that name or id"));
    if (called.size() > 1)
        return reply(refused("several devices have that name, name one by its id:\n" + list(called)));
    engine_.application().own().ask(
        RevokeDevice{called.front().id},
        [reply = std::move(reply)](const Answer& answer) { reply(reply_of(answer, "revoked")); }, request.by);
}

std::string AdminDesk::list(const std::vector<Device>& devices) {
    const auto& application = engine_.application();
    std::string lines;
    for (const auto& device : devices)
        lines += (lines.empty() ? "" : "\n") +
                 device_line(device, application.devices().seen(device.id), application.sessions_of(device.id));
    return lines;
}

void AdminDesk::account(std::variant<CommandBody, std::string> asked, const AdminRequest& request, Reply reply) {
    if (auto* why = std::get_if<std::string>(&asked)) return reply(refused(std::move(*why)));
    engine_.application().own().ask(
        std::get<CommandBody>(std::move(asked)),
        [reply = std::move(reply)](const Answer& a) { reply(reply_of(a, "booked")); }, request.by);
}

void AdminDesk::audit(const AdminRequest& request, Reply reply) {
    std::size_t most = reads_listed;
    if (request.words.size() == 3) {
        const auto& word = request.words[2];
        const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), most);
        if (error != std::errc{} || rest != word.data() + word.size() || most == 0 || most > max_reads_listed)
            return reply(refused("office audit [HOW MANY, at most " + std::to_string(max_reads_listed) + "]"));
    }
    using Reads = std::optional<std::vector<PersonRead>>;
    auto tell = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_on_writer<Reads>(
        engine_.inbox(), post_, [most](Store& store, Writer&) { return Reads(store.person_reads(most)); },
        [this, tell](const Reads& reads) {
            if (!reads) return (*tell)(refused("the list cannot be read: see the server's log"));
            std::string lines;
            for (const auto& read : *reads) {
                const auto* device = engine_.application().devices().find(read.actor.device);
                const auto* member = engine_.application().member(read.member);
                lines += (lines.empty() ? "" : "\n") + read_line(read, device, member);
            }
            (*tell)({true, lines.empty() ? "nobody read of a person yet" : lines});
        },
        [](const std::exception& error) {
            spdlog::error("who read cannot be listed: {}", error.what());
            return Reads{};
        });
    if (!taken) (*tell)(refused("busy"));
}

// For a server whose file was taken away: only its own connection still has it. Else a backup is made by whoever wants
// it, beside the server.
void AdminDesk::backup(const AdminRequest& request, Reply reply) {
    auto told = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_on_writer<AdminReply>(
        engine_.inbox(), post_,
        [this, to = request.words[1]](Store&, Writer&) {
            return AdminReply{true, std::to_string(engine_.store().backup_to(to))};
        },
        [told](AdminReply result) { (*told)(std::move(result)); },
        [](const std::exception& error) { return refused(error.what()); });
    if (!taken) (*told)(refused("busy"));
}

void AdminDesk::explain(const AdminRequest& request, Reply reply) {
    const auto& w = request.words;
    auto read = read_explain({w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]});
    if (const auto* wrong = std::get_if<std::string>(&read)) return reply(refused(*wrong));
    const auto& asked = std::get<ExplainRequest>(read);
    const auto member = engine_.application().member_of_number(asked.member_number);
    if (member.is_nil()) return reply(refused(explain_text(asked.language, "refused.member_unknown")));
    const auto today = date_at_site(engine_.clock().now());
    auto told = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_beside<AdminReply>(
        background_, post_,
        [this, asked, member, today] {
            auto text = explain_from(books_, asked, member, today);
            if (auto* wrong = std::get_if<std::string>(&text)) return refused(std::move(*wrong));
            return AdminReply{true, std::get<Explanation>(std::move(text)).text};
        },
        [told](AdminReply result) { (*told)(std::move(result)); },
        [](const std::exception& error) { return refused(error.what()); });
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
    const Background at_once = [](const std::function<void()>& work) { return work(), true; };
    QueryService office(engine, post, at_once);
    AdminDesk desk(engine, post, at_once, office);
    std::optional<AdminReply> answer;
    auto ours = request;
    ours.by = os_user(::geteuid());
    desk.handle(ours, [&answer](AdminReply reply) { answer = std::move(reply); });
    while (!answer) {
        engine.application().on_committed(engine.pump().step());
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    return *answer;
}

}  // namespace canteen
