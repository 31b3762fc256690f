// Says whom the card desk is to serve, or whose card lies on it.
#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/model/member.h"
#include "canteen/wire/field.h"
#include "pos-client/page/page_till.h"

namespace canteen::till {
namespace {

constexpr std::size_t max_asked_bytes = 256;

}  // namespace

Denied PageTill::on(const v1::FindAtDesk& wanted, Timestamp now, Out& out) {
    const auto number = normal_number(text_from(wanted.text(), max_asked_bytes, Path{} / "text"));
    if (number.empty()) {
        parts_.set_candidates("", {});
        return std::nullopt;
    }
    if (is_valid_id_number(number)) {
        out.set_routed(v1::ROUTED_ID_NUMBER);
        return std::nullopt;
    }
    if (till_.replica().stopped_cards().contains(number)) return denial("card_stopped");
    if (const auto holder = till_.replica().member_of_card(number); !holder.is_nil())
        return on_card_at_desk(holder, now, out);
    return on_people_at_desk(wanted.text(), wanted.burst(), now, out);
}

// Never changes whom the desk serves while somebody stands there: a top-up would go to the next card in reach.
Denied PageTill::on_card_at_desk(MemberId holder, Timestamp now, Out& out) {
    if (!desk_.is_open()) {
        parts_.set_candidates("", {});
        desk_.open(holder);
        out.set_routed(v1::ROUTED_GUEST);
        return std::nullopt;
    }
    if (holder == desk_.member()) return denial("card_is_theirs");
    const auto* sheet = till_.replica().sheet_of(holder, date_at_site(till_.server_time(now)));
    return denial("card_of_other", {{"name", sheet ? sheet->name : ""}});
}

Denied PageTill::on_people_at_desk(const std::string& asked, bool burst, Timestamp now, Out& out) {
    out.set_routed(v1::ROUTED_UNKNOWN);
    if (desk_.is_open()) return std::nullopt;
    const auto people = counter_.find_guests(asked, now);
    if (people.empty()) return denial(burst ? "card_not_known" : "person_not_known");
    parts_.set_candidates(people.size() == 1 ? "" : asked, people.size() == 1 ? std::vector<MemberId>{} : people);
    if (people.size() == 1) desk_.open(people.front());
    out.set_routed(people.size() == 1 ? v1::ROUTED_GUEST : v1::ROUTED_CANDIDATES);
    return std::nullopt;
}

}  // namespace canteen::till
