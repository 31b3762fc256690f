#include "canteen/files/statements/shift_slip.h"

#include <optional>
#include <set>

#include "canteen/files/claims/claim_print.h"
#include "canteen/files/csv.h"

namespace canteen {
namespace {

Fen sum_of_kind(const ShiftBooks& books, AccountKind kind) {
    Fen sum;
    for (const auto& [account, fen] : books.sums)
        if (account.kind == kind) sum += fen;
    return sum;
}

Fen moved_by(const ShiftBooks& books, DrawerMoveKind kind) {
    Fen sum;
    for (const auto& move : books.moves)
        if (move.kind == kind) sum += move.fen;
    return sum;
}

// Money that came in beside cash, by the word of its tender or account.
std::map<std::string, Fen> tenders_of(const ShiftBooks& books) {
    std::map<std::string, Fen> tenders;
    for (const auto& [account, fen] : books.sums) {
        if (account.kind == AccountKind::external) tenders[account.owner] += fen;
        if (account.kind == AccountKind::member_principal || account.kind == AccountKind::member_bonus)
            tenders["stored_value"] += fen;
        if (account.kind == AccountKind::allowance) tenders["allowance"] += fen;
        if (account.kind == AccountKind::employer) tenders["employer"] += fen;
    }
    return tenders;
}

// Payers' shares, by "scheme/payer"; the canteen itself under its own name.
std::map<std::string, Fen> subsidies_of(const ShiftBooks& books) {
    std::map<std::string, Fen> subsidies;
    for (const auto& [account, fen] : books.sums) {
        if (account.kind == AccountKind::receivable) subsidies[account.owner] += fen;
        if (account.kind == AccountKind::discount) subsidies["canteen"] += fen;
    }
    return subsidies;
}

std::string time_text(Timestamp at) {
    return to_string(date_at_site(at)) + " " + to_string(minute_at_site(at));
}

std::string closed_text(const Shift& shift) {
    if (shift.closing) return time_text(shift.closing->at);
    return shift.is_open ? "" : "-";
}

using Columns = std::set<std::string>;

std::vector<std::string> heading_of(const Columns& tenders, const Columns& payers) {
    std::vector<std::string> heading{"日期", "收银员", "收银台", "开班", "交班",   "备用金", "顾客现金", "存入",
                                     "支出", "缴款",   "应有",   "清点", "长短款", "订单",   "份数"};
    for (const auto& tender : tenders) heading.push_back(tender);
    for (const auto& payer : payers) heading.push_back(csv_text(payer));
    return heading;
}

template <class Map>
void add_cells(std::vector<std::string>& row, const Columns& columns, const Map& sums) {
    for (const auto& column : columns) {
        const auto found = sums.find(column);
        row.push_back(to_yuan(found == sums.end() ? Fen{} : found->second));
    }
}

std::string parts_text(const std::map<std::string, Fen>& parts) {
    std::string text;
    for (const auto& [name, fen] : parts)
        if (fen != Fen{}) text += (text.empty() ? "" : ", ") + name + " " + to_yuan(fen);
    return text.empty() ? "nothing" : text;
}

std::string count_text(const ShiftBooks& books, const ShiftCash& cash) {
    const auto& closing = books.shift.closing;
    if (!closing) return books.shift.is_open ? ", still open" : ", never counted";
    return ", counted " + to_yuan(closing->counted.fen) + ", difference " + to_yuan(cash.difference);
}

std::string text_of(const ShiftBooks& books) {
    const auto cash = cash_of(books);
    const auto& shift = books.shift;
    return to_string(books.day) + ": " + time_text(shift.opened_at) + " - " + closed_text(shift) + "  " + books.till +
           "  " + books.cashier + "\n  cash: float " + to_yuan(cash.opening) + ", guests " + to_yuan(cash.guests) +
           ", paid in " + to_yuan(cash.paid_in) + ", paid out " + to_yuan(cash.paid_out) + ", to the safe " +
           to_yuan(cash.dropped) + ", expected " + to_yuan(cash.expected) + count_text(books, cash) +
           "\n  by other means: " + parts_text(tenders_of(books)) +
           "\n  borne by payers: " + parts_text(subsidies_of(books)) + "\n  served: " + std::to_string(books.orders) +
           " orders, " + std::to_string(books.portions) + " portions" +
           (shift.closing && shift.closing->open_orders > 0
                ? ", " + std::to_string(shift.closing->open_orders) + " orders carried over"
                : "") +
           "\n";
}

}  // namespace

// All that is booked in a shift sums to zero, and so do what goes between the drawer, the safe, petty cash and the
// difference: what is left of the cash came from guests.
ShiftCash cash_of(const ShiftBooks& books) {
    ShiftCash cash{books.shift.opening.fen,
                   sum_of_kind(books, AccountKind::cash) + sum_of_kind(books, AccountKind::safe) +
                       sum_of_kind(books, AccountKind::petty) + sum_of_kind(books, AccountKind::cash_difference),
                   moved_by(books, DrawerMoveKind::pay_in),
                   moved_by(books, DrawerMoveKind::pay_out),
                   moved_by(books, DrawerMoveKind::safe_drop),
                   {},
                   {}};
    cash.expected = cash.opening + cash.guests + cash.paid_in - cash.paid_out - cash.dropped;
    if (books.shift.closing) cash.difference = books.shift.closing->counted.fen - books.shift.closing->expected;
    return cash;
}

std::string write_shifts_csv(const std::vector<ShiftBooks>& shifts) {
    Columns tenders, payers;
    for (const auto& books : shifts) {
        for (const auto& [tender, fen] : tenders_of(books)) tenders.insert(tender);
        for (const auto& [payer, fen] : subsidies_of(books)) payers.insert(payer);
    }
    std::string out = byte_order_mark + csv_row(heading_of(tenders, payers));
    for (const auto& books : shifts) {
        const auto cash = cash_of(books);
        const auto& closing = books.shift.closing;
        std::vector<std::string> row{to_string(books.day),
                                     csv_text(books.cashier),
                                     csv_text(books.till),
                                     time_text(books.shift.opened_at),
                                     closed_text(books.shift),
                                     to_yuan(cash.opening),
                                     to_yuan(cash.guests),
                                     to_yuan(cash.paid_in),
                                     to_yuan(cash.paid_out),
                                     to_yuan(cash.dropped),
                                     to_yuan(cash.expected),
                                     closing ? to_yuan(closing->counted.fen) : "",
                                     closing ? to_yuan(cash.difference) : "",
                                     std::to_string(books.orders),
                                     std::to_string(books.portions)};
        add_cells(row, tenders, tenders_of(books));
        add_cells(row, payers, subsidies_of(books));
        out += csv_row(row);
    }
    return out;
}

std::string write_shifts_text(const std::vector<ShiftBooks>& shifts) {
    std::string text;
    for (const auto& books : shifts) text += text_of(books);
    return text + std::to_string(shifts.size()) + " shifts\n";
}

}  // namespace canteen
