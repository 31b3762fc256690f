// The books as files for the office. Each report opens a reader of its own on the database and reads in short slices,
// so that lunch goes on and the write-ahead log can always be written back. Any thread; throws StoreError.
#pragma once

#include <filesystem>
#include <functional>

#include "canteen/app/query.h"
#include "canteen/domain/model/calendar.h"
#include "canteen/domain/model/employer.h"
#include "canteen/domain/model/partner.h"
#include "canteen/domain/model/scheme.h"
#include "canteen/domain/model/site.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

struct Books {
    std::filesystem::path database;
    SiteKeys keys;
    Site site;
};

// Runs on the report thread.
using Report = std::function<QueryResult()>;

Document trial_balance(const Books& books);
Document employer_statement(const Books& books, const Employer& employer, const ClaimPeriod& month);
Document partner_statement(const Books& books, const PartnerAgreement& agreement, const ClaimPeriod& period);
Document service_counts(const Books& books, const ClaimPeriod& period);
// Lists the entries that the server failed at and put aside, a line each.
Document unprocessable_entries(const Books& books);
// Covers all records of the person: `merged` are those that were merged into `member`. `as_of`: now, as the document
// says.
Document member_export(const Books& books, const Member& member, std::vector<Member> merged, Timestamp as_of);
// As of the journal's last row, findings without answers; `id` names it.
Claim draft_claim(const Books& books, const DrawUpClaim& asked, ClaimId id);
// The canonical file as of the claim's row.
Document claim_document(const Books& books, const Claim& claim);
Document claim_print(const Books& books, const Claim& claim, ClaimForm form);

}  // namespace canteen
