// Reads all that is kept of one member beside their record, so that they can have it. Reads only, each table in a short
// read transaction of its own. Any thread, each with its own call.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// A move on the member's stored value; a positive sum is more for them.
struct AccountMove {
    Seq seq = 0;
    Timestamp at;
    OrderId order;  // nil if it belongs to no order, such as a top-up
    AccountKind account = AccountKind::member_principal;
    Fen fen;
    bool operator==(const AccountMove&) const = default;
};
struct PointsMove {
    Seq seq = 0;
    Timestamp at;
    OrderId order;  // nil if it belongs to no order
    std::int64_t points = 0;
    bool operator==(const PointsMove&) const = default;
};

struct MemberHistory {
    std::vector<Order> orders;  // by date
    std::vector<AccountMove> account_moves;
    Fen principal, bonus;
    std::vector<VolunteerHours> hours;  // by date
    std::vector<PointsMove> points_moves;
    std::int64_t points = 0;
    std::vector<std::pair<UseKey, std::int64_t>> uses;  // a count of meals, or fen
};

// Returns an empty history for an id that nothing names. Reads all postings to find those on the member's accounts:
// about a second for a million orders. Throws StoreError.
MemberHistory read_member_history(const std::filesystem::path& database, const Codec& codec, MemberId member);

}  // namespace canteen
