// Whatever is tapped, doubled, lost or killed at a counter: each basket is sold at most once, and no sale is lost.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

enum class Step : std::uint8_t {
    tap_pork,
    tap_greens,
    card,
    pay,
    pay_again,
    next,
    park,
    resume,
    kill,
    cut,
    back,
    wait
};

// Plays the steps and remembers each basket that a page was told is sold.
class Play {
public:
    Play() { bench_.connect(); }

    void take(Step step) {
        switch (step) {
            case Step::tap_pork:
                bench_.add(pork);
                break;
            case Step::tap_greens:
                bench_.add(greens);
                break;
            case Step::card:
                bench_.type(member_number);
                break;
            case Step::pay:
                last_pay_ = bench_.pay_frame();
                bench_.act(last_pay_);
                break;
            case Step::pay_again:
                last_pay_.set_action_id(bench_.next_frame().action_id());
                bench_.act(last_pay_);
                break;
            case Step::next:
                bench_.act([](v1::PageFrame& f) { f.mutable_next_guest(); });
                break;
            case Step::park:
                bench_.act([](v1::PageFrame& f) { f.mutable_park_basket(); });
                break;
            case Step::resume:
                resume();
                break;
            case Step::kill:
                bench_.kill();
                break;
            case Step::cut:
                bench_.reach_server(false);
                break;
            case Step::back:
                bench_.reach_server(true);
                break;
            case Step::wait:
                bench_.run_for(std::chrono::milliseconds{4'000});
                break;
        }
        note_sold();
    }

    void end() {
        bench_.reach_server(true);
        bench_.run_for(std::chrono::milliseconds{60'000});
        note_sold();
        const auto decided = sold_by_server();
        for (const auto& [basket, order] : sold_) RC_ASSERT(decided.contains(order));  // no sale is lost
        std::set<std::string> orders;
        for (const auto& [basket, order] : sold_) RC_ASSERT(orders.insert(order).second);
        RC_ASSERT(bench_.outbox().queued_count() == 0U);
    }

private:
    void resume() {
        const auto parked = bench_.view().parked();
        if (parked.baskets_size() == 0) return;
        bench_.act([&](v1::PageFrame& f) { f.mutable_resume_basket()->set_basket_id(parked.baskets(0).basket_id()); });
    }

    void note_sold() {
        const auto sale = bench_.view().sale();
        if (sale.stage() != v1::SALE_SOLD) return;
        const auto known = sold_.emplace(sale.basket_id(), sale.order_id()).first;
        RC_ASSERT(known->second == sale.order_id());  // one sale a basket
    }

    std::set<std::string> sold_by_server() const {
        std::set<std::string> orders;
        for (const auto& command : bench_.server.decided) {
            const auto* ask = std::get_if<PlaceOrder>(&command.body);
            const auto* sale = std::get_if<RecordSale>(&command.body);
            if (ask || sale) orders.insert(std::string(as_view((ask ? ask->order : sale->order).id.bytes)));
        }
        return orders;
    }

    PageBench bench_;
    v1::PageFrame last_pay_ = bench_.pay_frame();
    std::map<std::string, std::string> sold_;
};

RC_GTEST_PROP(CounterProperty, sellsEachBasketAtMostOnceAndLosesNoSale, ()) {
    const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
    Play play;
    for (const auto step : steps) play.take(static_cast<Step>(step));
    play.end();
}

}  // namespace
}  // namespace canteen::till::test
