// A claim's canonical form: a manifest of names and values, a blank line, and one line a meal. Nobody is named in it.
// Writing it again yields the same bytes, so that anyone can hold a file against the journal. Pure; any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/files/result.h"

namespace canteen {

// Tells a claim's persons apart and does not say who they are; never asked for nil.
using MemberReference = std::function<std::string(MemberId)>;

struct ClaimManifest {
    ClaimPayer payer;
    ClaimPeriod period;
    std::string as_of;  // SEQ:HASH, the journal's head when it was drawn up
    bool operator==(const ClaimManifest&) const = default;
};

// Order, month and meal, person, scheme version and steps; food, what earlier claims asked for and what this one does,
// in fen; device, pickup number, journal row.
std::string write_claim_table(const ClaimPayer& payer, const std::vector<ClaimLine>& lines,
                              const MemberReference& reference);
// With the blank line that ends it. `table_hash`: of the table's bytes, in hex.
std::string write_claim_manifest(const ClaimManifest& manifest, const std::vector<ClaimLine>& lines,
                                 const std::string& table_hash);

// Reads the manifest of a whole claim file, without looking at its lines and sums.
Result<ClaimManifest> read_claim_manifest(std::string_view text);

}  // namespace canteen
