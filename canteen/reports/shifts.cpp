#include "canteen/reports/shifts.h"

#include <algorithm>
#include <utility>

#include "canteen/files/statements/shift_slip.h"
#include "canteen/storage/readers/shift_reader.h"

namespace canteen {
namespace {

template <class Id>
std::string named(const std::map<Id, std::string>& names, Id id) {
    const auto found = names.find(id);
    return found == names.end() ? "" : found->second;
}

}  // namespace

StaffListed staff_listed(const Application& application) {
    StaffListed listed;
    for (const auto& [id, staff] : application.staff().staff()) listed.staff.push_back(staff);
    return listed;
}

std::optional<WantedShifts> shifts_wanted(const Application& application, const ListShifts& asked, Date today) {
    WantedShifts wanted;
    wanted.first = asked.dates.from.value_or(today);
    wanted.last = asked.dates.to.value_or(std::max(wanted.first, today));
    wanted.as_csv = asked.as_csv;
    if (wanted.last < wanted.first || wanted.first + max_shift_days < wanted.last) return std::nullopt;
    for (const auto& device : application.devices().all()) wanted.tills[device.id] = device.name;
    for (const auto& [id, staff] : application.staff().staff()) wanted.staff[id] = staff.name;
    return wanted;
}

Document shift_report(const Books& books, const WantedShifts& wanted) {
    std::vector<ShiftBooks> shifts;
    for (auto& read : ShiftReader(books.database).of_days(wanted.first, wanted.last))
        shifts.push_back({read.shift, read.day, named(wanted.tills, read.shift.till),
                          named(wanted.staff, read.shift.cashier), std::move(read.sums), std::move(read.moves),
                          read.orders, read.portions});
    if (wanted.as_csv) return {"shifts.csv", "text/csv; charset=utf-8", write_shifts_csv(shifts), true};
    return {"shifts.txt", "text/plain; charset=utf-8", write_shifts_text(shifts), true};
}

}  // namespace canteen
