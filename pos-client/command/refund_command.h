// Gives money back for one of this till's orders, whole or by line.
#pragma once

#include "pos-client/command/till_command.h"
#include "pos-client/command/which_order.h"

namespace canteen::till {

struct RefundOptions {
    std::filesystem::path directory;
    OrderWanted order;
    std::vector<RefundLine> lines;  // empty: all that is left
    RefundReason reason = RefundReason::guest_asked;
    std::uint32_t wait_ms = 3'000;  // for the server, before and after
};

class RefundCommand final : public TillCommand {
public:
    explicit RefundCommand(RefundOptions options) : options_(std::move(options)) {}

    void begin(CommandRun& run) override;
    void act(CommandRun& run) override;
    void hear(CommandRun& run, const News& news) override;
    void close(CommandRun& run, int exit_code) override;
    std::uint32_t wait_ms() const override { return options_.wait_ms; }

private:
    void tell(CommandRun& run, const char* key, std::vector<Param> params) const;

    RefundOptions options_;
    KeptOrder order_;
    bool is_asked_ = false;
};

}  // namespace canteen::till
