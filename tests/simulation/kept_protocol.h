// The words of an older protocol, as kept in tests/data/protocols: says what programs of then could not read. One
// thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace canteen::simulation {

class KeptProtocol {
public:
    // Throws std::runtime_error if it is not described.
    explicit KeptProtocol(std::uint32_t protocol);
    ~KeptProtocol();

    // The place of the first thing in the frame that is not whole for a program of then; empty: all is.
    std::string strange_to_client(std::string_view server_frame) const;
    // Also within a till's entry.
    std::string strange_to_server(std::string_view client_frame) const;

private:
    struct Words;
    std::unique_ptr<Words> words_;
};

// Those of the first protocol.
const KeptProtocol& first_protocol();

}  // namespace canteen::simulation
