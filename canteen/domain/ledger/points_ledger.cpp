#include "canteen/domain/ledger/points_ledger.h"

#include <algorithm>

namespace canteen {

bool balances(const std::vector<PointsPosting>& transaction) {
    std::int64_t sum = 0;
    for (const auto& posting : transaction) sum += posting.points;
    return sum == 0;
}

std::vector<PointsPosting> into_holding(MemberId member, std::int64_t points, PointsAccountKind from) {
    if (points == 0) return {};
    return {{PointsAccountKind::member, member, points}, {from, MemberId{}, -points}};
}

std::vector<PointsPosting> from_holding_to(MemberId from, MemberId to, std::int64_t points) {
    return {{PointsAccountKind::member, from, -points}, {PointsAccountKind::member, to, points}};
}

std::int64_t spent_by(const std::vector<PointsPosting>& transaction) {
    std::int64_t spent = 0;
    for (const auto& posting : transaction)
        if (posting.account == PointsAccountKind::spent) spent += posting.points;
    return spent;
}

std::optional<std::int64_t> points_for(const PointsRule& rule, Fen fen) {
    const std::int64_t rate = rule.fen_per_point.value;
    if (rate <= 0) return std::nullopt;
    return (fen.value + rate - 1) / rate;
}

std::int64_t spendable(const PointsRule& rule, std::int64_t held) {
    return held < rule.spendable_from ? 0 : std::max<std::int64_t>(held, 0);
}

}  // namespace canteen
