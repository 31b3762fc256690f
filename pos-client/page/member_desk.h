// The card desk: one person with their money and cards. A top-up is a fact, as the money is in the drawer; pay-outs and
// new cards wait for the server; a lost card stops here at once. One thread.
#pragma once

#include <optional>
#include <string>

#include "pos-client/core/till.h"
#include "pos-client/counter/denial.h"

namespace canteen::till {

class MemberDesk {
public:
    // Both outlive it.
    MemberDesk(Till& till, Outbox& outbox) : till_(till), outbox_(outbox) {}

    void open(MemberId member);
    void close();
    Denied top_up(const Tender& tender, Timestamp now);
    Denied pay_out(Fen fen, StaffId second, Timestamp now);
    // `replaces`: the last four digits of the card before it; "": a further one.
    Denied issue(const std::string& card, const std::string& replaces, Timestamp now);
    Denied report_lost(const std::string& last_four, Timestamp now);
    void hear(const News& news);

    MemberId member() const { return member_; }
    bool is_open() const { return !member_.is_nil(); }
    // Codes of texts: what the server is asked, what became so; "" for nothing.
    const std::string& busy() const { return busy_; }
    const std::string& done() const { return done_; }
    Fen done_sum() const { return done_sum_; }
    const Denied& refused() const { return refused_; }
    // The top-up that was just made; nil: none.
    FactId topped_up() const { return topped_up_; }

private:
    Denied wait_for(const Bytes16& id, EntryKind kind, const char* busy, const char* done, Fen sum);
    // The member's active card of these last digits, of this day; "" if there is none.
    std::string card_of(const std::string& last_four, Timestamp now) const;
    void forget();

    Till& till_;
    Outbox& outbox_;
    MemberId member_;
    std::optional<std::pair<EntryKind, Bytes16>> waits_for_;
    std::string busy_, done_, will_be_;
    Fen done_sum_;
    Denied refused_;
    FactId topped_up_;
};

}  // namespace canteen::till
