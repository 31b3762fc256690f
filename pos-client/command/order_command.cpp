#include "pos-client/command/order_command.h"

#include "pos-client/command/command_run.h"
#include "pos-client/command/exit_codes.h"

namespace canteen::till {

void OrderCommand::begin(CommandRun& run) {
    const auto order = which_order(run, wanted_);
    if (!order) return run.end(exit_refused);
    order_ = *order;
}

void OrderCommand::tell(CommandRun& run, const char* key, std::vector<Param> params) const {
    params.push_back({"pickup", order_.pickup});
    run.say(key, params);
}

}  // namespace canteen::till
