#include "canteen/cli/office_errands.h"

#include <algorithm>
#include <iterator>

#include "canteen/cli/member_merge_words.h"
#include "canteen/cli/office_answers.h"
#include "canteen/cli/office_words.h"
#include "canteen/cli/refund_words.h"
#include "canteen/crypto/random.h"
#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/number.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {
namespace {

constexpr std::uint32_t audit_lines = 50;

// Those who were ended are named by their id alone.
StaffId staff_called(OfficeClient& office, const std::string& who) {
    auto listed = office.ask<StaffListed>(ListStaff{});
    if (std::holds_alternative<AdminText>(listed)) return {};
    std::vector<StaffId> found;
    for (const auto& staff : std::get<StaffListed>(listed).staff)
        if ((staff.name == who && !staff.ended) || to_hex(staff.id.bytes) == who) found.push_back(staff.id);
    return found.size() == 1 ? found.front() : StaffId{};
}

// Nothing: the words behind "audit" are none of it.
std::optional<AdminText> audit(OfficeClient& office, std::vector<std::string> words) {
    if (words.empty() || words.front() != "audit") return std::nullopt;
    words.erase(words.begin());
    const bool of_acts = !words.empty() && words.front() == "acts";
    if (of_acts) words.erase(words.begin());
    if (words.size() > 1) return std::nullopt;
    const auto most = words.empty() ? audit_lines : whole_number<std::uint32_t>(words.front()).value_or(0);
    return of_acts ? office.tell(ListActs{most}) : office.tell(ListReads{most});
}

StaffMember changed(StaffMember staff, const ChangeStaff& change) {
    if (change.name) staff.name = *change.name;
    if (change.roles) staff.roles = *change.roles;
    if (change.valid) staff.valid = *change.valid;
    return staff;
}

// Asks part by part, until all claims are there.
AdminText list_claims(OfficeClient& office) {
    ClaimsListed all;
    while (true) {
        auto listed = office.ask<ClaimsListed>(ListClaims{all.claims.empty() ? ClaimId{} : all.claims.back().id});
        if (auto* why = std::get_if<AdminText>(&listed)) return std::move(*why);
        auto& part = std::get<ClaimsListed>(listed);
        const bool is_last = !part.more || part.claims.empty();
        std::ranges::move(part.claims, std::back_inserter(all.claims));
        if (is_last) return told(std::move(all), ProtobufCodec{});
    }
}

// Does an errand, with one function for each kind.
struct Errand {
    OfficeClient& office;

    AdminText operator()(CommandBody& command) const { return office.tell(std::move(command), "done"); }
    AdminText operator()(QueryBody& query) const {
        if (std::holds_alternative<ListClaims>(query)) return list_claims(office);
        auto result = office.result_of(std::move(query));
        if (auto* why = std::get_if<AdminText>(&result)) return std::move(*why);
        return told(std::get<QueryResult>(std::move(result)), ProtobufCodec{});
    }
    AdminText operator()(AddStaff& add) const {
        SystemRandom random;
        add.staff.id = new_id<StaffId>(office.now(), random);
        return office.tell(PutStaff{std::move(add.staff)}, "added");
    }
    AdminText operator()(const ChangeStaff& change) const {
        auto listed = office.ask<StaffListed>(ListStaff{});
        if (auto* why = std::get_if<AdminText>(&listed)) return std::move(*why);
        for (auto& staff : std::get<StaffListed>(listed).staff)
            if (staff.id == change.staff) return office.tell(PutStaff{changed(std::move(staff), change)}, "changed");
        return {false, "nobody has that id any more"};
    }
    AdminText operator()(const SetPinOf& set) const { return office.tell(SetStaffPin{set.staff, set.pin}); }
    AdminText operator()(const RejectByPickup& line) const {
        const auto number = parse_pickup(line.pickup);
        if (!number) return {false, "the pickup number must be like A012"};
        auto found = office.ask<OrderFound>(OrderOfPickup{line.date, *number});
        if (auto* why = std::get_if<AdminText>(&found)) return std::move(*why);
        const auto order = std::get<OrderFound>(found).order;
        return office.tell(RejectClaimLine{line.claim, order, line.reason, line.borne}, "done");
    }
    AdminText operator()(const MergeByNumbers& both) const {
        auto shown = office.ask<MergePreview>(PreviewMerge{both.kept, both.merged});
        if (auto* why = std::get_if<AdminText>(&shown)) return std::move(*why);
        const auto& preview = std::get<MergePreview>(shown);
        if (!both.seen) return {true, merge_preview(preview)};
        const auto [kept_seen, merged_seen] = *both.seen;
        return office.tell(MergeMembers{both.kept, both.merged, kept_seen, merged_seen}, merge_done(preview));
    }
};

}  // namespace

OfficeBook book_of(OfficeClient& office) {
    return {[&office](const std::string& number) { return office.member_of_number(number); },
            [&office] { return date_at_site(office.now()); },
            [&office](const std::string& who) { return staff_called(office, who); }};
}

AdminText do_errand(OfficeClient& office, const std::vector<std::string>& words) {
    if (auto told = audit(office, words)) return *std::move(told);
    const auto book = book_of(office);
    auto read = office_ask(words, book);
    if (auto* usage = std::get_if<std::string>(&read)) return {false, std::move(*usage)};
    return std::visit(Errand{office}, std::get<OfficeAsk>(read));
}

}  // namespace canteen
