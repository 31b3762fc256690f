#include <iostream>

#include "pos-client/commands.h"
#include "pos-client/till_session.h"

namespace canteen::till {

int cancel(const CancelOptions& options) {
    TillSession till(options.directory, options.language);
    const auto order =
        which_order(till.till().outbox(), till.till().seller().replica(), options.order, options.language);
    if (!order) return exit_refused;
    const auto say = [&](const char* key, std::vector<Param> params) {
        params.push_back({"pickup", order->pickup});
        std::cout << text(options.language, key, params) << std::endl;
    };
    const auto act = [&] {
        const auto became = till.till().seller().cancel(order->id, till.till().now());
        if (became.how == TakingBack::unknown) {
            std::cerr << text(options.language, "refused.order_cancelled") << "\n";
            return till.end(exit_refused);
        }
        if (became.how == TakingBack::needs_server) {
            const auto why = till.trouble();
            if (why.empty()) say("till.cancel_needs_server", {});
            if (!why.empty()) std::cerr << why << "\n";
            return till.end(why.empty() ? exit_refused : exit_trouble);
        }
        say(became.how == TakingBack::asked ? "till.cancel_asked" : "till.taken_back", {});
        till.ask(became.question);
        till.end_unanswered_after(options.wait_ms);
    };
    const auto hear = [&](const News& news) {
        if (const auto* done = std::get_if<CancelCommitted>(&news)) {
            say("till.cancelled", {{"seq", std::to_string(done->seq)}});
            till.end(exit_done);
        } else if (const auto* kept = std::get_if<CancelRefused>(&news)) {
            say("till.cancel_refused", {{"why", text(options.language, kept->why)}});
            if (kept->why.code == RejectionCode::already_handed_over) say("till.refund_instead", {});
            till.end(exit_refused);
        }
    };
    return till.run(options.wait_ms, act, hear);
}

}  // namespace canteen::till
