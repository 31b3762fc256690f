#include "pos-client/page/member_desk.h"

#include <utility>

#include "pos-client/counter/guest_finder.h"

namespace canteen::till {

void MemberDesk::forget() {
    waits_for_.reset();
    busy_.clear();
    done_.clear();
    will_be_.clear();
    done_sum_ = {};
    refused_.reset();
    topped_up_ = {};
}

void MemberDesk::open(MemberId member) {
    forget();
    member_ = member;
}

void MemberDesk::close() {
    open({});
}

Denied MemberDesk::wait_for(const Bytes16& id, EntryKind kind, const char* busy, const char* done, Fen sum) {
    forget();
    waits_for_ = {kind, id};
    busy_ = busy;
    will_be_ = done;
    done_sum_ = sum;
    return std::nullopt;
}

Denied MemberDesk::top_up(const Tender& tender, Timestamp now) {
    if (!is_open()) return denial("member_unknown");
    const auto made = till_.top_up(member_, tender, now);
    if (const auto* why = std::get_if<Rejection>(&made)) return denial_of(*why);
    forget();
    topped_up_ = std::get<FactId>(made);
    done_ = till_.upstream().live() ? "desk.topped_up" : "desk.topped_up_queued";
    done_sum_ = tender.amount;
    waits_for_ = {EntryKind::top_up, topped_up_.bytes};
    return std::nullopt;
}

Denied MemberDesk::pay_out(Fen fen, StaffId second, Timestamp now) {
    if (!is_open()) return denial("member_unknown");
    const auto asked = till_.pay_out(member_, {TenderKind::cash, fen, ""}, now, second);
    if (!asked) return denial("server_needed");
    return wait_for(asked->bytes, EntryKind::pay_out, "desk.asking_pay_out", "desk.paid_out", fen);
}

std::string MemberDesk::card_of(const std::string& last_four, Timestamp now) const {
    const auto* sheet = till_.replica().sheet_of(member_, date_at_site(till_.server_time(now)));
    if (!sheet) return "";
    for (const auto& card : sheet->cards)
        if (last_four_of(card) == last_four) return card;
    return "";
}

Denied MemberDesk::issue(const std::string& card, const std::string& replaces, Timestamp now) {
    if (!is_open()) return denial("member_unknown");
    std::string before;
    if (!replaces.empty()) {
        before = card_of(replaces, now);
        for (const auto& stopped : till_.replica().stopped_cards())
            if (before.empty() && last_four_of(stopped) == replaces) before = stopped;
    }
    const auto asked = till_.issue_card(member_, card, before, now);
    if (!asked) return denial("server_needed");
    return wait_for(member_.bytes, EntryKind::card, "desk.asking_card", "desk.card_issued", {});
}

Denied MemberDesk::report_lost(const std::string& last_four, Timestamp now) {
    if (!is_open()) return denial("member_unknown");
    const auto card = card_of(last_four, now);
    if (card.empty()) return denial("card_unknown", {{"card", "****" + last_four}});
    till_.report_card_lost(member_, card, now);
    forget();
    done_ = "desk.card_stopped";
    return std::nullopt;
}

void MemberDesk::hear(const News& news) {
    if (!waits_for_) return;
    if (const auto* committed = std::get_if<FactCommitted>(&news)) {
        if (std::pair{committed->kind, committed->id} != *waits_for_) return;
        if (!will_be_.empty()) done_ = std::exchange(will_be_, "");
        if (waits_for_->first == EntryKind::top_up) done_ = "desk.topped_up";
    } else if (const auto* refused = std::get_if<FactRefused>(&news)) {
        if (std::pair{refused->kind, refused->id} != *waits_for_) return;
        done_.clear();
        refused_ = denial_of(refused->why);
    } else {
        return;
    }
    busy_.clear();
    waits_for_.reset();
}

}  // namespace canteen::till
