#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <vector>

#include "canteen/crypto/hash.h"
#include "canteen/files/csv.h"
#include "canteen/files/disk_file.h"
#include "pos-client/borrow.h"
#include "pos-client/command/say.h"
#include "pos-client/commands.h"
#include "pos-client/replay/replay.h"
#include "pos-client/run_report.h"
#include "pos-client/service/connected_till.h"

namespace canteen::till {
namespace {

constexpr std::chrono::milliseconds sales_look_every{10};

struct Desk {
    std::string name;
    std::unique_ptr<ConnectedTill> till;
    std::unique_ptr<Replay> replay;
    std::string trouble;  // as told
};

// All registers of a file, in one loop, until every sale is decided.
class Run {
public:
    Run(const RunOptions& options, SalesFile sales) : options_(options) {
        for (auto& [name, checkouts] : sales) {
            desks_.push_back({name, std::make_unique<ConnectedTill>(loop_, clock_, options.tills / name), nullptr, {}});
            waiting_.push_back(std::move(checkouts));
        }
    }

    int run() {
        start_by_ = clock_.now() + std::chrono::milliseconds{options_.wait_ms};
        loop_.on_signal({SIGINT, SIGTERM}, [this](int) { loop_.stop(); });
        for (auto& desk : desks_) {
            desk.till->on_news = [this, &desk](const News& news) { hear(desk, news); };
            desk.till->start();
        }
        loop_.every(sales_look_every, [this] { on_timer(); });
        loop_.run();
        for (auto& desk : desks_) desk.till->save();
        return report();
    }

private:
    void on_timer() {
        if (!begun_) {
            if (!all_caught_up() && clock_.now() < start_by_) return;
            begin();
        }
        for (auto& desk : desks_) {
            tell_trouble(desk);
            play(desk);
        }
        if (is_done()) loop_.stop();
    }

    bool all_caught_up() const {
        for (const auto& desk : desks_) {
            if (!desk.till->seller().upstream().caught_up()) return false;
        }
        return true;
    }

    void begin() {
        begun_ = true;
        begun_at_ = clock_.now();
        for (std::size_t i = 0; i < desks_.size(); ++i) {
            desks_[i].replay = std::make_unique<Replay>(std::move(waiting_[i]), options_.speed, begun_at_);
        }
    }

    // Once, when it begins; nothing waits for a till whose sales do not get through.
    void tell_trouble(Desk& desk) {
        const auto& trouble = desk.till->seller().upstream().trouble();
        if (trouble == desk.trouble) return;
        desk.trouble = trouble;
        const auto words = say_trouble(Language::en, trouble);
        if (!words.empty()) std::cout << "TROUBLE " << desk.name << " " << trouble << ": " << words << std::endl;
    }

    static bool is_in_trouble(const Desk& desk) { return !say_trouble(Language::en, desk.trouble).empty(); }

    void play(Desk& desk) {
        desk.replay->step(desk.till->seller(), clock_.now());
        desk.till->pump();
    }

    void hear(Desk& desk, const News& news) {
        if (!desk.replay) return;
        if (const auto* queued = std::get_if<SaleQueued>(&news))
            pickups_[queued->draft.id] = to_string(queued->draft.pickup);
        const auto order = order_of(news);
        const auto pickup = pickups_.find(order);
        print_news(std::cout, {desk.name, desk.replay->name_of(order), pickup == pickups_.end() ? "-" : pickup->second},
                   news);
        desk.replay->on_news(news, clock_.now());
        // The next sale begins when this one is decided, not at the next look.
        if (!std::exchange(playing_, true)) {
            play(desk);
            playing_ = false;
        }
    }

    bool is_done() const {
        for (const auto& desk : desks_) {
            if (!desk.replay->done()) return false;
            const bool waits = options_.answer_all && desk.till->outbox().queued_count() > 0;
            if (waits && !is_in_trouble(desk)) return false;
        }
        return true;
    }

    int report() {
        Totals totals;
        bool trouble = false;
        for (auto& desk : desks_) {
            trouble |= is_in_trouble(desk);
            if (desk.replay) totals.add(desk.replay->tally());
            totals.waiting += desk.till->outbox().queued_count();
        }
        totals.registers = desks_.size();
        totals.elapsed = clock_.now() - begun_at_;
        print_totals(std::cout, totals);
        if (totals.waiting == 0) return exit_done;
        return trouble ? exit_trouble : exit_waiting;
    }

    RunOptions options_;
    IoLoop loop_;
    LocalClock clock_;
    std::vector<Desk> desks_;
    std::vector<std::vector<Checkout>> waiting_;
    std::map<OrderId, std::string> pickups_;
    Timestamp start_by_, begun_at_;
    bool begun_ = false, playing_ = false;
};

}  // namespace

int run(const RunOptions& options) {
    const auto text = read_whole(options.file, max_file_bytes);
    auto sales = text ? read_sales(*text) : Result<SalesFile>(text.error());
    if (!sales) {
        std::cerr << options.file.string() << ": " << to_string(sales.error()) << "\n";
        return exit_usage;
    }
    for (const auto& [name, checkouts] : *sales) borrow(options.tills / name);
    return Run(options, std::move(sales).value()).run();
}

}  // namespace canteen::till
