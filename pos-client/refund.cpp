#include <iostream>

#include "canteen/domain/paying.h"
#include "pos-client/commands.h"
#include "pos-client/one_till.h"
#include "pos-client/say.h"

namespace canteen::till {
namespace {

// One refund from the command line, told to the cashier as it goes.
class OneRefund {
public:
    OneRefund(const RefundOptions& options, OrderId order, OneTill& till)
        : options_(options), order_(order), till_(till) {}

    void ask() {
        const auto asked = till_.till().seller().refund(order_, options_.lines, options_.reason, till_.till().now());
        if (asked) {
            till_.ask(*asked);
            till_.end_after(options_.wait_ms, exit_waiting);
            return;
        }
        std::cerr << text(options_.language, "till.refund_offline") << std::endl;
        till_.end(exit_refused);
    }

    void hear(const News& news) {
        if (const auto* done = std::get_if<RefundCommitted>(&news)) {
            say("till.refunded",
                {{"seq", std::to_string(done->seq)}, {"sum", std::to_string(sum_of(done->paid_back).value)}});
            for (const auto& tender : done->paid_back)
                std::cout << say_paid_back(options_.language, tender) << std::endl;
            till_.end(exit_done);
        } else if (const auto* kept = std::get_if<RefundRefused>(&news)) {
            say("till.refund_refused", {{"why", text(options_.language, kept->why)}});
            till_.end(exit_refused);
        }
    }

private:
    void say(const char* key, std::vector<Param> params) {
        params.push_back({"pickup", options_.pickup});
        std::cout << text(options_.language, key, params) << std::endl;
    }

    const RefundOptions& options_;
    OrderId order_;
    OneTill& till_;
};

}  // namespace

int refund(const RefundOptions& options) {
    OneTill till(options.directory);
    const auto order = till.till().outbox().order_of_pickup(options.pickup);
    if (!order) {
        std::cerr << text(options.language, "refused.order_unknown") << "\n";
        return exit_refused;
    }
    OneRefund refund(options, order->id, till);
    const int code = till.run(
        options.wait_ms, [&] { refund.ask(); }, [&](const News& news) { refund.hear(news); });
    if (code == exit_waiting) std::cout << text(options.language, "till.refund_unknown") << std::endl;
    return code;
}

}  // namespace canteen::till
