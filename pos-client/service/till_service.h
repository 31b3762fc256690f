// The service behind the pages of one or several tills: their lines to the server, one port for browsers, and a socket
// in each directory for subcommands. Loop's thread, which is the caller's in run().
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pos-client/service/away_tills.h"

namespace canteen::till {

struct ServiceOptions {
    std::vector<std::filesystem::path> directories;
    std::filesystem::path pages;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;            // 0: any free one
    std::vector<std::string> hosts{};  // further names by which browsers call us
    std::string printer{};             // of tills that have none set; "": none
    std::string scale{};               // the serial device of the first till's scale; "": none
};

// What a subcommand may ask of a running service.
// Beside these, any AskedCommand.
inline constexpr const char *ask_for_page = "page", *ask_for_invoices = "invoices", *ask_to_lend = "lend";

// The socket of a running service in a till's directory.
std::filesystem::path service_socket_in(const std::filesystem::path& directory);

class TillService {
public:
    // Serves all tills that are not away; `away` outlives it. Throws TillDirectoryError, CodecError, std::runtime_error
    // if it cannot listen.
    TillService(ServiceOptions options, AwayTills& away);
    ~TillService();

    std::uint16_t port() const;
    // Returns the address of the page that lets a browser in to the till, with a new code that is good once and for ten
    // minutes.
    std::string page_address(std::size_t till);
    std::size_t tills() const;
    const std::string& name_of(std::size_t till) const;
    // True if a browser was paired with the till before.
    bool is_paired(std::size_t till) const;
    // Runs until SIGINT or SIGTERM: returns false. Returns true once other tills than before are away: destroy it, and
    // make a new one.
    bool run();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace canteen::till
