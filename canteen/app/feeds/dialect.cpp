#include "canteen/app/feeds/dialect.h"

#include <variant>

namespace canteen {
namespace {

// Since protocol 2.
void leave_out_second(Welcome& welcome) {
    welcome.offline_accounts.reset();
    welcome.canteen = {};
    welcome.pace = 1;
    welcome.protocol = 1;
}

void leave_out_second(FeedFrame& frame) {
    frame.balances.clear();
}

void leave_out_second(const auto&) {}

// Since protocol 3.
void leave_out_third(Welcome& welcome) {
    welcome.open_shift.reset();
    welcome.head_key = {};
    welcome.kitchen_listens = false;
    welcome.protocol = 2;
}

void leave_out_third(Pong& pong) {
    pong.head.reset();
    pong.kitchen_listens = false;
}

// A screen that does not know of slips would have it cooked a second time.
void hide_from_cooks(Ticket& ticket) {
    if (!ticket.on_paper) return;
    ticket.hand_over();
    ticket.on_paper = false;
}

void leave_out_third(FeedFrame& frame) {
    frame.staff.clear();
    for (auto& ticket : frame.tickets) hide_from_cooks(ticket);
}

// Money that goes back a way it does not know is a transfer to it.
void spare(std::vector<Tender>& tenders) {
    for (auto& tender : tenders)
        if (tender.kind > TenderKind::bank) tender.kind = TenderKind::bank;
}

void leave_out_third(Answer& answer) {
    if (auto* committed = std::get_if<Committed>(&answer.outcome)) spare(committed->paid_back);
}

void leave_out_third(const auto&) {}

}  // namespace

ServerMessage in_words_of(std::uint32_t protocol, const ServerMessage& message) {
    auto older = message;
    if (protocol < 3) std::visit([](auto& m) { leave_out_third(m); }, older);
    if (protocol < 2) std::visit([](auto& m) { leave_out_second(m); }, older);
    return older;
}

std::string encode_in(Dialect dialect, const Codec& codec, const ServerMessage& message) {
    if (dialect.protocol == protocol_version) return codec.encode_server(message, dialect.encoding);
    return codec.encode_server(in_words_of(dialect.protocol, message), dialect.encoding);
}

}  // namespace canteen
