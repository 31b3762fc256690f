#include "canteen/admin/admin_desk.h"

#include <spdlog/spdlog.h>

#include <memory>
#include <utility>

#include "canteen/admin/device_line.h"
#include "canteen/admin/import_remarks.h"
#include "canteen/admin/import_report.h"
#include "canteen/admin/office_replies.h"
#include "canteen/engine/run_on_writer.h"

namespace canteen {
namespace {

AdminText refused(std::string text) {
    return {false, std::move(text)};
}

// Gives members the id of their known number, so that they keep it; balances and uses go to the known members, too.
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

// Returns false if what is imported is no scheme.
bool set_priority(CommandBody& body, std::uint32_t priority) {
    auto* import = std::get_if<ImportScheme>(&body);
    if (import) import->priority = priority;
    return import != nullptr;
}

Enrolment::Told tell_code(std::function<void(AdminText)> reply) {
    return [reply = std::move(reply)](const std::variant<Enrolment::Enrolled, Rejection>& told) {
        if (const auto* rejection = std::get_if<Rejection>(&told)) return reply(refused(describe(*rejection)));
        reply({true, std::get<Enrolment::Enrolled>(told).code});
    };
}

}  // namespace

// Handles one request, with one function for each kind.
struct AdminDesk::Asked {
    AdminDesk& desk;
    const Person& by;
    Reply& reply;

    void operator()(const ClientMessage&) { reply(refused("a frame is no request of the owner")); }
    void operator()(ImportFile& file) { desk.import(std::move(file), by, std::move(reply)); }
    void operator()(const EnrolNew& device) { desk.enrol(device, by, std::move(reply)); }
    void operator()(const EnrolAgain& till) {
        desk.engine_.application().enrolment().enrol_again(till.name, tell_code(std::move(reply)), by);
    }
    void operator()(const Revoke& revoke) { desk.revoke(revoke, by, std::move(reply)); }
    void operator()(const BackUp& copy) { desk.back_up(copy, std::move(reply)); }
    void operator()(const ListDevices&) { reply({true, desk.list(desk.engine_.application().devices().live())}); }
    void operator()(const SetStaffPin& pin) { desk.pins_.set(pin, by, std::move(reply)); }
    void operator()(const ListReads& list) { desk.audit_.list(list, std::move(reply)); }
    void operator()(const ListActs& list) { desk.audit_.list(list, std::move(reply)); }
};

void AdminDesk::handle(AdminRequest request, const Person& by, Reply reply) {
    std::visit(Asked{*this, by, reply}, request);
}

void AdminDesk::import(ImportFile file, const Person& by, Reply reply) {
    auto bytes = std::make_shared<const std::string>(std::exchange(file.bytes, {}));
    auto told = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_beside<Result<ImportedFile>>(
        background_, post_,
        [kind = file.kind, bytes, now = engine_.clock().now()] {
            SystemRandom random;
            return read_import(kind, *bytes, now, random);
        },
        [this, asked = file, by, told](Result<ImportedFile> read) {
            if (!read) return (*told)(refused(mistakes_text(read.mistakes(), read.remarks())));
            take_in(std::move(read), asked, by, std::move(*told));
        },
        [](const std::exception& error) -> Result<ImportedFile> { return FileError{0, 0, "", error.what()}; });
    if (!taken) (*told)(refused(describe(Rejection{RejectionCode::busy, {}, {}})));
}

void AdminDesk::take_in(Result<ImportedFile> read, const ImportFile& asked, const Person& by, Reply reply) {
    auto file = std::make_shared<ImportedFile>(*read);
    auto remarks = read.remarks();
    remarks.add(remarks_on(*file, engine_.application()));
    if (asked.is_strict && !remarks.empty()) return reply(refused("nothing is imported" + remarks_text(remarks)));
    CommandBody command = file->body;
    keep_known_ids(command, engine_.application());
    if (asked.priority && !set_priority(command, *asked.priority))
        return reply(refused("a priority is a number, and schemes alone have one"));
    engine_.application().own().ask(
        std::move(command),
        [what = std::string(word_of(asked.kind)), file, remarks, reply = std::move(reply)](const Answer& answer) {
            if (const auto* why = std::get_if<Rejection>(&answer.outcome))
                return reply(refused(refusal_text(*why, *file) + remarks_text(remarks)));
            auto told = reply_of(answer, what + " imported");
            told.text += remarks_text(remarks);
            reply(std::move(told));
        },
        by);
}

void AdminDesk::enrol(const EnrolNew& device, const Person& by, Reply reply) {
    if (device.role == Role::server) return reply(refused("the role must be till, kitchen or office"));
    engine_.application().enrolment().enrol(device.role, device.name, device.letters, tell_code(std::move(reply)), by);
}

void AdminDesk::revoke(const Revoke& revoke, const Person& by, Reply reply) {
    const auto called = engine_.application().devices().called(revoke.device);
    if (called.empty()) return reply(refused("no device has that name or id"));
    if (called.size() > 1)
        return reply(refused("several devices have that name, name one by its id:\n" + list(called)));
    engine_.application().own().ask(
        RevokeDevice{called.front().id},
        [reply = std::move(reply)](const Answer& answer) { reply(reply_of(answer, "revoked")); }, by);
}

std::string AdminDesk::list(const std::vector<Device>& devices) {
    const auto& application = engine_.application();
    std::string lines;
    for (const auto& device : devices)
        lines += (lines.empty() ? "" : "\n") +
                 device_line(device, application.devices().seen(device.id), application.sessions_of(device.id));
    return lines;
}

// Copies the file of a server from which it was taken away: only the server's own connection still has it. Otherwise
// the subcommand makes a backup itself, beside the server.
void AdminDesk::back_up(const BackUp& copy, Reply reply) {
    auto told = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_on_writer<AdminText>(
        engine_.inbox(), post_,
        [this, to = copy.to](Store&, Writer&) {
            return AdminText{true, std::to_string(engine_.store().backup_to(to))};
        },
        [told](AdminText result) { (*told)(std::move(result)); },
        [](const std::exception& error) { return refused(error.what()); });
    if (!taken) (*told)(refused(describe(Rejection{RejectionCode::busy, {}, {}})));
}

}  // namespace canteen
