// Gives money back for one of this till's orders, whole or by line.
#pragma once

#include "pos-client/command/order_command.h"

namespace canteen::till {

struct RefundOptions {
    std::filesystem::path directory;
    OrderWanted order;
    std::vector<RefundLine> lines;  // empty: all that is left
    RefundReason reason = RefundReason::guest_asked;
    std::uint32_t wait_ms = 3'000;  // for the server, before and after
};

class RefundCommand final : public OrderCommand {
public:
    explicit RefundCommand(RefundOptions options) : OrderCommand(options.order), options_(std::move(options)) {}

    void act(CommandRun& run) override;
    void hear(CommandRun& run, const News& news) override;
    void close(CommandRun& run, int exit_code) override;
    std::uint32_t wait_ms() const override { return options_.wait_ms; }

private:
    RefundOptions options_;
    bool is_asked_ = false;
};

}  // namespace canteen::till
