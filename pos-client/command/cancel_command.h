// Takes one of this till's orders back.
#pragma once

#include "pos-client/command/order_command.h"

namespace canteen::till {

struct CancelOptions {
    std::filesystem::path directory;
    OrderWanted order;
    std::uint32_t wait_ms = 3'000;  // for the server, before and after
};

class CancelCommand final : public OrderCommand {
public:
    explicit CancelCommand(CancelOptions options) : OrderCommand(options.order), options_(std::move(options)) {}

    void act(CommandRun& run) override;
    void hear(CommandRun& run, const News& news) override;
    std::uint32_t wait_ms() const override { return options_.wait_ms; }

private:
    CancelOptions options_;
};

}  // namespace canteen::till
