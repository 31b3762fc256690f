// Who stands at the till and what is in its drawer: log-in by PIN, shifts, moves. Who is logged in stands on the disk,
// so that neither a reload nor a restart logs anybody out. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos-client/core/shift_tally.h"
#include "pos-client/core/till.h"
#include "pos-client/counter/denial.h"
#include "pos-client/page/paper_tray.h"
#include "pos-client/page/till_names.h"
#include "pos-client/page/till_settings.h"

namespace canteen::till {

// What a cashier gives back or pays out alone; above it a supervisor's or manager's PIN is asked for.
inline constexpr Fen alone_up_to{50'00};

// The shift that was closed last, until its slip was seen.
struct ClosedShift {
    OwnShift shift;
    ShiftTally tally;
    CashCount counted;
    Timestamp at;
};

class ShiftDesk {
public:
    // All of them outlive it; it keeps `names` true.
    ShiftDesk(Till& till, Outbox& outbox, PaperTray& tray, const Switches& switches, TillNames& names);

    // Whoever was logged in when the process before ended is so again. Call it whenever something may have been heard.
    void welcome_back(Timestamp now);

    Denied log_in(StaffId staff, const std::string& pin, Timestamp now);
    Denied log_out();
    // By a supervisor's PIN.
    Denied unlock(StaffId staff, const std::string& pin, Timestamp now);
    Denied open(const CashCount& counted, Timestamp now);
    // `next`: hands the drawer over to whose PIN it is. `parked`: baskets that go to the next shift.
    Denied close(const CashCount& counted, std::uint32_t parked, std::optional<std::pair<StaffId, std::string>> next,
                 Timestamp now);
    Denied move(DrawerMoveKind kind, Fen fen, const std::string& reason, Timestamp now);

    // Says why nobody may sell here now: in a house with staff somebody is logged in and has a shift open.
    Denied may_sell(Timestamp now) const;
    // Says who countersigns, if it takes a second person; nil if it does not.
    struct Countersigned {
        Denied why;
        StaffId second{};
    };
    Countersigned countersign(Fen fen, const std::string& pin, Timestamp now);

    const std::optional<StaffMember>& cashier() const { return cashier_; }
    bool has_staff(Timestamp now) const;
    const std::optional<ClosedShift>& closed() const { return closed_; }
    // The open shift's, kept until something is queued or answered.
    const ShiftTally& tally();
    // The name of a person of staff; "" for anybody else.
    std::string name_of(const std::optional<Person>& person) const;

private:
    Date today(Timestamp now) const { return date_at_site(till_.server_time(now)); }
    const StaffMember* known(StaffId staff) const;
    void enter(const std::optional<StaffMember>& staff);
    void name_shift();
    void print_slip(Timestamp now, std::uint32_t parked);

    Till& till_;
    Outbox& outbox_;
    PaperTray& tray_;
    const Switches& switches_;
    TillNames& names_;
    std::optional<Bytes16> returning_;  // who was logged in before, until they are known
    std::optional<StaffMember> cashier_;
    std::optional<ClosedShift> closed_;
    ShiftTally tally_;
    std::string tally_key_;
};

// "A 07:30": the till's letters and when it was opened.
std::string shift_name(const std::string& letters, const OwnShift& shift);

}  // namespace canteen::till
