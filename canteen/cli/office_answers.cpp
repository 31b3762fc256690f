#include "canteen/cli/office_answers.h"

#include <array>
#include <cstdlib>

#include "canteen/admin/office_replies.h"
#include "canteen/crypto/hash.h"
#include "canteen/domain/model/names.h"

namespace canteen {
namespace {

std::string line_of(const Claim& claim) {
    static constexpr std::array states{"draft", "submitted", "paid", "dropped"};
    std::string text = to_hex(as_view(claim.id.bytes)) + " " + to_string(claim.payer) + " " + to_string(claim.period) +
                       " " + states.at(static_cast<std::size_t>(claim.state) - 1) + ", " + std::to_string(claim.lines) +
                       " lines, " + to_yuan(claim.sum) + " yuan, " + to_yuan(claim.received) + " received, " +
                       std::to_string(claim.rejected.size()) + " rejected, as of row " + std::to_string(claim.as_of) +
                       "\n";
    for (const auto& finding : claim.findings) {
        text += "  finding " + std::to_string(finding.number) + ": " +
                describe("finding", std::string(name_of(finding.code)), finding.params) +
                (finding.answer.empty() ? ", not answered" : ": " + finding.answer) + "\n";
    }
    return text;
}

std::string line_of(const StaffMember& staff) {
    std::string roles;
    for (const auto role : staff.roles) roles += (roles.empty() ? "" : ",") + name_of(role);
    const auto& [from, to] = staff.valid;
    const bool is_dated = from || to;
    return to_hex(staff.id.bytes) + " " + staff.name + " " + roles +
           (is_dated ? " " + (from ? to_string(*from) : "") + ".." + (to ? to_string(*to) : "") : "") +
           (staff.pin_set_at == Timestamp{} ? ", no PIN" : "") + (staff.ended ? ", ended" : "") + "\n";
}

struct Teller {
    const Codec& codec;

    AdminText operator()(const MemberHits& found) const {
        std::string text;
        for (const auto& hit : found.hits)
            text += hit.number + " " + hit.name + (hit.last_four.empty() ? "" : " ****" + hit.last_four) + "\n";
        return {true, text + (found.more ? "and more" : std::to_string(found.hits.size()) + " found")};
    }
    AdminText operator()(const ClaimsListed& listed) const {
        std::string text;
        for (const auto& claim : listed.claims) text += line_of(claim);
        return {true, text + std::to_string(listed.claims.size()) + " claims"};
    }
    AdminText operator()(const StaffListed& listed) const {
        std::string text;
        for (const auto& staff : listed.staff) text += line_of(staff);
        return {true, text + std::to_string(listed.staff.size()) + " people"};
    }
    AdminText operator()(Document& document) const { return {true, std::move(document.bytes)}; }
    AdminText operator()(const Rejection& why) const { return {false, describe(why)}; }
    template <class Record>
    AdminText operator()(const Record& record) const {
        return {true, codec.encode_server(QueryReply{0, record}, Encoding::json)};
    }
};

}  // namespace

AdminText told(QueryResult result, const Codec& codec) {
    return std::visit(Teller{codec}, result);
}

int say(const AdminText& reply, std::ostream& out) {
    out << reply.text << "\n";
    return reply.ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace canteen
