#include <iostream>

#include "canteen/texts/say.h"
#include "pos-client/commands.h"
#include "pos-client/till_session.h"

namespace canteen::till {

int cancel(const CancelOptions& options) {
    TillSession till(options.directory, options.language);
    const auto order =
        which_order(till.till().outbox(), till.till().seller().replica(), options.order, options.language);
    if (!order) return exit_refused;
    const auto tell = [&](const char* key, std::vector<Param> params) {
        params.push_back({"pickup", order->pickup});
        std::cout << say(key, params, options.language) << std::endl;
    };
    const auto act = [&] {
        const auto became = till.till().seller().cancel(order->id, till.till().now());
        if (became.how == TakingBack::unknown) {
            std::cerr << say("refused.order_cancelled", {}, options.language) << "\n";
            return till.end(exit_refused);
        }
        if (became.how == TakingBack::needs_server) {
            const auto why = till.trouble();
            if (why.empty()) tell("till.cancel_needs_server", {});
            if (!why.empty()) std::cerr << why << "\n";
            return till.end(why.empty() ? exit_refused : exit_trouble);
        }
        tell(became.how == TakingBack::asked ? "till.cancel_asked" : "till.taken_back", {});
        till.ask(became.question);
        till.end_unanswered_after(options.wait_ms);
    };
    const auto hear = [&](const News& news) {
        if (const auto* done = std::get_if<CancelCommitted>(&news)) {
            tell("till.cancelled", {{"seq", std::to_string(done->seq)}});
            till.end(exit_done);
        } else if (const auto* kept = std::get_if<CancelRefused>(&news)) {
            tell("till.cancel_refused", {{"why", say(kept->why, options.language)}});
            if (kept->why.code == RejectionCode::already_handed_over) tell("till.refund_instead", {});
            till.end(exit_refused);
        }
    };
    return till.run(options.wait_ms, act, hear);
}

}  // namespace canteen::till
