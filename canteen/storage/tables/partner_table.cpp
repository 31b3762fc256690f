#include "canteen/storage/tables/partner_table.h"

namespace canteen {

void PartnerTable::set(const PartnerAgreement& agreement) {
    db_.query(
           "INSERT INTO partner_agreement (code, name, base, numerator, denominator, period, valid_from, valid_to) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name, "
           "base = excluded.base, numerator = excluded.numerator, denominator = excluded.denominator, "
           "period = excluded.period, valid_from = excluded.valid_from, valid_to = excluded.valid_to")
        .with(agreement.code, agreement.name, agreement.base, agreement.numerator, agreement.denominator,
              agreement.period, agreement.valid.from, agreement.valid.to)
        .run();
    set_items(agreement);
}

void PartnerTable::set_items(const PartnerAgreement& agreement) {
    db_.query("DELETE FROM partner_item WHERE agreement = ?").with(agreement.code).run();
    auto insert =
        db_.query("INSERT INTO partner_item (agreement, place, name, fixed_fen, permille) VALUES (?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& item : agreement.costs) {
        insert.with(agreement.code, place++, item.name, item.fixed, item.permille).run();
        insert.reset();
    }
}

void PartnerTable::record(Seq seq, std::size_t place, const PartnerCost& cost) {
    db_.query(
           "INSERT INTO partner_cost (agreement, period, seq, place, item, fen, evidence) "
           "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(cost.agreement, cost.period, seq, place, cost.item, cost.fen, cost.evidence)
        .run();
}

std::map<std::string, PartnerAgreement> PartnerTable::all() {
    std::map<std::string, PartnerAgreement> agreements;
    auto rows = db_.query(
        "SELECT code, name, base, numerator, denominator, period, valid_from, valid_to FROM partner_agreement");
    while (rows.next()) {
        PartnerAgreement agreement{rows.text(0),
                                   rows.text(1),
                                   rows.as<RevenueBase>(2),
                                   {},
                                   rows.as<std::uint32_t>(3),
                                   rows.as<std::uint32_t>(4),
                                   rows.as<SharePeriod>(5),
                                   {rows.date_or_none(6), rows.date_or_none(7)}};
        agreements.emplace(agreement.code, std::move(agreement));
    }
    load_items(agreements);
    return agreements;
}

void PartnerTable::load_items(std::map<std::string, PartnerAgreement>& agreements) {
    auto rows = db_.query("SELECT agreement, name, fixed_fen, permille FROM partner_item ORDER BY agreement, place");
    while (rows.next())
        agreements.at(rows.text(0)).costs.push_back({rows.text(1), rows.fen(2), rows.as<std::uint32_t>(3)});
}

std::vector<PartnerCost> PartnerTable::costs_of(const std::string& agreement, const ClaimPeriod& period) {
    std::vector<PartnerCost> costs;
    auto rows = db_.query(
        "SELECT period, item, fen, evidence FROM partner_cost WHERE agreement = ? AND period BETWEEN ? AND ? "
        "ORDER BY period, seq, place");
    rows.with(agreement, period.first, period.last);
    while (rows.next()) costs.push_back({agreement, rows.date(0), rows.text(1), rows.fen(2), rows.text(3)});
    return costs;
}

}  // namespace canteen
