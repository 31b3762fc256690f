// The words of an older protocol, as kept in tests/data/protocols: says what programs of that time could not read. One
// thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace canteen::simulation {

class KeptProtocol {
public:
    // Throws std::runtime_error if the protocol is not described.
    explicit KeptProtocol(std::uint32_t protocol);
    ~KeptProtocol();

    // Returns the place of the first thing in the frame that a program of that time cannot read whole; empty if there
    // is none.
    std::string strange_to_client(std::string_view server_frame) const;
    // Does the same for a client's frame, also within a till's entry.
    std::string strange_to_server(std::string_view client_frame) const;

private:
    struct Words;
    std::unique_ptr<Words> words_;
};

// Returns the words of the first protocol.
const KeptProtocol& first_protocol();

}  // namespace canteen::simulation
