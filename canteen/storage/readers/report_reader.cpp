#include "canteen/storage/readers/report_reader.h"

#include <algorithm>

#include "canteen/storage/schema/journal.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/schema/reading.h"
#include "canteen/storage/tables/partner_table.h"

namespace canteen {
namespace {

Fen booked_to(const Order& order, const Account& account) {
    for (const auto& posting : order.postings)
        if (posting.account == account) return posting.fen;
    return {};
}

}  // namespace

ReportReader::ReportReader(const std::filesystem::path& database, const Codec& codec)
    : path_(database), db_(database, Connection::Mode::read_only), codec_(codec) {
    reading(path_, [&] { require_current_schema(db_); });
}

// Reads slice after slice: rows of the journal never change.
template <class Action>
void ReportReader::each_slice(const ClaimPeriod& booked, Action action) {
    auto head = Journal(db_).head().seq;
    for (const auto& range : DayTable(db_).rows_of(booked, head))
        for (auto first = range.first; first <= range.last; first += rows_per_slice)
            action(SeqRange{first, std::min(range.last, first + rows_per_slice - 1)});
}

std::vector<AccountBalance> ReportReader::trial_balance() {
    return reading(path_, [&] {
        std::vector<AccountBalance> balances;
        auto rows = db_.query("SELECT kind, owner, fen FROM balance ORDER BY kind, owner");
        while (rows.next()) balances.push_back({{rows.as<AccountKind>(0), rows.text(1)}, rows.fen(2)});
        return balances;
    });
}

PeriodRevenue ReportReader::revenue(const ClaimPeriod& booked) {
    return reading(path_, [&] {
        PeriodRevenue revenue;
        each_slice(booked, [&](SeqRange rows) { add_revenue(rows, revenue); });
        return revenue;
    });
}

void ReportReader::add_revenue(SeqRange range, PeriodRevenue& revenue) {
    auto rows = db_.query(
        "SELECT kind, sum(fen) FROM posting WHERE seq BETWEEN ?1 AND ?2 AND "
        "(kind IN (?3, ?4, ?5, ?6) OR (kind = ?7 AND order_id IS NOT NULL)) GROUP BY kind");
    rows.with(range.first, range.last, AccountKind::sales, AccountKind::discount, AccountKind::concession,
              AccountKind::rounding, AccountKind::receivable);
    while (rows.next()) {
        switch (rows.as<AccountKind>(0)) {
            case AccountKind::sales:
                revenue.sales -= rows.fen(1);
                break;
            case AccountKind::receivable:
                revenue.payers_share += rows.fen(1);
                break;
            default:
                revenue.waived += rows.fen(1);
        }
    }
}

std::vector<PartnerCost> ReportReader::partner_costs(const std::string& agreement, const ClaimPeriod& period) {
    return reading(path_, [&] { return PartnerTable(db_).costs_of(agreement, period); });
}

std::vector<EmployerOrder> ReportReader::employer_orders(const std::string& employer, const ClaimPeriod& meals) {
    return reading(path_, [&] {
        std::vector<EmployerOrder> orders;
        for (auto date = meals.first; date <= meals.last; date = date + 1) add_employer_orders(date, employer, orders);
        return orders;
    });
}

// The order's body holds what is booked for it and was not taken back.
void ReportReader::add_employer_orders(Date date, const std::string& employer, std::vector<EmployerOrder>& orders) {
    auto rows = db_.query(
        "SELECT o.body FROM (SELECT id FROM orders WHERE date = ?1 AND letters <> '' "
        "UNION ALL SELECT id FROM orders WHERE date = ?1 AND letters = '') d JOIN orders o ON o.id = d.id "
        "WHERE EXISTS (SELECT 1 FROM json_each(o.tenders) t WHERE t.value ->> 0 IN (?2, ?3)) "
        "ORDER BY o.slot, o.id");
    rows.with(date, TenderKind::allowance, TenderKind::employer);
    while (rows.next()) {
        auto order = codec_.decode_order(rows.view(0));
        EmployerOrder owed{order.draft.id,
                           order.draft.meal,
                           order.draft.member,
                           order.draft.pickup,
                           booked_to(order, {AccountKind::allowance, employer}),
                           booked_to(order, {AccountKind::employer, employer})};
        if (owed.allowance != Fen{} || owed.account != Fen{}) orders.push_back(std::move(owed));
    }
}

std::vector<EmployerPayment> ReportReader::employer_payments(const std::string& employer, const ClaimPeriod& booked) {
    return reading(path_, [&] {
        std::vector<EmployerPayment> payments;
        each_slice(booked, [&](SeqRange rows) { add_payments(rows, employer, payments); });
        return payments;
    });
}

void ReportReader::add_payments(SeqRange range, const std::string& employer, std::vector<EmployerPayment>& payments) {
    auto rows = db_.query(
        "SELECT p.seq, j.time_ms, p.kind, -p.fen FROM posting p JOIN journal j ON j.seq = p.seq "
        "WHERE p.seq BETWEEN ?1 AND ?2 AND p.kind IN (?3, ?4) AND p.owner = ?5 AND p.order_id IS NULL "
        "ORDER BY p.seq, p.place, p.line");
    rows.with(range.first, range.last, AccountKind::allowance, AccountKind::employer, employer);
    while (rows.next()) payments.push_back({rows.as<Seq>(0), rows.time(1), rows.as<AccountKind>(2), rows.fen(3)});
}

void ReportReader::served_orders(const ClaimPeriod& meals, const std::function<void(const ServedOrder&)>& visit) {
    for (auto date = meals.first; date <= meals.last; date = date + 1)
        for (const auto& order : reading(path_, [&] { return served_on(date); })) visit(order);
}

std::vector<ServedOrder> ReportReader::served_on(Date date) {
    std::vector<ServedOrder> orders;
    auto rows = db_.query(
        "SELECT o.id, o.slot, o.mode, o.member, coalesce((SELECT r.food_fen FROM refund r WHERE r.order_id = o.id "
        "ORDER BY r.seq DESC LIMIT 1), o.food_fen), s.value ->> 0, s.value ->> 1, s.value ->> 2, s.value ->> 3, "
        "(SELECT sum(CASE WHEN l.grams > 0 THEN l.grams > l.back ELSE l.quantity - l.back END) "
        "FROM (SELECT value ->> 2 AS quantity, value ->> 3 AS grams, coalesce((SELECT sum(b.amount) FROM refund_line b "
        "WHERE b.order_id = o.id AND b.line = value ->> 0), 0) AS back FROM json_each(o.lines)) l) "
        "FROM (SELECT id FROM orders WHERE date = ?1 AND letters <> '' "
        "UNION ALL SELECT id FROM orders WHERE date = ?1 AND letters = '') d JOIN orders o ON o.id = d.id "
        "LEFT JOIN json_each(o.shares) s WHERE o.state IN (?2, ?3, ?4) ORDER BY o.id, s.key");
    rows.with(date, OrderState::placed, OrderState::ready, OrderState::handed_over);
    while (rows.next()) {
        auto id = rows.id<OrderId>(0);
        if (orders.empty() || orders.back().order != id) {
            Meal meal{date, rows.as<MealSlot>(1)};
            orders.push_back({id,
                              meal,
                              rows.as<ServiceMode>(2),
                              rows.id<MemberId>(3),
                              rows.fen(4),
                              {},
                              rows.is_null(9) ? 0 : rows.as<std::uint32_t>(9)});
        }
        if (rows.is_null(5)) continue;
        orders.back().shares.push_back({rows.text(5), rows.as<std::uint32_t>(6), rows.text(7), rows.fen(8)});
    }
    return orders;
}

std::vector<Order> ReportReader::listed(ExceptionCode code) {
    return reading(path_, [&] {
        std::vector<Order> orders;
        auto rows = db_.query(
            "SELECT body FROM orders WHERE id IN (SELECT order_id FROM exception WHERE code = ?) ORDER BY placed_ms, "
            "id");
        rows.with(code);
        while (rows.next()) orders.push_back(codec_.decode_order(rows.view(0)));
        return orders;
    });
}

}  // namespace canteen
