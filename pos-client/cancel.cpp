#include <iostream>

#include "pos-client/commands.h"
#include "pos-client/one_till.h"

namespace canteen::till {

int cancel(const CancelOptions& options) {
    OneTill till(options.directory, options.language);
    const auto order =
        which_order(till.till().outbox(), till.till().seller().picture(), options.order, options.language);
    if (!order) return exit_refused;
    const auto say = [&](const char* key, std::vector<Param> params) {
        params.push_back({"pickup", order->pickup});
        std::cout << text(options.language, key, params) << std::endl;
    };
    const auto act = [&] {
        if (const auto asked = till.till().seller().cancel(order->id, till.till().now())) {
            till.ask(*asked);
            till.end_unanswered_after(options.wait_ms);
        } else {
            std::cerr << text(options.language, "refused.order_cancelled") << "\n";
            till.end(exit_refused);
        }
    };
    const auto hear = [&](const News& news) {
        if (const auto* done = std::get_if<CancelCommitted>(&news)) {
            say("till.cancelled", {{"seq", std::to_string(done->seq)}});
            till.end(exit_done);
        } else if (const auto* kept = std::get_if<CancelRefused>(&news)) {
            say("till.cancel_refused", {{"why", text(options.language, kept->why)}});
            till.end(exit_refused);
        }
    };
    return till.run(options.wait_ms, act, hear);
}

}  // namespace canteen::till
