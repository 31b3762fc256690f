#include "pos-client/command/refund_command.h"

#include "canteen/domain/ledger/paying.h"
#include "canteen/texts/say.h"
#include "pos-client/command/command_run.h"
#include "pos-client/command/exit_codes.h"
#include "pos-client/command/say.h"

namespace canteen::till {

void RefundCommand::act(CommandRun& run) {
    if (const auto asked = run.till().refund(order(), options_.lines, options_.reason, run.now())) {
        is_asked_ = true;
        run.ask(*asked);
        return run.end_unanswered();
    }
    const auto why = run.trouble();
    run.complain(why.empty() ? say("till.refund_offline", {}, run.language()) : why);
    run.end(why.empty() ? exit_refused : exit_trouble);
}

void RefundCommand::hear(CommandRun& run, const News& news) {
    if (const auto* done = std::get_if<RefundCommitted>(&news)) {
        tell(run, "till.refunded",
             {{"seq", std::to_string(done->seq)}, {"sum", std::to_string(sum_of(done->paid_back).value)}});
        for (const auto& tender : done->paid_back)
            run.streams().out << say_paid_back(run.language(), tender) << std::endl;
        run.end(exit_done);
    } else if (const auto* kept = std::get_if<RefundRefused>(&news)) {
        tell(run, "till.refund_refused", {{"why", say(kept->why, run.language())}});
        run.end(exit_refused);
    }
}

void RefundCommand::close(CommandRun& run, int exit_code) {
    if (is_asked_ && exit_code != exit_done && exit_code != exit_refused) run.say("till.refund_unknown");
}

}  // namespace canteen::till
