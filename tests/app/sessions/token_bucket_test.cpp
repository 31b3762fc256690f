#include "canteen/app/sessions/token_bucket.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

using namespace std::chrono_literals;

TEST(TokenBucket, GivesSoManyAtOnceAndThenSoManyASecond) {
    TokenBucket bucket(5, 20);
    TokenBucket::Instant now;
    const auto taken = [&bucket, &now] {
        int count = 0;
        while (bucket.take(now)) ++count;
        return count;
    };
    EXPECT_EQ(taken(), 20);
    now += 1s;
    EXPECT_EQ(taken(), 5);
    now += 199ms;
    EXPECT_EQ(taken(), 0);
    now += 1h;
    EXPECT_EQ(taken(), 20) << "and never more";
}

}  // namespace
}  // namespace canteen
