#include <iostream>

#include "pos-client/commands.h"
#include "pos-client/one_till.h"

namespace canteen::till {

int cancel(const CancelOptions& options) {
    OneTill till(options.directory);
    const auto order = till.till().outbox().order_of_pickup(options.pickup);
    if (!order) {
        std::cerr << text(options.language, "refused.order_unknown") << "\n";
        return exit_refused;
    }
    const auto say = [&](const char* key, std::vector<Param> params) {
        params.push_back({"pickup", options.pickup});
        std::cout << text(options.language, key, params) << std::endl;
    };
    const auto act = [&] {
        switch (till.till().seller().cancel(order->id, till.till().now())) {
            case TakingBack::unknown:
                std::cerr << text(options.language, "refused.order_cancelled") << "\n";
                return till.end(exit_refused);
            case TakingBack::needs_server:
                say("till.cancel_needs_server", {});
                return till.end(exit_refused);
            case TakingBack::asked:
                say("till.cancel_asked", {});
                break;
            case TakingBack::done:
                say("till.taken_back", {});
                break;
        }
        till.end_after(options.wait_ms, exit_waiting);
    };
    const auto hear = [&](const News& news) {
        if (const auto* done = std::get_if<CancelCommitted>(&news); done && done->order == order->id) {
            say("till.cancelled", {{"seq", std::to_string(done->seq)}});
            till.end(exit_done);
        } else if (const auto* kept = std::get_if<CancelRefused>(&news); kept && kept->order == order->id) {
            say("till.cancel_refused", {{"why", text(options.language, kept->why)}});
            if (kept->why.code == RejectionCode::already_handed_over) say("till.refund_instead", {});
            till.end(exit_refused);
        }
    };
    return till.run(options.wait_ms, act, hear);
}

}  // namespace canteen::till
