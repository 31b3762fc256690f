#include "pos-client/command/cancel_command.h"

#include "canteen/texts/say.h"
#include "pos-client/command/command_run.h"
#include "pos-client/command/exit_codes.h"

namespace canteen::till {

void CancelCommand::act(CommandRun& run) {
    const auto became = run.till().cancel(order(), run.now());
    if (became.how == TakingBack::unknown) {
        run.complain(say("refused.order_cancelled", {}, run.language()));
        return run.end(exit_refused);
    }
    if (became.how == TakingBack::needs_server) {
        const auto why = run.trouble();
        if (why.empty()) tell(run, "till.cancel_needs_server");
        if (!why.empty()) run.complain(why);
        return run.end(why.empty() ? exit_refused : exit_trouble);
    }
    tell(run, became.how == TakingBack::asked ? "till.cancel_asked" : "till.taken_back");
    run.ask(became.question);
    run.end_unanswered();
}

void CancelCommand::hear(CommandRun& run, const News& news) {
    if (const auto* done = std::get_if<CancelCommitted>(&news)) {
        tell(run, "till.cancelled", {{"seq", std::to_string(done->seq)}});
        run.end(exit_done);
    } else if (const auto* kept = std::get_if<CancelRefused>(&news)) {
        tell(run, "till.cancel_refused", {{"why", say(kept->why, run.language())}});
        if (kept->why.code == RejectionCode::already_handed_over) tell(run, "till.refund_instead");
        run.end(exit_refused);
    }
}

}  // namespace canteen::till
