// What canteen-pos can be told to do. Each returns the process's exit code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "canteen/texts/language.h"
#include "pos-client/till/basket.h"
#include "pos-client/till/payment.h"
#include "pos-client/which_order.h"

namespace canteen::till {

// Exit codes, also of scripts that follow us.
inline constexpr int exit_done = 0;     // committed, or nothing was to do
inline constexpr int exit_failed = 1;   // not paired, in use, disk, no server to pair with
inline constexpr int exit_usage = 2;    // the command line or the file is wrong
inline constexpr int exit_refused = 3;  // nothing was sold, nothing was taken back
inline constexpr int exit_waiting = 4;  // it is on the till's disk; the server has not answered yet
inline constexpr int exit_trouble =
    5;  // nothing gets through to the server until somebody looks at it; it is on the disk

struct PairOptions {
    std::string code;
    std::string server;
    std::filesystem::path directory;
    Language language = Language::zh;
};
int pair(const PairOptions& options);

struct SellOptions {
    std::filesystem::path directory;
    Basket basket;
    Payment pay;                    // what it leaves is paid in cash
    bool agree = false;             // to a price that changed in the meantime
    std::uint32_t wait_ms = 3'000;  // for the server, before and after selling
    Language language = Language::zh;
};
int sell(const SellOptions& options);

struct CancelOptions {
    std::filesystem::path directory;
    OrderWanted order;
    std::uint32_t wait_ms = 3'000;
    Language language = Language::zh;
};
int cancel(const CancelOptions& options);

struct RefundOptions {
    std::filesystem::path directory;
    OrderWanted order;
    std::vector<RefundLine> lines;  // empty: all that is left
    RefundReason reason = RefundReason::guest_asked;
    std::uint32_t wait_ms = 3'000;
    Language language = Language::zh;
};
int refund(const RefundOptions& options);

struct RunOptions {
    std::filesystem::path file;
    std::filesystem::path tills;
    std::uint32_t speed = 1;  // 0: as fast as it is answered
    bool answer_all = false;
    std::uint32_t wait_ms = 10'000;  // for the server, before the first sale
};
int run(const RunOptions& options);

struct ServeOptions {
    std::vector<std::filesystem::path> directories;
    std::filesystem::path pages;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8480;
    bool insecure_lan = false;  // without TLS beyond this machine
    std::vector<std::string> hosts;
    std::string printer;  // for tills without one; "": none
    std::string scale;    // a serial device; "": none
    Language language = Language::zh;
};
// Prints an address for each till that no browser was paired with, and runs until SIGINT or SIGTERM.
int serve(const ServeOptions& options);

struct PageOptions {
    std::filesystem::path directory;
    Language language = Language::zh;
};
// Prints an address that lets one more browser in to the till of a running service.
int page(const PageOptions& options);

struct InvoicesOptions {
    std::filesystem::path directory;
};
// Prints the invoices that guests asked for, as CSV.
int invoices(const InvoicesOptions& options);

struct QueueOptions {
    std::filesystem::path directory;
    bool dismiss = false;
    Language language = Language::zh;
};
int queue(const QueueOptions& options);

}  // namespace canteen::till
