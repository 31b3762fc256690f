#include "pos-client/page/shift_desk.h"

#include <algorithm>
#include <utility>

#include "canteen/domain/base/hex.h"
#include "pos-client/page/shift_slips.h"
#include "pos-client/slips/small_slips.h"

namespace canteen::till {
namespace {

constexpr const char* cashier_name = "cashier";

bool may_countersign(const StaffMember& staff) {
    return staff.has(StaffRole::supervisor) || staff.has(StaffRole::manager);
}

}  // namespace

std::string shift_name(const std::string& letters, const OwnShift& shift) {
    return letters + " " + to_string(minute_at_site(shift.opened_at));
}

ShiftDesk::ShiftDesk(Till& till, Outbox& outbox, PaperTray& tray, const Switches& switches, TillNames& names)
    : till_(till),
      outbox_(outbox),
      tray_(tray),
      switches_(switches),
      names_(names),
      returning_(from_hex<16>(outbox.kept(cashier_name).value_or(""))) {}

// A till that was killed, or has a new key, may have to hear from the server first who its people are: until then it
// goes on in that name.
void ShiftDesk::welcome_back(Timestamp now) {
    name_shift();
    if (!returning_) return;
    const auto* staff = known({*returning_});
    if (staff && staff->works_on(today(now))) return enter(*staff);
    till_.set_person(has_staff(now) ? std::nullopt : std::optional(staff_person({*returning_})));
}

const StaffMember* ShiftDesk::known(StaffId staff) const {
    const auto found = till_.replica().staff().find(staff);
    return found == till_.replica().staff().end() ? nullptr : &found->second.staff;
}

std::string ShiftDesk::name_of(const std::optional<Person>& person) const {
    if (!person || person->kind != PersonKind::staff) return "";
    const auto* staff = known({person->id});
    return staff ? staff->name : "";
}

bool ShiftDesk::has_staff(Timestamp now) const {
    return till_.staff().has_staff(today(now));
}

void ShiftDesk::enter(const std::optional<StaffMember>& staff) {
    returning_.reset();
    cashier_ = staff;
    till_.set_person(staff ? std::optional(staff_person(staff->id)) : std::nullopt);
    names_.cashier = staff ? staff->name : "";
    outbox_.keep(cashier_name, staff ? to_hex(staff->id.bytes) : "");
}

void ShiftDesk::name_shift() {
    names_.shift = till_.open_shift() ? shift_name(till_.letters(), *till_.open_shift()) : "";
}

Denied ShiftDesk::log_in(StaffId staff, const std::string& pin, Timestamp now) {
    auto found = till_.staff().verify(staff, pin, till_.server_time(now));
    if (const auto* why = std::get_if<Rejection>(&found)) return denial_of(*why);
    enter(std::get<StaffMember>(found));
    return std::nullopt;
}

Denied ShiftDesk::log_out() {
    enter(std::nullopt);
    return std::nullopt;
}

Denied ShiftDesk::unlock(StaffId staff, const std::string& pin, Timestamp now) {
    auto found = till_.staff().find_by_pin(pin, till_.server_time(now));
    if (const auto* why = std::get_if<Rejection>(&found)) return denial_of(*why);
    const auto& by = std::get<StaffMember>(found);
    if (!may_countersign(by) || by.id == staff) return denial("second_person_needed");
    till_.staff().unlock(staff);
    return std::nullopt;
}

Denied ShiftDesk::open(const CashCount& counted, Timestamp now) {
    if (has_staff(now) && !cashier_) return denial("log_in_first");
    const StaffId cashier = cashier_ ? cashier_->id : StaffId{returning_.value_or(Bytes16{})};
    const auto opened = till_.open_shift(cashier, counted, now);
    if (const auto* why = std::get_if<Rejection>(&opened)) return denial_of(*why);
    closed_.reset();
    name_shift();
    return std::nullopt;
}

Denied ShiftDesk::close(const CashCount& counted, std::uint32_t parked,
                        std::optional<std::pair<StaffId, std::string>> next, Timestamp now) {
    if (!till_.open_shift()) return denial("no_shift");
    std::optional<StaffMember> successor;
    if (next) {
        auto found = till_.staff().verify(next->first, next->second, till_.server_time(now));
        if (const auto* why = std::get_if<Rejection>(&found)) return denial_of(*why);
        successor = std::get<StaffMember>(found);
    }
    const ClosedShift closing{*till_.open_shift(), tally(), counted, till_.server_time(now)};
    const auto closed =
        till_.close_shift(counted, parked, now, successor ? std::optional(successor->id) : std::nullopt);
    if (const auto* why = std::get_if<Rejection>(&closed)) return denial_of(*why);
    closed_ = closing;
    print_slip(now, parked);
    if (successor || cashier_) enter(successor);
    name_shift();
    return std::nullopt;
}

void ShiftDesk::print_slip(Timestamp now, std::uint32_t parked) {
    const auto facts = shift_facts({till_, outbox_, names_, switches_.language}, *closed_, parked,
                                   [this](const auto& person) { return name_of(person); });
    tray_.print({PrintKind::shift_slip, closed_->shift.id.bytes}, shift_slip(facts), now);
}

// A drawer that is opened without a sale opens now, with the reason on paper only where money moved.
Denied ShiftDesk::move(DrawerMoveKind kind, Fen fen, const std::string& reason, Timestamp now) {
    if (auto why = may_sell(now)) return why;
    if (reason.empty()) return denial("reason_needed");
    const auto moved = till_.move_drawer(kind, fen, reason, now);
    if (const auto* why = std::get_if<Rejection>(&moved)) return denial_of(*why);
    const auto id = std::get<FactId>(moved);
    if (kind == DrawerMoveKind::no_sale) {
        tray_.print({PrintKind::drawer, id.bytes}, drawer_opening(), now);
    } else {
        const DrawerMove move{id, {}, {}, kind, fen, reason, till_.server_time(now)};
        tray_.print({PrintKind::other, id.bytes},
                    drawer_slip(drawer_facts({till_, outbox_, names_, switches_.language}, move, names_.cashier), true),
                    now);
    }
    return std::nullopt;
}

Denied ShiftDesk::may_sell(Timestamp now) const {
    if (!has_staff(now)) return std::nullopt;
    if (!cashier_) return denial("log_in_first");
    if (!till_.open_shift()) return denial("no_shift");
    return std::nullopt;
}

ShiftDesk::Countersigned ShiftDesk::countersign(Fen fen, const std::string& pin, Timestamp now) {
    if (!has_staff(now) || fen <= alone_up_to || (cashier_ && may_countersign(*cashier_))) return {};
    const Denial needed = denial("second_person_needed", {{"most", std::to_string(alone_up_to.value)}});
    if (pin.empty()) return {needed};
    auto found = till_.staff().find_by_pin(pin, till_.server_time(now));
    if (const auto* why = std::get_if<Rejection>(&found)) return {denial_of(*why)};
    const auto& second = std::get<StaffMember>(found);
    if (!may_countersign(second) || (cashier_ && second.id == cashier_->id)) return {needed};
    return {std::nullopt, second.id};
}

const ShiftTally& ShiftDesk::tally() {
    const auto& shift = till_.open_shift();
    if (!shift) return tally_ = {};
    auto key = to_hex(shift->id.bytes) + " " + std::to_string(outbox_.head().device_seq) + " " +
               std::to_string(outbox_.first_queued());
    if (key == tally_key_) return tally_;
    tally_key_ = std::move(key);
    return tally_ = tally_of(outbox_, *shift);
}

}  // namespace canteen::till
