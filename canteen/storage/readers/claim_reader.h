// Draws a claim up from the journal alone, never from a table that could have been changed. Reads only, in slices of a
// few milliseconds, so that a running server's WAL can always be written back. Any thread, each with its own reader.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "canteen/app/codec.h"
#include "canteen/domain/claims/claim_book.h"
#include "canteen/domain/claims/orders_seen.h"
#include "canteen/storage/schema/journal.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

struct ClaimDraft {
    JournalHead as_of;
    std::vector<ClaimLine> lines;
    std::optional<Scheme> scheme;           // the payer's, as published by then
    std::vector<ClaimLine> earlier;         // from ClaimBook::asked_beside() for the lines
    RefundedMeals refunded;                 // among the lines
    std::vector<UnclaimedMonth> unclaimed;  // before the period
};

// Draws the claim up as of the row `as_of`; 0 means the last row. Checks every row up to it against the chain. Throws
// StoreError if the row does not exist, or if one was changed, moved or taken out.
ClaimDraft draw_up_claim(const std::filesystem::path& database, const Codec& codec, const ClaimPayer& payer,
                         const ClaimPeriod& period, Seq as_of = 0);

// A draft as of the last row, with what all orders say beside it: decodes every sale, not only those of the payer.
struct SeenClaimDraft {
    ClaimDraft draft;
    OrdersSeen seen;
};
SeenClaimDraft draw_up_claim_to_check(const std::filesystem::path& database, const Codec& codec,
                                      const ClaimPayer& payer, const ClaimPeriod& period);

// The people, devices and calendar behind a claim's ids.
struct ClaimNames {
    std::map<MemberId, Member> members;  // without those whose data key was destroyed
    std::map<DeviceId, std::string> devices;
    Calendar calendar;
};

// Unseals persons: only for printing. Throws StoreError.
ClaimNames read_claim_names(const std::filesystem::path& database, const SiteKeys& keys, const Codec& codec);

}  // namespace canteen
