// A claim on a payer on its way: drawn up, checked, submitted, line by line accepted or not, paid. Its lines are not
// kept: they follow from the journal as of its row. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/device.h"
#include "canteen/domain/model/rejection.h"

namespace canteen {

inline constexpr std::size_t max_claim_findings = 200;  // one more finding says how many were left out
inline constexpr std::size_t max_rejected_lines = 5'000;
inline constexpr std::size_t max_finding_answer_bytes = 600;

enum class ClaimState : std::uint8_t { draft = 1, submitted = 2, paid = 3, dropped = 4 };
std::string_view name_of(ClaimState state);

// Findings of the edit check before submission (domain: US school meals' edit check; misuse audits). Values are the
// wire's and the disk's: never renumbered.
enum class FindingCode : std::uint16_t {
    served_over_entitled = 1,  // params: member, date, served, entitled
    over_open_days = 2,        // params: member, served, most
    double_use = 3,            // params: member, date, meal, served
    spike_hour = 4,            // params: date, hour, served, usual
    spike_till = 5,            // params: device, date, served, usual
    never_seen_otherwise = 6,  // params: member, served
    after_death = 7,           // params: member, served
    after_move = 8,            // params: member, served
    more_findings = 9,         // params: count
    not_entitled = 10,         // params: member, served: by the facts known now the payer gives nothing
    same_person = 11,          // params: member, other: two records have one ID number, and each was served
    never_claimed = 12         // params: month, served, fen: of an earlier month for which no claim was handed in
};
std::string_view name_of(FindingCode code);

// `member` of a param is the member's reference, as in the claim's file: no finding names a person.
struct Finding {
    std::uint32_t number = 0;  // 1, 2, ... within the claim
    FindingCode code = FindingCode::double_use;
    std::vector<Param> params;
    std::string answer;  // "" until somebody has answered it in writing
    bool operator==(const Finding&) const = default;
};

struct RejectedLine {
    OrderId order;
    std::string reason;
    bool borne = false;  // the canteen bears it; else the next claim asks again
    bool operator==(const RejectedLine&) const = default;
};

struct Claim {
    ClaimId id;
    ClaimPayer payer;
    ClaimPeriod period;
    Seq as_of = 0;      // the journal row as of which its lines are
    Hash head{};        // that row's hash
    Hash table_hash{};  // of the canonical file's table
    std::uint32_t lines = 0;
    Fen sum;  // of all lines
    std::vector<Finding> findings;
    ClaimState state = ClaimState::draft;
    std::vector<RejectedLine> rejected;
    Fen received;  // what the payer paid for it so far
    bool operator==(const Claim&) const = default;
};

}  // namespace canteen
