#include "canteen/storage/tables/employer_table.h"

namespace canteen {
namespace {

std::optional<Fen> of(const std::optional<Allowance>& allowance, Fen Allowance::* meal) {
    if (!allowance) return std::nullopt;
    return (*allowance).*meal;
}

std::optional<Allowance> allowance_of(const SqlQuery& row) {
    if (row.is_null(3)) return std::nullopt;
    Allowance allowance{row.fen(3), row.fen(4), row.fen(5), {}, {}};
    if (!row.is_null(6)) allowance.per_day = row.fen(6);
    return allowance;
}

}  // namespace

void EmployerTable::set(const Employer& employer) {
    const auto& allowance = employer.allowance;
    const std::optional<Fen> without_limit;
    const auto& per_day = allowance ? allowance->per_day : without_limit;
    db_.query(
           "INSERT INTO employer (code, name, tax_number, breakfast_fen, lunch_fen, dinner_fen, per_day_fen, "
           "has_account, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT (code) DO UPDATE SET name = excluded.name, tax_number = excluded.tax_number, "
           "breakfast_fen = excluded.breakfast_fen, lunch_fen = excluded.lunch_fen, dinner_fen = excluded.dinner_fen, "
           "per_day_fen = excluded.per_day_fen, has_account = excluded.has_account, "
           "valid_from = excluded.valid_from, valid_to = excluded.valid_to")
        .with(employer.code, employer.name, employer.tax_number, of(allowance, &Allowance::breakfast),
              of(allowance, &Allowance::lunch), of(allowance, &Allowance::dinner), per_day, employer.has_account,
              employer.valid.from, employer.valid.to)
        .run();
    set_days(employer);
}

void EmployerTable::set_days(const Employer& employer) {
    db_.query("DELETE FROM employer_day WHERE employer = ?").with(employer.code).run();
    if (!employer.allowance) return;
    auto insert = db_.query("INSERT INTO employer_day (employer, place, kind) VALUES (?, ?, ?)");
    std::int64_t place = 0;
    for (const auto kind : employer.allowance->days) {
        insert.with(employer.code, place++, kind).run();
        insert.reset();
    }
}

std::map<std::string, Employer> EmployerTable::all() {
    std::map<std::string, Employer> employers;
    auto rows = db_.query(
        "SELECT code, name, tax_number, breakfast_fen, lunch_fen, dinner_fen, per_day_fen, has_account, valid_from, "
        "valid_to FROM employer");
    while (rows.next()) {
        Employer employer{rows.text(0),       rows.text(1),        rows.text(2),
                          allowance_of(rows), rows.number(7) != 0, {rows.date_or_none(8), rows.date_or_none(9)}};
        employers.emplace(employer.code, std::move(employer));
    }
    load_days(employers);
    return employers;
}

void EmployerTable::load_days(std::map<std::string, Employer>& employers) {
    auto rows = db_.query("SELECT employer, kind FROM employer_day ORDER BY employer, place");
    while (rows.next()) {
        auto& employer = employers.at(rows.text(0));
        if (employer.allowance) employer.allowance->days.push_back(rows.as<DayKind>(1));
    }
}

}  // namespace canteen
