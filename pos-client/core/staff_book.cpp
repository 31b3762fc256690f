#include "pos-client/core/staff_book.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "canteen/crypto/box.h"
#include "canteen/domain/base/hex.h"

namespace canteen::till {
namespace {

std::string tries_name(StaffId staff) {
    return "pin.tries." + to_hex(staff.bytes);
}

bool may_unlock(const StaffMember& staff) {
    return staff.has(StaffRole::supervisor) || staff.has(StaffRole::manager);
}

}  // namespace

bool StaffBook::has_staff(Date date) const {
    return std::ranges::any_of(replica_.staff(),
                               [date](const auto& known) { return known.second.staff.works_on(date); });
}

std::vector<StaffMember> StaffBook::working_on(Date date) const {
    std::vector<StaffMember> working;
    for (const auto& [id, known] : replica_.staff())
        if (known.staff.works_on(date)) working.push_back(known.staff);
    std::ranges::sort(working, {}, &StaffMember::name);
    return working;
}

StaffBook::Found StaffBook::find_by_pin(std::string_view pin, Timestamp now) {
    constexpr StaffId nobody{};
    if (auto refusal = count_try(nobody, now)) return *std::move(refusal);
    std::map<PinStretch, Key> stretches;  // one, but for a moment after the site's salt changed
    for (const auto& [id, known] : replica_.staff()) {
        if (!known.staff.works_on(date_at_site(now)) || is_locked(id)) continue;
        const auto verifier = verifier_of(known);
        if (!verifier) continue;
        auto& key = stretches.try_emplace(verifier->stretch).first->second;
        if (key == Key{}) key = stretched(pin, verifier->stretch);
        if (pin_hash(key, id.bytes) == verifier->hash) {
            keep(nobody, {});
            return let_in(known.staff);
        }
    }
    return wrong(nobody);
}

StaffBook::Found StaffBook::verify(StaffId staff, std::string_view pin, Timestamp now) {
    const auto known = replica_.staff().find(staff);
    if (known == replica_.staff().end() || !known->second.staff.works_on(date_at_site(now)))
        return refuse(RejectionCode::staff_unknown);
    const auto verifier = verifier_of(known->second);
    if (!verifier) return refuse(RejectionCode::staff_unknown);
    if (auto refusal = count_try(staff, now)) return *std::move(refusal);
    if (pin_hash(stretched(pin, verifier->stretch), staff.bytes) != verifier->hash) return wrong(staff);
    return let_in(known->second.staff);
}

bool StaffBook::is_locked(StaffId staff) const {
    return tries_of(staff).count >= max_pin_tries;
}

void StaffBook::unlock(StaffId staff) {
    keep(staff, {});
}

// The server's word to unlock outlasts the tries of before it.
StaffBook::Tries StaffBook::tries_of(StaffId staff) const {
    Tries tries;
    std::istringstream text(outbox_.kept(tries_name(staff)).value_or(""));
    text >> tries.count >> tries.last.ms;
    if (!text) return {};
    const auto known = replica_.staff().find(staff);
    const bool is_forgiven = known != replica_.staff().end() && known->second.staff.unlocked_at > tries.last;
    return is_forgiven ? Tries{} : tries;
}

void StaffBook::keep(StaffId staff, const Tries& tries) {
    if (tries.count == 0) return outbox_.forget(tries_name(staff));
    outbox_.keep(tries_name(staff), std::to_string(tries.count) + " " + std::to_string(tries.last.ms));
}

Refusal StaffBook::count_try(StaffId staff, Timestamp now) {
    const auto tries = tries_of(staff);
    if (tries.count >= max_pin_tries) return canteen::refuse(RejectionCode::pin_locked);
    keep(staff, {tries.count + 1, now});
    return {};
}

Rejection StaffBook::wrong(StaffId staff) const {
    return refuse(RejectionCode::pin_wrong, {param("left", std::int64_t{max_pin_tries} - tries_of(staff).count)});
}

StaffMember StaffBook::let_in(const StaffMember& staff) {
    keep(staff.id, {});
    if (may_unlock(staff)) keep({}, {});
    return staff;
}

std::optional<PinVerifier> StaffBook::verifier_of(const KnownStaff& known) const {
    const auto bytes = open_sealed(seed_, known.sealed_pin);
    return bytes ? pin_verifier_from(*bytes) : std::nullopt;
}

}  // namespace canteen::till
