#include <iostream>

#include "canteen/texts/say.h"
#include "pos-client/commands.h"
#include "pos-client/say.h"
#include "pos-client/till_session.h"

namespace canteen::till {
namespace {

// One sale from the command line, told to the cashier as it goes.
class OneSale {
public:
    explicit OneSale(const SellOptions& options) : options_(options), till_(options.directory, options.language) {}

    int run() {
        return till_.run(options_.wait_ms, [this] { sell(); }, [this](const News& news) { hear(news); });
    }

private:
    void tell(const std::string& key, std::vector<Param> params = {}) {
        params.push_back({"pickup", pickup_});
        std::cout << say(key, params, options_.language) << std::endl;
    }

    void sell() {
        const auto result = till_.till().seller().sell(options_.basket, options_.pay, till_.till().now());
        if (const auto* why = std::get_if<Rejection>(&result)) return refuse(*why);
        const auto& queued = std::get<SaleQueued>(result);
        till_.ask(queued.draft.id);
        pickup_ = to_string(queued.draft.pickup);
        std::cout << say_queued(options_.language, queued.draft) << std::endl;
        till_.if_interrupted(exit_waiting);
        if (queued.asked) return;
        if (till_.trouble().empty()) tell("till.offline");
        sold();
    }

    // Sold; only the server's word is missing, which may come later as well.
    void sold() { till_.end_unanswered_after(options_.wait_ms); }

    void refuse(const Rejection& why) {
        tell("till.refused", {{"why", say(why, options_.language)}});
        if (why.sums) {
            tell("till.new_sums",
                 {{"food", std::to_string(why.sums->food.value)}, {"to_pay", std::to_string(why.sums->to_pay.value)}});
        }
        if (why.sums && options_.agree && !options_.basket.agreed) {
            options_.basket.agreed = why.sums;
            return sell();
        }
        till_.end(exit_refused);
    }

    void hear(const News& news) {
        if (const auto* committed = std::get_if<SaleCommitted>(&news)) {
            tell("till.committed", {{"seq", std::to_string(committed->seq)}});
            for (const auto& e : committed->exceptions) std::cout << say(e, options_.language) << std::endl;
            till_.end(exit_done);
        } else if (std::holds_alternative<SaleStated>(news)) {
            tell("till.stated");
            sold();
        } else if (const auto* refused = std::get_if<SaleRefused>(&news)) {
            refuse(refused->why);
        }
    }

    SellOptions options_;
    TillSession till_;
    std::string pickup_;
};

}  // namespace

int sell(const SellOptions& options) {
    return OneSale(options).run();
}

}  // namespace canteen::till
