#include "canteen/app/sessions/questions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "canteen/app/sessions/permissions.h"

namespace canteen {
namespace {

// One part, even of an empty file.
std::vector<ServerMessage> parts_of(std::uint64_t id, const Document& whole) {
    std::vector<ServerMessage> parts;
    std::size_t from = 0;
    do {
        auto bytes = whole.bytes.substr(from, document_part_bytes);
        from += document_part_bytes;
        parts.emplace_back(
            QueryReply{id, Document{whole.name, whole.media_type, std::move(bytes), from >= whole.bytes.size()}});
    } while (from < whole.bytes.size());
    return parts;
}

// Findings and rejected lines of the newest claims, as many as a frame has room for; drafts keep theirs.
void keep_to_a_frame(ClaimsListed& listed) {
    std::size_t details = 0;
    for (auto claim = listed.claims.rbegin(); claim != listed.claims.rend(); ++claim) {
        details += claim->findings.size() + claim->rejected.size();
        if (details <= max_listed_details || claim->state == ClaimState::draft) continue;
        claim->findings.clear();
        claim->rejected.clear();
    }
}

std::vector<ServerMessage> messages_of(std::uint64_t id, QueryResult result) {
    if (auto* listed = std::get_if<ClaimsListed>(&result)) keep_to_a_frame(*listed);
    const auto* document = std::get_if<Document>(&result);
    if (!document) return {QueryReply{id, std::move(result)}};
    if (document->bytes.size() <= max_sent_document_bytes) return parts_of(id, *document);
    return {QueryReply{
        id, Rejection{RejectionCode::amount_invalid, {{"most", std::to_string(max_sent_document_bytes)}}, {}}}};
}

}  // namespace

void Questions::ask(const Actor& actor, Query query) {
    if (!may_ask(actor.role, query.body)) return refuse(query.id, not_permitted(actor.role, kind_of(query.body).name));
    if (!desk_) return refuse(query.id, {RejectionCode::query_unknown, {}, {}});
    if (*open_ >= max_open_queries) return refuse(query.id, {RejectionCode::busy, {}, {}});
    ++*open_;
    desk_->answer(actor, query.body,
                  [&hub = hub_, session = session_, open = open_, id = query.id](QueryResult result) {
                      --*open;
                      hub.send_in_order(session, messages_of(id, std::move(result)));
                  });
}

void Questions::refuse(std::uint64_t id, Rejection why) {
    hub_.send(session_, QueryReply{id, std::move(why)});
}

}  // namespace canteen
