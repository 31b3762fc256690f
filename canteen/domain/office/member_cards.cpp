#include "canteen/domain/office/member_cards.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/office/member_record.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Puts the active one first of two spellings of one card, which older programs kept.
Card* find_card(Member& member, const std::string& number) {
    Card* best = nullptr;
    for (auto& card : member.cards)
        if (is_same_number(card.number, number) && (!best || best->state != CardState::active)) best = &card;
    return best;
}

Rejection invalid_card(const char* what) {
    return refuse(RejectionCode::card_invalid, {param("what", what)});
}

Rejection unknown(const std::string& card) {
    return refuse(RejectionCode::card_unknown, {param("card", card)});
}

// A replaced card has its successor already.
Refusal replace(Member& member, const std::string& number, Date today) {
    if (number.empty()) return {};
    Card* old = find_card(member, number);
    if (!old || old->state == CardState::replaced) return unknown(number);
    *old = {old->number, CardState::replaced, today};
    return {};
}

}  // namespace

bool is_card_number(const std::string& text) {
    return is_number_text(text, max_card_bytes) && !is_valid_id_number(normalise_id_number(text));
}

Refusal issue_card(const Canteen& state, Member& member, const std::string& number, Date today) {
    if (!is_number_text(number, max_card_bytes)) return invalid_card("number");
    if (!is_card_number(number)) return invalid_card("id_number");
    if (holder_of_card(state, number)) return refuse(RejectionCode::card_in_use, {param("card", number)});
    if (member.cards.size() >= max_cards_of_member * (1 + member.merged.size())) return invalid_card("too_many");
    member.cards.push_back({number, CardState::active, today});
    return {};
}

Outcome decide_issue_card(const Canteen& state, const IssueCard& command, Timestamp now) {
    if (auto refusal = check_is_open(state, command.member)) return *refusal;
    Member next = *member_in(state, command.member);
    if (auto refusal = replace(next, command.replaces, date_at_site(now))) return *refusal;
    if (auto refusal = issue_card(state, next, command.card, date_at_site(now))) return *refusal;
    return Events{recorded(std::move(next))};
}

Outcome decide_report_card_lost(const Canteen& state, const ReportCardLost& command, Timestamp now) {
    if (auto refusal = check_is_open(state, command.member)) return *refusal;
    Member next = *member_in(state, command.member);
    Card* card = find_card(next, command.card);
    if (!card) return unknown(command.card);
    if (card->state != CardState::active) return Events{};
    for (; card->state == CardState::active; card = find_card(next, command.card))
        *card = {card->number, CardState::lost, date_at_site(now)};
    return Events{recorded(std::move(next))};
}

}  // namespace canteen
