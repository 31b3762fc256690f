// Who stands at the till and in whose name it goes on; what waits for the server while a drawer changes hands.
#include <gtest/gtest.h>

#include "canteen/crypto/box.h"
#include "canteen/crypto/pin_verifier.h"
#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

class PageShiftTest : public PageBench, public testing::Test {
protected:
    void SetUp() override {
        const PinStretch quick{1, 1, Bytes16{7}};  // no 100 ms a try
        const PinVerifier verifier{quick, pin_hash(stretched(pin, quick), li.bytes)};
        const auto sealed = seal_to(public_key_of(SigningSeed{}), bytes_of(verifier)).value();
        server.staff = {{{li, "李收银", {StaffRole::cashier}, {}}, {{DeviceId{Bytes16{5}}, sealed}}}};
        connect();
        EXPECT_FALSE(act([&](v1::PageFrame& f) {
                         f.mutable_log_in()->set_staff_id(std::string(as_view(li.bytes)));
                         f.mutable_log_in()->set_pin(pin);
                     }).has_refused());
        EXPECT_FALSE(act([](v1::PageFrame& f) { f.mutable_open_shift(); }).has_refused());
        run_for(moment);
    }
    v1::ActionAnswer close_shift() {
        return act([](v1::PageFrame& f) { f.mutable_close_shift(); });
    }
    v1::ActionAnswer give_back_last() {
        const auto order = view().sale().order_id();
        return act([&](v1::PageFrame& f) {
            f.mutable_give_back()->set_order_id(order);
            f.mutable_give_back()->set_reason(v1::GUEST_ASKED);
        });
    }

    const StaffId li{Bytes16{41}};
    const std::string pin = "402917";
};

TEST_F(PageShiftTest, isNotClosedWhileASaleWaitsForItsAnswer) {
    lose_entries();
    add(pork);
    pay();
    EXPECT_EQ(close_shift().refused().name(), "sale_under_way");
    run_for(till_answer_wait + moment);
    EXPECT_FALSE(close_shift().has_refused()) << "the sale was stated";
    cut();
    mend();
    connect();
    ASSERT_GE(server.decided.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<CloseShift>(server.decided.back().body)) << "its sale came before";
    EXPECT_EQ(std::get<CloseShift>(server.decided.back().body).expected, Fen{12'00});
}

TEST_F(PageShiftTest, givesNoMoneyBackThatNobodyTook) {
    lose_entries();
    add(pork);
    pay();
    EXPECT_EQ(give_back_last().refused().name(), "sale_under_way");
    EXPECT_EQ(view().sale().stage(), v1::SALE_ASKING);
    run_for(till_answer_wait + moment);
    EXPECT_EQ(view().sale().stage(), v1::SALE_SOLD) << "the counter goes on";
    EXPECT_FALSE(give_back_last().has_refused());
}

// With a new key the till can read nothing of what it knew of the canteen, and the server is away.
TEST_F(PageShiftTest, goesOnInTheNameOfWhoWasLoggedInUntilItKnowsItsPeopleAgain) {
    reach_server(false);
    SigningSeed fresh{};
    fresh.fill(3);
    use_key(fresh);
    kill();
    EXPECT_TRUE(seller().replica().staff().empty());
    act([](v1::PageFrame& f) {
        f.mutable_move_drawer()->set_kind("pay_in");
        f.mutable_move_drawer()->set_fen(5'00);
        f.mutable_move_drawer()->set_reason("零钱");
    });
    connect();
    ASSERT_TRUE(std::holds_alternative<MoveDrawer>(server.decided.back().body));
    EXPECT_EQ(server.decided.back().person, staff_person(li));
    act([](v1::PageFrame& f) { f.mutable_log_out(); });
    kill();
    EXPECT_FALSE(seller().person());
}

}  // namespace
}  // namespace canteen::till::test
