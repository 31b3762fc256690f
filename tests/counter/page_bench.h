// A till with its counter and page, and a fake server: acts as a page does, by frames, and can end the till's process
// anywhere.
#pragma once

#include <memory>
#include <string>

#include "pos-client/page/page_till.h"
#include "tests/counter/fake_tray.h"
#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {

class SoundlessNames final : public Phonetics {
public:
    std::vector<std::string> spellings_of(const std::string& name) const override { return {name}; }
};

class PageBench : public TillBench {
public:
    explicit PageBench(std::uint64_t seed = 1) : TillBench(seed), random_(seed + 1) {
        hear = [this](const News& news) {
            if (page_) page_->hear(news, now);
        };
        open_page();
    }

    // Ends the process without a word, with whatever its disk holds, and starts it again.
    void kill() {
        page_.reset();
        restart();
        open_page();
    }

    v1::ActionAnswer act(const v1::PageFrame& frame) {
        auto answer = page_->answer(frame, now);
        run_for(step);
        page_->save();
        return answer;
    }
    template <class Fill>
    v1::ActionAnswer act(Fill fill) {
        auto frame = next_frame();
        fill(frame);
        return act(frame);
    }
    v1::PageFrame next_frame() {
        v1::PageFrame frame;
        frame.set_action_id(std::string(12, 'a') + std::to_string(1000 + ++actions_));
        return frame;
    }
    v1::ActionAnswer add(DishId dish) {
        return act([&](v1::PageFrame& f) { f.mutable_add_dish()->set_dish(dish.value); });
    }
    v1::ActionAnswer type(const std::string& text, bool burst = false) {
        return act([&](v1::PageFrame& f) {
            f.mutable_type_field()->set_text(text);
            f.mutable_type_field()->set_burst(burst);
        });
    }
    v1::PageFrame pay_frame(Fen given = {}) {
        auto frame = next_frame();
        auto& pay = *frame.mutable_pay_basket();
        pay.set_basket_id(view().basket().basket_id());
        pay.set_revision(view().basket().revision());
        pay.set_given_fen(given.value);
        return frame;
    }
    v1::ActionAnswer pay(Fen given = {}) { return act(pay_frame(given)); }

    v1::TillView view() { return page_->view(now); }
    PageTill& page() { return *page_; }
    FakeTray tray;

    // Counts the sales that the server has of this till, and those it would still get.
    std::size_t sales_decided() const {
        std::set<OrderId> orders;
        for (const auto& command : server.decided) {
            if (const auto* ask = std::get_if<PlaceOrder>(&command.body)) orders.insert(ask->order.id);
            if (const auto* sale = std::get_if<RecordSale>(&command.body)) orders.insert(sale->order.id);
        }
        return orders.size();
    }

private:
    void open_page() {
        page_ = std::make_unique<PageTill>(Counter::House{seller(), outbox(), random_, names_, key_of_page_}, tray,
                                           TillNames{"till 1"}, now);
    }

    CountingRandom random_;
    SoundlessNames names_;
    SigningSeed key_of_page_{};
    std::unique_ptr<PageTill> page_;
    int actions_ = 0;
};

}  // namespace canteen::till::test
