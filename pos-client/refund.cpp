#include <iostream>

#include "canteen/domain/ledger/paying.h"
#include "canteen/texts/say.h"
#include "pos-client/commands.h"
#include "pos-client/say.h"
#include "pos-client/till_session.h"

namespace canteen::till {
namespace {

// One refund from the command line, told to the cashier as it goes.
class OneRefund {
public:
    OneRefund(const RefundOptions& options, const KeptOrder& order, TillSession& till)
        : options_(options), order_(order), till_(till) {}

    void ask() {
        const auto asked = till_.till().seller().refund(order_.id, options_.lines, options_.reason, till_.till().now());
        if (asked) {
            is_asked_ = true;
            till_.ask(*asked);
            till_.end_unanswered_after(options_.wait_ms);
            return;
        }
        const auto why = till_.trouble();
        std::cerr << (why.empty() ? say("till.refund_offline", {}, options_.language) : why) << std::endl;
        till_.end(why.empty() ? exit_refused : exit_trouble);
    }

    bool is_asked() const { return is_asked_; }

    void hear(const News& news) {
        if (const auto* done = std::get_if<RefundCommitted>(&news)) {
            tell("till.refunded",
                 {{"seq", std::to_string(done->seq)}, {"sum", std::to_string(sum_of(done->paid_back).value)}});
            for (const auto& tender : done->paid_back)
                std::cout << say_paid_back(options_.language, tender) << std::endl;
            till_.end(exit_done);
        } else if (const auto* kept = std::get_if<RefundRefused>(&news)) {
            tell("till.refund_refused", {{"why", say(kept->why, options_.language)}});
            till_.end(exit_refused);
        }
    }

private:
    void tell(const char* key, std::vector<Param> params) {
        params.push_back({"pickup", order_.pickup});
        std::cout << say(key, params, options_.language) << std::endl;
    }

    const RefundOptions& options_;
    KeptOrder order_;
    TillSession& till_;
    bool is_asked_ = false;
};

}  // namespace

int refund(const RefundOptions& options) {
    TillSession till(options.directory, options.language);
    const auto order =
        which_order(till.till().outbox(), till.till().seller().replica(), options.order, options.language);
    if (!order) return exit_refused;
    OneRefund refund(options, *order, till);
    const int code = till.run(options.wait_ms, [&] { refund.ask(); }, [&](const News& news) { refund.hear(news); });
    if (refund.is_asked() && code != exit_done && code != exit_refused)
        std::cout << say("till.refund_unknown", {}, options.language) << std::endl;
    return code;
}

}  // namespace canteen::till
