// What canteen-pos can be told to do. Each returns the process's exit code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "canteen/texts/language.h"
#include "pos-client/command/asked_command.h"
#include "pos-client/command/command_words.h"
#include "pos-client/command/exit_codes.h"

namespace canteen::till {

// Does one of a till's commands: through the service that holds the till, or without one. `asked` is the same command
// as it was said. Returns the exit code.
int at_till(Chosen chosen, const AskedCommand& asked);

struct PairOptions {
    std::string code;
    std::string server;
    std::filesystem::path directory;
    Language language = Language::zh;
};
// A service lends the directory meanwhile.
int pair(const PairOptions& options);

struct RunOptions {
    std::filesystem::path file;
    std::filesystem::path tills;
    std::uint32_t speed = 1;  // 0: as fast as it is answered
    bool answer_all = false;
    std::uint32_t wait_ms = 10'000;  // for the server, before the first sale
};
// Services lend the directories meanwhile.
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

}  // namespace canteen::till
