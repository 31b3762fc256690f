// A counter's hour, and the till's disk as a crash would leave it after every single write: it opens, each sale that
// was answered is there once, no basket is both sold and standing, the shift is whole, and every slip that was promised
// is kept.
#include <gtest/gtest.h>

#include <iostream>

#include "pos-client/printer/print_outbox.h"
#include "tests/counter/page_bench.h"
#include "tests/counter/recorded_disk.h"

namespace canteen::till::test {
namespace {

constexpr std::size_t all_entries = 1'000'000;

// Notes what pages had been told, and the disk's steps until then.
struct Moment {
    std::size_t steps = 0;
    std::map<BasketId, OrderId> sold;
    std::set<BasketId> standing;
    std::optional<OwnShift> shift;
    Fen cash;
    std::size_t facts = 0;
    std::vector<PrintKey> prints;
};

std::set<BasketId> standing_in(const WorkingBasket& basket, const std::vector<ParkedBasket>& parked) {
    std::set<BasketId> standing;
    if (!basket.is_empty()) standing.insert(basket.id);
    for (const auto& one : parked) standing.insert(one.basket.id);
    return standing;
}

std::size_t facts_in(const Outbox& outbox) {
    std::size_t facts = 0;
    for (const auto& entry : outbox.kept_from(0, all_entries)) facts += entry.kind >= EntryKind::shift_open ? 1 : 0;
    return facts;
}

// Plays the hour on a disk that is recorded.
class CountersHour {
public:
    CountersHour() : prints_(prints_dir_ / "prints.db", key_, random_) {
        bench_.connect();
        do_it([](v1::PageFrame& f) { count(*f.mutable_open_shift(), 200'00); });
    }

    void play() {
        sell(pork);
        bench_.type(member_number);
        sell(noodles);
        bench_.add(greens);
        do_it([](v1::PageFrame& f) { f.mutable_park_basket(); });
        sell(pork);
        resume();
        move("pay_out", 5'00);
        bench_.reach_server(false);
        sell(greens);
        give_back_last();
        sell(pork);
        top_up();
        bench_.add(pork);
        note();
        hand_over();
        bench_.reach_server(true);
        let_pass(12'000);
        bench_.outbox().wipe();
        sell_unanswered();
        move("safe_drop", 100'00);
        sell(noodles);
        do_it([](v1::PageFrame& f) { count(*f.mutable_close_shift(), 100'00); });
        disk_.stop();
    }

    const RecordedDisk& disk() const { return disk_; }
    const std::vector<Moment>& moments() const { return moments_; }

private:
    template <class Wanted>
    static void count(Wanted& wanted, std::uint32_t fen) {
        auto& note = *wanted.add_counted();
        note.set_fen(fen);
        note.set_count(1);
    }

    template <class Fill>
    void do_it(Fill fill) {
        EXPECT_FALSE(bench_.act(fill).has_refused());
        note();
    }

    // Notes what the pages were told by now; slips go to their own disk at once.
    void note() {
        for (; printed_ < bench_.tray.order.size(); ++printed_) {
            const auto& key = bench_.tray.order[printed_];
            prints_.add(key, bench_.tray.printed.at(key), bench_.now);
        }
        auto moment = moments_.empty() ? Moment{} : moments_.back();
        const auto& counter = bench_.page().counter();
        if (counter.sale().stage != SaleStage::none) moment.sold[counter.sale().basket.id] = counter.sale().order;
        moment.standing = standing_in(counter.basket(), counter.parked());
        moment.shift = bench_.seller().open_shift();
        moment.cash = bench_.seller().expected_cash();
        moment.facts = facts_in(bench_.outbox());
        moment.prints = bench_.tray.order;
        moment.steps = disk_.steps();
        moments_.push_back(std::move(moment));
    }

    void sell(DishId dish) {
        bench_.add(dish);
        note();
        EXPECT_FALSE(bench_.pay().has_refused());
        note();
        let_pass(200);
        do_it([](v1::PageFrame& f) { f.mutable_next_guest(); });
    }

    // No answer comes: the till gives up waiting and states the sale.
    void sell_unanswered() {
        bench_.lose_answers();
        bench_.pay();
        note();
        for (int i = 0; i < 80; ++i) let_pass(50);
        bench_.mend();
        bench_.cut();
        let_pass(12'000);
        do_it([](v1::PageFrame& f) { f.mutable_next_guest(); });
    }

    void resume() {
        const auto parked = bench_.page().counter().parked().front().basket.id;
        do_it([&](v1::PageFrame& f) { f.mutable_resume_basket()->set_basket_id(std::string(as_view(parked.bytes))); });
        do_it([](v1::PageFrame& f) { f.mutable_clear_basket(); });
    }
    void move(const char* kind, std::int64_t fen) {
        do_it([&](v1::PageFrame& f) {
            f.mutable_move_drawer()->set_kind(kind);
            f.mutable_move_drawer()->set_fen(fen);
            f.mutable_move_drawer()->set_reason("买冰");
        });
    }
    void give_back_last() {
        const auto order = bench_.outbox().orders({.most = 1}).front().id;
        do_it([&](v1::PageFrame& f) {
            f.mutable_give_back()->set_order_id(std::string(as_view(order.bytes)));
            f.mutable_give_back()->set_reason(v1::GUEST_ASKED);
        });
    }
    void top_up() {
        do_it([](v1::PageFrame& f) { f.mutable_open_desk()->set_member_id(std::string(as_view(member.bytes))); });
        do_it([](v1::PageFrame& f) {
            f.mutable_top_up()->set_fen(50'00);
            f.mutable_top_up()->set_kind(v1::CASH);
        });
    }
    void hand_over() {
        do_it([](v1::PageFrame& f) { count(*f.mutable_close_shift(), 250'00); });
        do_it([](v1::PageFrame& f) { count(*f.mutable_open_shift(), 250'00); });
    }
    void let_pass(int milliseconds) {
        bench_.run_for(std::chrono::milliseconds{milliseconds});
        bench_.page().save();
        note();
    }

    RecordedDisk disk_;  // before whatever opens a file
    ScratchDir prints_dir_;
    SigningSeed key_{};
    CountingRandom random_;
    PrintOutbox prints_;
    PageBench bench_;
    std::size_t printed_ = 0;
    std::vector<Moment> moments_;
};

// One disk as a crash left it, between two moments.
class Image {
public:
    Image(const CountersHour& hour, std::size_t after, Loss loss) {
        hour.disk().put_image(after, loss, dir_ / "");
        outbox_ = std::make_unique<Outbox>(dir_ / "till.db");
        till_ = std::make_unique<Till>(TillIdentity{DeviceId{Bytes16{5}}, {}, "canteen.local"}, "A", *outbox_, random_);
        counter_ = std::make_unique<Counter>(Counter::House{*till_, *outbox_, random_, names_, key_}, noon);
        standing_ = standing_in(counter_->basket(), counter_->parked());
    }

    void check(const Moment& before, const Moment& next) {
        check_chain();
        check_states();
        check_baskets(before, next);
        const auto& shift = till_->open_shift();
        EXPECT_TRUE(shift == before.shift || shift == next.shift);
        const bool is_quiet = before.shift == next.shift && before.cash == next.cash;
        EXPECT_TRUE(!is_quiet || till_->expected_cash() == before.cash) << "the drawer holds something else";
        EXPECT_GE(facts_in(*outbox_), before.facts);
        EXPECT_LE(facts_in(*outbox_), next.facts);
        PrintOutbox prints(dir_ / "prints.db", key_, random_);
        for (const auto& key : before.prints) EXPECT_TRUE(prints.document(key));
    }

private:
    void check_chain() {
        Hash hash = outbox_->base().hash;
        auto number = outbox_->base().device_seq;
        for (const auto& entry : outbox_->kept_from(0, all_entries)) {
            EXPECT_EQ(entry.device_seq, ++number);
            EXPECT_EQ(entry.hash, hash = next_link(hash, entry.bytes));
        }
        EXPECT_EQ(outbox_->head(), (ChainHead{number, hash}));
    }

    // The till says of a sale what its entries say.
    void check_states() {
        for (const auto& entry : outbox_->kept_from(0, all_entries)) {
            if (entry.kind > EntryKind::taken_back) continue;
            const auto order = outbox_->order(entry.order);
            ASSERT_TRUE(order) << "an entry of no order";
            EXPECT_FALSE(entry.kind == EntryKind::statement && order->state == SaleState::asked) << "stated, and asked";
            EXPECT_FALSE(entry.kind == EntryKind::taken_back && order->state != SaleState::cancelled)
                << "taken back, and sold";
        }
    }

    void check_baskets(const Moment& before, const Moment& next) {
        for (const auto& [basket, order] : before.sold) EXPECT_TRUE(outbox_->order(order)) << "a sale is lost";
        for (const auto& [basket, order] : next.sold)
            EXPECT_FALSE(outbox_->order(order) && standing_.contains(basket)) << "a basket is sold and stands there";
        for (const auto& basket : before.standing) {
            const auto sold = next.sold.find(basket);
            const bool is_sold = sold != next.sold.end() && outbox_->order(sold->second);
            const bool was_put_away = !next.standing.contains(basket) && sold == next.sold.end();
            EXPECT_TRUE(standing_.contains(basket) || is_sold || was_put_away) << "a basket is gone";
        }
        EXPECT_LE(outbox_->orders({}).size(), next.sold.size());
    }

    ScratchDir dir_;
    CountingRandom random_{7};
    SoundlessNames names_;
    SigningSeed key_{};
    std::unique_ptr<Outbox> outbox_;
    std::unique_ptr<Till> till_;
    std::unique_ptr<Counter> counter_;
    std::set<BasketId> standing_;
};

void check_image(const CountersHour& hour, std::size_t after, Loss loss) {
    SCOPED_TRACE("after step " + std::to_string(after) + ", loss " + std::to_string(static_cast<int>(loss)));
    const auto& moments = hour.moments();
    const auto next = std::ranges::upper_bound(moments, after, {}, &Moment::steps);
    const Moment nothing;
    const auto& before = next == moments.begin() ? nothing : *std::prev(next);
    Image(hour, after, loss).check(before, next == moments.end() ? before : *next);
}

TEST(CrashImages, ofEveryWriteHoldWhatThePagesWereTold) {
    CountersHour hour;
    hour.play();
    const auto steps = hour.disk().steps();
    std::cout << steps << " steps\n";
    EXPECT_GT(steps, 200U);
    for (std::size_t after = 0; after <= steps && !::testing::Test::HasFailure(); ++after) {
        check_image(hour, after, Loss::nothing);
        check_image(hour, after, Loss::all_unsynced);
        check_image(hour, after, Loss::first_unsynced);
    }
}

}  // namespace
}  // namespace canteen::till::test
