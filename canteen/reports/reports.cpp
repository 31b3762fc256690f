#include "canteen/reports/reports.h"

#include <algorithm>
#include <iterator>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/claims/service_counts.h"
#include "canteen/domain/office/partners.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/files/claims/claim_xlsx.h"
#include "canteen/files/statements/books_csv.h"
#include "canteen/files/statements/member_export.h"
#include "canteen/files/statements/partner_csv.h"
#include "canteen/files/statements/service_counts_csv.h"
#include "canteen/reports/claims.h"
#include "canteen/storage/readers/member_history.h"
#include "canteen/storage/readers/report_reader.h"
#include "canteen/storage/tables/aside_table.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {
namespace {

constexpr const char* workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// A code may hold what would lead a file into another folder.
std::string file_name(std::string name) {
    std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '\\'; }, '-');
    return name;
}

Document csv(const std::string& name, std::string bytes) {
    return {file_name(name) + ".csv", "text/csv; charset=utf-8", std::move(bytes), true};
}

// A report's reader and its codec.
struct Reading {
    explicit Reading(const Books& books) : reader(books.database, codec) {}
    ProtobufCodec codec;
    ReportReader reader;
};

std::string word_of_account(AccountKind kind) {
    return kind == AccountKind::member_bonus ? "bonus" : "principal";
}

void add_history(KeptOfMember& kept, MemberHistory history) {
    std::ranges::move(history.orders, std::back_inserter(kept.orders));
    std::ranges::move(history.hours, std::back_inserter(kept.hours));
    kept.principal += history.principal;
    kept.bonus += history.bonus;
    kept.points += history.points;
    for (const auto& move : history.account_moves)
        kept.moves.push_back({move.at, move.order, word_of_account(move.account), move.fen.value});
    for (const auto& move : history.points_moves) kept.moves.push_back({move.at, move.order, "points", move.points});
}

void sort_by_time(KeptOfMember& kept) {
    std::ranges::stable_sort(kept.orders, {}, [](const Order& order) { return order.draft.meal.date; });
    std::ranges::stable_sort(kept.hours, {}, &VolunteerHours::date);
    std::ranges::stable_sort(kept.moves, {}, &KeptMove::at);
}

std::string file_name_of(const Claim& claim) {
    return file_name("claim-" + claim.payer.scheme + "-" + claim.payer.payer + "-" + to_string(claim.period));
}

}  // namespace

Document trial_balance(const Books& books) {
    Reading reading(books);
    std::vector<Posting> balances;
    for (auto& [account, fen] : reading.reader.trial_balance()) balances.push_back({std::move(account), fen});
    return csv("balances", write_trial_balance(balances));
}

Document employer_statement(const Books& books, const Employer& employer, const ClaimPeriod& month) {
    Reading reading(books);
    const auto names = read_claim_names(books.database, books.keys, reading.codec);
    std::vector<EmployerLine> lines;
    for (const auto& order : reading.reader.employer_orders(employer.code, month)) {
        const auto who = names.members.find(order.member);
        lines.push_back({order.meal, to_string(order.pickup), who == names.members.end() ? "" : who->second.name,
                         order.allowance, order.account});
    }
    std::vector<EmployerReceipt> receipts;
    for (const auto& payment : reading.reader.employer_payments(employer.code, month))
        receipts.push_back({date_at_site(payment.at), payment.account, payment.fen});
    return csv("employer-" + employer.code + "-" + to_string(month),
               write_employer_statement(employer, month, lines, receipts));
}

Document unprocessable_entries(const Books& books) {
    const auto entries = read_aside(books.database, books.keys);
    std::string text;
    for (const auto& entry : entries)
        text += to_string(date_at_site(entry.time)) + " " + to_string(minute_at_site(entry.time)) + " " +
                (entry.device_name.empty() ? to_hex(entry.device.bytes) : entry.device_name) + " entry " +
                std::to_string(entry.device_seq) + ", " + std::to_string(entry.entry.size()) + " bytes: " + entry.why +
                "\n";
    return {"unprocessable.txt", "text/plain; charset=utf-8", text + std::to_string(entries.size()) + " put aside\n",
            true};
}

Document partner_statement(const Books& books, const PartnerAgreement& agreement, const ClaimPeriod& period) {
    Reading reading(books);
    const PartnerSources sources{agreement, period, reading.reader.revenue(covered(agreement, period).value_or(period)),
                                 reading.reader.partner_costs(agreement.code, period)};
    return csv("partner-" + agreement.code + "-" + to_string(period), write_partner_statement(sources));
}

Document service_counts(const Books& books, const ClaimPeriod& period) {
    Reading reading(books);
    const auto names = read_claim_names(books.database, books.keys, reading.codec);
    ServiceCounter counter;
    reading.reader.served_orders(period, [&](const ServedOrder& order) {
        if (order.food == Fen{}) return;
        const auto who = names.members.find(order.member);
        const auto* member = who == names.members.end() ? nullptr : &who->second;
        const auto person = member && member->is_merged() ? member->merged_into : order.member;
        const auto groups = order.member.is_nil() ? groups_without_number() : groups_of(member, order.meal.date);
        counter.add({order.meal, person, groups, order.shares, order.portions});
    });
    return csv("service-counts-" + to_string(period), write_service_counts(counter));
}

Document member_export(const Books& books, const Member& member, std::vector<Member> merged, Timestamp as_of) {
    ProtobufCodec codec;
    KeptOfMember kept;
    kept.member = member;
    kept.merged = std::move(merged);
    Uses uses;
    for (const auto record : records_of(member)) {
        auto history = read_member_history(books.database, codec, record);
        for (const auto& [key, used] : history.uses) uses[{member.id, key.scheme, key.kind, key.period}] += used;
        add_history(kept, std::move(history));
    }
    for (const auto& [key, used] : uses) kept.uses.push_back({key, used});
    sort_by_time(kept);
    kept.as_of = as_of;
    return {"member-" + member.number + ".json", "application/json", write_member_export(kept), true};
}

Claim draft_claim(const Books& books, const DrawUpClaim& asked, ClaimId id) {
    return draft_claim(books.database, books.keys, books.site, id, asked.payer, asked.period);
}

Document claim_document(const Books& books, const Claim& claim) {
    return csv(file_name_of(claim), claim_file(books.database, books.keys, claim.payer, claim.period, claim.as_of));
}

Document claim_print(const Books& books, const Claim& claim, ClaimForm form) {
    const auto printed =
        printable_claim(books.database, books.keys, books.site, claim.payer, claim.period, claim.as_of);
    if (form == ClaimForm::persons_csv) return csv(file_name_of(claim) + "-persons", print_persons(printed.meals));
    if (form == ClaimForm::meals_csv) return csv(file_name_of(claim) + "-meals", print_meals(printed.meals));
    return {file_name_of(claim) + ".xlsx", workbook_type, claim_workbook(printed.payer, printed.period, printed.meals),
            true};
}

}  // namespace canteen
