#include "pos-client/command/sell_command.h"

#include "canteen/texts/say.h"
#include "pos-client/command/command_run.h"
#include "pos-client/command/exit_codes.h"
#include "pos-client/command/say.h"

namespace canteen::till {

void SellCommand::sell(CommandRun& run) {
    const auto result = run.till().sell(options_.basket, options_.pay, run.now());
    if (const auto* why = std::get_if<Rejection>(&result)) return refuse(run, *why);
    const auto& queued = std::get<SaleQueued>(result);
    order_ = queued.draft.id;
    run.ask(order_);
    pickup_ = to_string(queued.draft.pickup);
    run.streams().out << say_queued(run.language(), queued.draft) << std::endl;
    run.if_interrupted(exit_waiting);
    if (queued.asked) return;
    if (run.trouble().empty()) tell(run, "till.offline");
    run.on_sold(order_);
    run.end_unanswered();
}

void SellCommand::refuse(CommandRun& run, const Rejection& why) {
    tell(run, "till.refused", {{"why", say(why, run.language())}});
    if (why.sums)
        tell(run, "till.new_sums",
             {{"food", std::to_string(why.sums->food.value)}, {"to_pay", std::to_string(why.sums->to_pay.value)}});
    if (why.sums && options_.agree && !options_.basket.agreed) {
        options_.basket.agreed = why.sums;
        return sell(run);
    }
    run.end(exit_refused);
}

void SellCommand::hear(CommandRun& run, const News& news) {
    if (const auto* committed = std::get_if<SaleCommitted>(&news)) {
        tell(run, "till.committed", {{"seq", std::to_string(committed->seq)}});
        for (const auto& e : committed->exceptions) run.streams().out << say(e, run.language()) << std::endl;
        run.on_sold(order_);
        run.end(exit_done);
    } else if (std::holds_alternative<SaleStated>(news)) {
        tell(run, "till.stated");
        run.on_sold(order_);
        run.end_unanswered();
    } else if (const auto* refused = std::get_if<SaleRefused>(&news)) {
        refuse(run, refused->why);
    }
}

void SellCommand::tell(CommandRun& run, const char* key, std::vector<Param> params) const {
    params.push_back({"pickup", pickup_});
    run.say(key, params);
}

}  // namespace canteen::till
