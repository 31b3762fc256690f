#include "pos-client/service/page_gate.h"

#include <algorithm>
#include <utility>

#include "canteen/app/address.h"
#include "canteen/app/origin.h"
#include "canteen/app/redeem_request.h"
#include "canteen/app/screen_cookie.h"
#include "pos-client/service/page_session.h"

namespace canteen::till {
namespace {

constexpr const char* page_path = "/till/";

HttpReply text_reply(unsigned status, std::string body) {
    HttpReply reply;
    reply.status = status;
    reply.body = std::move(body);
    return reply;
}

HttpReply refusal(unsigned status, const std::string& name) {
    auto reply = text_reply(status, "{\"error\":\"" + name + "\"}\n");
    reply.content_type = "application/json";
    return reply;
}

}  // namespace

PageGate::PageGate(std::vector<ServedTill*> tills, std::vector<std::string> hosts, bool some_are_away)
    : tills_(std::move(tills)), hosts_(std::move(hosts)), some_are_away_(some_are_away) {}

bool PageGate::knows_host(const std::string& host) const {
    return std::ranges::find(hosts_, host) != hosts_.end();
}

ServedTill* PageGate::till_of(const std::string& cookie) const {
    const auto found = std::ranges::find_if(tills_, [&](ServedTill* till) { return till->pairing().knows(cookie); });
    return found == tills_.end() ? nullptr : *found;
}

std::unique_ptr<SessionHandle> PageGate::admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) {
    if (!knows_host(visitor.host)) return why_not = "host", nullptr;
    if (visitor.origin.empty() || !is_own_origin(visitor.origin, visitor.authority, visitor.over_tls))
        return why_not = "origin", nullptr;
    if (visitor.encoding != Encoding::binary) return why_not = "binary only", nullptr;
    auto* till = till_of(visitor.cookie);
    if (!till) return why_not = "not paired", nullptr;
    return std::make_unique<PageSession>(*till, sink);
}

void PageGate::handle(const HttpRequest& request, std::function<void(HttpReply)> reply) {
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (request.target == "/healthz" && reads)
        return reply(some_are_away_ ? text_reply(503, "a till is lent\n") : text_reply(200, "ok\n"));
    if (request.target != "/enrol") return reply(text_reply(404, "not found\n"));
    if (request.method != "POST") return reply(text_reply(405, "POST only\n"));
    if (!knows_host(request.host) || !is_own_origin(request.origin, request.authority, request.over_tls))
        return reply(text_reply(403, "not our host\n"));
    reply(redeem(request));
}

HttpReply PageGate::redeem(const HttpRequest& request) {
    const auto steady = std::chrono::steady_clock::now();
    const auto from = counted_address(request.remote);
    if (!wrong_codes_.allows(from, steady)) return refusal(429, "too_many_attempts");
    const auto asked = read_redeem_request(request);
    for (auto* till : tills_) {
        const auto cookie = asked ? till->pairing().redeem(asked->code, asked->nonce, till->now()) : std::nullopt;
        if (!cookie) continue;
        HttpReply reply;
        reply.status = 303;
        reply.location = page_path;
        reply.set_cookie = set_cookie(till_cookie, *cookie, request.over_tls);
        return reply;
    }
    wrong_codes_.note_wrong(from, steady);
    return refusal(403, "code_unknown");
}

}  // namespace canteen::till
