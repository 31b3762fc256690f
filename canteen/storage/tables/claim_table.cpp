#include "canteen/storage/tables/claim_table.h"

namespace canteen {

void ClaimTable::change(const Event& event) {
    if (!scratch_) {
        saved_ = all();
        scratch_.emplace().claims = saved_;
    }
    apply(*scratch_, event);
}

void ClaimTable::flush() {
    if (!scratch_) return;
    for (const auto& [id, claim] : saved_)
        if (!scratch_->claims.contains(id)) remove(id);
    for (const auto& [id, claim] : scratch_->claims) {
        auto saved = saved_.find(id);
        if (saved != saved_.end() && saved->second == claim) continue;
        remove(id);
        insert(claim);
    }
    clear();
}

void ClaimTable::clear() {
    saved_.clear();
    scratch_.reset();
}

void ClaimTable::remove(ClaimId id) {
    db_.query("DELETE FROM claim_finding_param WHERE claim = ?").with(id).run();
    db_.query("DELETE FROM claim_finding WHERE claim = ?").with(id).run();
    db_.query("DELETE FROM claim_rejected WHERE claim = ?").with(id).run();
    db_.query("DELETE FROM claim WHERE id = ?").with(id).run();
}

void ClaimTable::insert(const Claim& claim) {
    db_.query(
           "INSERT INTO claim (id, scheme, payer, first, last, as_of, head, table_hash, lines, sum_fen, state, "
           "received_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(claim.id, claim.payer.scheme, claim.payer.payer, claim.period.first, claim.period.last, claim.as_of,
              claim.head, claim.table_hash, claim.lines, claim.sum, claim.state, claim.received)
        .run();
    insert_findings(claim);
    insert_rejected(claim);
}

void ClaimTable::insert_findings(const Claim& claim) {
    auto finding_row =
        db_.query("INSERT INTO claim_finding (claim, place, number, code, answer) VALUES (?, ?, ?, ?, ?)");
    auto param_row =
        db_.query("INSERT INTO claim_finding_param (claim, place, position, name, value) VALUES (?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& finding : claim.findings) {
        finding_row.with(claim.id, place, finding.number, finding.code, finding.answer).run();
        finding_row.reset();
        std::int64_t position = 0;
        for (const auto& param : finding.params) {
            param_row.with(claim.id, place, position++, param.name, param.value).run();
            param_row.reset();
        }
        ++place;
    }
}

void ClaimTable::insert_rejected(const Claim& claim) {
    auto insert =
        db_.query("INSERT INTO claim_rejected (claim, place, order_id, reason, borne) VALUES (?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& line : claim.rejected) {
        insert.with(claim.id, place++, line.order, line.reason, line.borne).run();
        insert.reset();
    }
}

std::map<ClaimId, Claim> ClaimTable::all() {
    std::map<ClaimId, Claim> claims;
    auto rows = db_.query(
        "SELECT id, scheme, payer, first, last, as_of, head, table_hash, lines, sum_fen, state, received_fen "
        "FROM claim");
    while (rows.next()) {
        Claim claim;
        claim.id = rows.id<ClaimId>(0);
        claim.payer = {rows.text(1), rows.text(2)};
        claim.period = {rows.date(3), rows.date(4)};
        claim.as_of = rows.as<Seq>(5);
        claim.head = rows.bytes<32>(6);
        claim.table_hash = rows.bytes<32>(7);
        claim.lines = rows.as<std::uint32_t>(8);
        claim.sum = rows.fen(9);
        claim.state = rows.as<ClaimState>(10);
        claim.received = rows.fen(11);
        claims.emplace(claim.id, std::move(claim));
    }
    load_findings(claims);
    load_params(claims);
    load_rejected(claims);
    return claims;
}

void ClaimTable::load_findings(std::map<ClaimId, Claim>& claims) {
    auto rows = db_.query("SELECT claim, number, code, answer FROM claim_finding ORDER BY claim, place");
    while (rows.next()) {
        Finding finding{rows.as<std::uint32_t>(1), rows.as<FindingCode>(2), {}, rows.text(3)};
        claims.at(rows.id<ClaimId>(0)).findings.push_back(std::move(finding));
    }
}

void ClaimTable::load_params(std::map<ClaimId, Claim>& claims) {
    auto rows = db_.query("SELECT claim, place, name, value FROM claim_finding_param ORDER BY claim, place, position");
    while (rows.next()) {
        auto& findings = claims.at(rows.id<ClaimId>(0)).findings;
        findings.at(rows.as<std::size_t>(1)).params.push_back({rows.text(2), rows.text(3)});
    }
}

void ClaimTable::load_rejected(std::map<ClaimId, Claim>& claims) {
    auto rows = db_.query("SELECT claim, order_id, reason, borne FROM claim_rejected ORDER BY claim, place");
    while (rows.next()) {
        RejectedLine line{rows.id<OrderId>(1), rows.text(2), rows.number(3) != 0};
        claims.at(rows.id<ClaimId>(0)).rejected.push_back(std::move(line));
    }
}

}  // namespace canteen
