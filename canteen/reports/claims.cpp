#include "canteen/reports/claims.h"

#include <algorithm>

#include "canteen/app/store.h"
#include "canteen/domain/base/hex.h"
#include "canteen/domain/claims/edit_check.h"
#include "canteen/engine/config.h"
#include "canteen/files/claims/claim_csv.h"
#include "canteen/files/claims/claim_xlsx.h"
#include "canteen/storage/schema/journal_anchor.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {
namespace {

constexpr std::size_t reference_bytes = 10;  // two of a million persons alike: once in ten thousand sites
constexpr std::size_t max_told_lines = 20;

// The same person is the same in all claims on one payer, and cannot be followed to another payer's.
MemberReference reference_for(const SiteKeys& keys, const ClaimPayer& payer) {
    return [key = keys.blind_index, owner = to_string(payer)](MemberId member) {
        auto hash = keyed_hash_of(key, {"claim member", owner, as_view(member.bytes)});
        return to_hex(as_view(hash).substr(0, reference_bytes));
    };
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Where the two differ, walking both: a line that only one of them has is told as such.
class Comparison {
public:
    Comparison(std::string_view file, std::string_view journal) : file_(lines_of(file)), journal_(lines_of(journal)) {}

    std::vector<std::string> findings() {
        std::size_t ours = 0, theirs = 0;
        while (ours < file_.size() || theirs < journal_.size()) {
            if (ours < file_.size() && theirs < journal_.size() && file_[ours] == journal_[theirs]) {
                ++ours, ++theirs;
            } else if (theirs < journal_.size() && stands_later(file_, ours, journal_[theirs]) == file_.size()) {
                tell(ours, "the journal has here: " + std::string(journal_[theirs++]));
            } else {
                tell(ours, "is not the journal's: " + std::string(file_[ours]));
                ++ours;
            }
        }
        if (count_ > max_told_lines) told_.push_back("and " + std::to_string(count_ - max_told_lines) + " lines more");
        return std::move(told_);
    }

private:
    static std::size_t stands_later(const std::vector<std::string_view>& lines, std::size_t from,
                                    std::string_view line) {
        return static_cast<std::size_t>(
            std::find(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(), line) - lines.begin());
    }
    void tell(std::size_t line, const std::string& what) {
        if (++count_ <= max_told_lines) told_.push_back("claim line " + std::to_string(line + 1) + ": " + what);
    }

    std::vector<std::string_view> file_, journal_;
    std::vector<std::string> told_;
    std::size_t count_ = 0;
};

}  // namespace

std::string claim_file(const std::filesystem::path& database, const SiteKeys& keys, const ClaimPayer& payer,
                       const ClaimPeriod& period, Seq as_of) {
    ProtobufCodec codec;
    auto draft = draw_up_claim(database, codec, payer, period, as_of);
    auto table = write_claim_table(payer, draft.lines, reference_for(keys, payer));
    auto table_hash = to_hex(hash_of({table}));
    return write_claim_manifest({payer, period, anchor_text(draft.as_of)}, draft.lines, table_hash) + table;
}

Claim draft_claim(const std::filesystem::path& database, const SiteKeys& keys, const Site& site, ClaimId id,
                  const ClaimPayer& payer, const ClaimPeriod& period) {
    ProtobufCodec codec;
    auto [draft, seen] = draw_up_claim_to_check(database, codec, payer, period);
    auto names = read_claim_names(database, keys, codec);
    auto reference = reference_for(keys, payer);
    auto member = [&](MemberId who) {
        auto found = names.members.find(who);
        return found == names.members.end() ? nullptr : &found->second;
    };
    Claim claim;
    claim.id = id;
    claim.payer = payer;
    claim.period = period;
    claim.as_of = draft.as_of.seq;
    claim.head = draft.as_of.hash;
    claim.table_hash = hash_of({write_claim_table(payer, draft.lines, reference)});
    claim.lines = static_cast<std::uint32_t>(draft.lines.size());
    for (const auto& line : draft.lines) claim.sum += line.share;
    claim.findings =
        check_claim(draft.lines, {payer, period, draft.scheme ? &*draft.scheme : nullptr, areas_of(site), seen, member,
                                  reference, std::move(draft.earlier), std::move(draft.unclaimed)});
    return claim;
}

std::vector<std::string> check_claim_file(const std::string& text, const std::filesystem::path& database,
                                          const SiteKeys& keys) {
    auto manifest = read_claim_manifest(text);
    if (!manifest) return {to_string(manifest.error())};
    try {
        auto as_of = parse_anchor(manifest->as_of);
        auto journal = claim_file(database, keys, manifest->payer, manifest->period, as_of.seq);
        if (journal == text) return {};
        auto findings = Comparison(text, journal).findings();
        if (findings.empty()) findings.emplace_back("the claim's line ends are not the journal's");
        return findings;
    } catch (const StoreError& e) {
        return {e.what()};
    } catch (const OperatorError& e) {
        return {e.what()};
    }
}

PrintableClaim printable_claim(const std::filesystem::path& database, const SiteKeys& keys, const Site& site,
                               const ClaimPayer& payer, const ClaimPeriod& period, Seq as_of) {
    ProtobufCodec codec;
    auto draft = draw_up_claim(database, codec, payer, period, as_of);
    auto names = read_claim_names(database, keys, codec);
    const PrintBasis basis{payer,
                           std::move(names.members),
                           std::move(names.devices),
                           std::move(draft.scheme),
                           areas_of(site),
                           site.own_kitchen,
                           std::move(names.calendar),
                           std::move(draft.earlier),
                           std::move(draft.refunded)};
    return {payer, period, printed_meals(draft.lines, basis)};
}

PrintedClaim print_claim(const std::string& text, const std::filesystem::path& database, const SiteKeys& keys,
                         const Site& site) {
    auto findings = check_claim_file(text, database, keys);
    if (!findings.empty()) throw OperatorError("the file is not the journal's: " + findings.front());
    auto manifest = *read_claim_manifest(text);
    auto claim =
        printable_claim(database, keys, site, manifest.payer, manifest.period, parse_anchor(manifest.as_of).seq);
    return {print_persons(claim.meals), print_meals(claim.meals),
            claim_workbook(claim.payer, claim.period, claim.meals)};
}

}  // namespace canteen
