// A command about one of this till's orders, which its pickup number names.
#pragma once

#include "canteen/domain/model/rejection.h"
#include "pos-client/command/till_command.h"
#include "pos-client/command/which_order.h"

namespace canteen::till {

class OrderCommand : public TillCommand {
public:
    // Finds the order, or ends the run and says why in words.
    void begin(CommandRun& run) final;

protected:
    explicit OrderCommand(OrderWanted wanted) : wanted_(std::move(wanted)) {}

    OrderId order() const { return order_.id; }
    // Says the text of this code with the order's pickup number.
    void tell(CommandRun& run, const char* key, std::vector<Param> params = {}) const;

private:
    OrderWanted wanted_;
    KeptOrder order_;
};

}  // namespace canteen::till
