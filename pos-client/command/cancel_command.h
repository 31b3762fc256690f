// Takes one of this till's orders back.
#pragma once

#include "pos-client/command/till_command.h"
#include "pos-client/command/which_order.h"

namespace canteen::till {

struct CancelOptions {
    std::filesystem::path directory;
    OrderWanted order;
    std::uint32_t wait_ms = 3'000;  // for the server, before and after
};

class CancelCommand final : public TillCommand {
public:
    explicit CancelCommand(CancelOptions options) : options_(std::move(options)) {}

    void begin(CommandRun& run) override;
    void act(CommandRun& run) override;
    void hear(CommandRun& run, const News& news) override;
    std::uint32_t wait_ms() const override { return options_.wait_ms; }

private:
    void tell(CommandRun& run, const char* key, std::vector<Param> params = {}) const;

    CancelOptions options_;
    KeptOrder order_;
};

}  // namespace canteen::till
