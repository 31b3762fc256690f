#include "canteen/domain/model/share.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Shares, are_told_apart_by_scheme_step_and_payer) {
    std::vector<Share> shares{{"town", 0, "city", Fen{300}}};
    add(shares, {"town", 0, "city", Fen{200}});
    add(shares, {"town", 1, "city", Fen{100}});
    add(shares, {"town", 0, "street", Fen{50}});
    EXPECT_EQ(shares.size(), 3U);
    EXPECT_EQ(share_in(shares, {"town", 0, "city", {}}), Fen{500});
    EXPECT_EQ(share_in(shares, {"mill", 0, "city", {}}), Fen{});
    EXPECT_EQ(same_share(shares, {"town", 1, "city", {}}), &shares[1]);
    EXPECT_EQ(same_share(shares, {"town", 2, "city", {}}), nullptr);
}

}  // namespace
}  // namespace canteen
