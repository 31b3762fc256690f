// The server's figures for /metrics (Prometheus text). Names and labels carry no personal value. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace canteen {

class Metrics {
public:
    Metrics();
    ~Metrics();

    // The writer. `command`, `code` and `exception` are names of the vocabulary.
    void count_command(std::string_view command);
    void count_refusal(std::string_view code);
    void count_exception(std::string_view exception);
    void count_orders(std::uint64_t placed);
    void observe_batch(std::size_t rows);
    void set_journal_seq(std::uint64_t seq);

    void count_unknown_fields(std::uint64_t fields);

    // The sockets.
    void connection_opened();
    void connection_closed();
    void count_refused_connection(std::string_view why);
    void count_accept_rest();
    void count_request(unsigned status);
    void count_frame_in(std::size_t bytes);
    void count_frame_out(std::size_t bytes);
    void count_closed(std::uint16_t web_socket_code);

    // Returns a figure without labels or with one label, 0 if it was never touched; for tests and for the demo's table.
    double value(std::string_view name, std::string_view label = "") const;
    // Returns all figures in Prometheus' text format.
    std::string text() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace canteen
