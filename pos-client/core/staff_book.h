// Who may log in at this till, checked without a server. Wrong tries are counted on the till's disk before a PIN is
// looked at, so that no power cut forgets them. One thread; a check takes some 100 ms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "canteen/crypto/pin_verifier.h"
#include "canteen/crypto/sign.h"
#include "canteen/domain/model/refusal.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

// Wrong tries of one person, or of nobody in particular, before this till lets them in no more.
inline constexpr std::uint32_t max_pin_tries = 5;

class StaffBook {
public:
    using Found = std::variant<StaffMember, Rejection>;

    // All must outlive it.
    StaffBook(const Replica& replica, Outbox& outbox, const SigningSeed& seed)
        : replica_(replica), outbox_(outbox), seed_(seed) {}

    // True if somebody works here on this day: a house without staff sells as ever.
    bool has_staff(Date date) const;
    // Those who work here on this day, by name.
    std::vector<StaffMember> working_on(Date date) const;

    // `now` is the server's time, here and below. Refuses pin_wrong with the tries left, and pin_locked until a
    // supervisor has logged in by name or PIN, or unlock({}).
    Found find_by_pin(std::string_view pin, Timestamp now);
    // The same of one person. Refuses staff_unknown, pin_wrong, pin_locked: until unlock() or the server's word.
    Found verify(StaffId staff, std::string_view pin, Timestamp now);

    bool is_locked(StaffId staff) const;
    // By a supervisor who has logged in; nil: tries of nobody in particular.
    void unlock(StaffId staff);

private:
    struct Tries {
        std::uint32_t count = 0;
        Timestamp last;  // server time
    };
    Tries tries_of(StaffId staff) const;
    void keep(StaffId staff, const Tries& tries);
    // Counts a try before it is made; refuses pin_locked.
    Refusal count_try(StaffId staff, Timestamp now);
    Rejection wrong(StaffId staff) const;
    StaffMember let_in(const StaffMember& staff);
    std::optional<PinVerifier> verifier_of(const KnownStaff& known) const;

    const Replica& replica_;
    Outbox& outbox_;
    SigningSeed seed_;
};

}  // namespace canteen::till
