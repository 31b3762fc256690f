#include "canteen/admin/office_replies.h"

#include <array>

#include "canteen/crypto/hash.h"
#include "canteen/texts/say.h"

namespace canteen {
namespace {

std::string params_of(const std::vector<Param>& params) {
    std::string text;
    for (const auto& param : params) text += " " + param.name + "=" + param.value;
    return text;
}

std::string line_of(const Claim& claim) {
    static constexpr std::array states{"draft", "submitted", "paid", "dropped"};
    std::string text = to_hex(as_view(claim.id.bytes)) + " " + to_string(claim.payer) + " " + to_string(claim.period) +
                       " " + states.at(static_cast<std::size_t>(claim.state) - 1) + ", " + std::to_string(claim.lines) +
                       " lines, " + to_yuan(claim.sum) + " yuan, " + to_yuan(claim.received) + " received, " +
                       std::to_string(claim.rejected.size()) + " rejected, as of row " + std::to_string(claim.as_of) +
                       "\n";
    for (const auto& finding : claim.findings) {
        text += "  finding " + std::to_string(finding.number) + ": " + std::string(name_of(finding.code)) +
                params_of(finding.params) + (finding.answer.empty() ? ", not answered" : ": " + finding.answer) + "\n";
    }
    return text;
}

struct Teller {
    const Codec& codec;

    AdminReply operator()(const MemberHits& found) const {
        std::string text;
        for (const auto& hit : found.hits)
            text += hit.number + " " + hit.name + (hit.last_four.empty() ? "" : " ****" + hit.last_four) + "\n";
        return {true, text + (found.more ? "and more" : std::to_string(found.hits.size()) + " found")};
    }
    AdminReply operator()(const ClaimsListed& listed) const {
        std::string text;
        for (const auto& claim : listed.claims) text += line_of(claim);
        return {true, text + std::to_string(listed.claims.size()) + " claims"};
    }
    // What frames a reply takes some bytes as well.
    AdminReply operator()(Document& document) const {
        constexpr std::size_t most = max_document_bytes - 1'024;
        if (document.bytes.size() <= most) return {true, std::move(document.bytes)};
        return {false, "the file is larger than " + std::to_string(most) +
                           " bytes; 'claim draw-up' writes a claim of any size"};
    }
    AdminReply operator()(const Rejection& why) const { return {false, describe(why)}; }
    template <class Record>
    AdminReply operator()(const Record& record) const {
        return {true, codec.encode_server(QueryReply{0, record}, Encoding::json)};
    }
};

}  // namespace

AdminReply told(QueryResult result, const Codec& codec) {
    return std::visit(Teller{codec}, result);
}

std::string describe(const Rejection& rejection) {
    return say(rejection, Language::en) + " (" + std::string(name_of(rejection.code)) + ")";
}

}  // namespace canteen
