// Sells one basket, told to the cashier as it goes.
#pragma once

#include "canteen/domain/model/rejection.h"
#include "pos-client/command/till_command.h"
#include "pos-client/till/basket.h"
#include "pos-client/till/payment.h"

namespace canteen::till {

struct SellOptions {
    std::filesystem::path directory;
    Basket basket;
    Payment pay;                    // what it leaves is paid in cash
    bool agree = false;             // to a price that changed in the meantime
    std::uint32_t wait_ms = 3'000;  // for the server, before and after selling
};

class SellCommand final : public TillCommand {
public:
    explicit SellCommand(SellOptions options) : options_(std::move(options)) {}

    void act(CommandRun& run) override { sell(run); }
    void hear(CommandRun& run, const News& news) override;
    std::uint32_t wait_ms() const override { return options_.wait_ms; }

private:
    void sell(CommandRun& run);
    void refuse(CommandRun& run, const Rejection& why);
    void tell(CommandRun& run, const char* key, std::vector<Param> params = {}) const;

    SellOptions options_;
    OrderId order_{};
    std::string pickup_;
};

}  // namespace canteen::till
