#include "canteen/admin/audit_desk.h"

#include <spdlog/spdlog.h>

#include <memory>
#include <optional>
#include <utility>

#include "canteen/admin/audit_line.h"
#include "canteen/admin/office_replies.h"
#include "canteen/engine/run_on_writer.h"
#include "canteen/storage/readers/act_reader.h"

namespace canteen {
namespace {

using Reads = std::optional<std::vector<PersonRead>>;
using Acts = std::optional<std::vector<Act>>;

AdminText unreadable() {
    return {false, "the list cannot be read: see the server's log"};
}

AdminText busy() {
    return {false, describe(Rejection{RejectionCode::busy, {}, {}})};
}

// Nothing if so many lines may be asked for.
std::optional<AdminText> check(std::uint32_t most) {
    if (most > 0 && most <= max_audit_lines) return std::nullopt;
    return AdminText{false, "office audit [acts] [HOW MANY, at most " + std::to_string(max_audit_lines) + "]"};
}

template <class Entries, class LineOf>
std::string in_lines(const Entries& entries, LineOf line_of) {
    std::string lines;
    for (const auto& entry : entries) lines += (lines.empty() ? "" : "\n") + line_of(entry);
    return lines;
}

}  // namespace

std::string AuditDesk::who(const Actor& actor) const {
    const auto& application = engine_.application();
    return who_acted(actor, application.devices().find(actor.device), application.staff().staff());
}

void AuditDesk::list(const ListReads& asked, Reply reply) {
    if (auto wrong = check(asked.most)) return reply(*std::move(wrong));
    auto tell = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_on_writer<Reads>(
        engine_.inbox(), post_, [most = asked.most](Store& store, Writer&) { return Reads(store.person_reads(most)); },
        [this, tell](const Reads& reads) {
            if (!reads) return (*tell)(unreadable());
            const auto lines = in_lines(*reads, [this](const PersonRead& read) {
                return read_line(read, who(read.actor), engine_.application().member(read.member));
            });
            (*tell)({true, lines.empty() ? "nobody read of a person yet" : lines});
        },
        [](const std::exception& error) {
            spdlog::error("who read cannot be listed: {}", error.what());
            return Reads{};
        });
    if (!taken) (*tell)(busy());
}

void AuditDesk::list(const ListActs& asked, Reply reply) {
    if (auto wrong = check(asked.most)) return reply(*std::move(wrong));
    auto tell = std::make_shared<Reply>(std::move(reply));
    const bool taken = run_beside<Acts>(
        background_, post_,
        [database = engine_.config().database(), most = asked.most] { return Acts(newest_acts(database, most)); },
        [this, tell](const Acts& acts) {
            if (!acts) return (*tell)(unreadable());
            (*tell)({true, in_lines(*acts, [this](const Act& act) { return act_line(act, who(act.actor)); })});
        },
        [](const std::exception& error) {
            spdlog::error("who acted cannot be listed: {}", error.what());
            return Acts{};
        });
    if (!taken) (*tell)(busy());
}

}  // namespace canteen
