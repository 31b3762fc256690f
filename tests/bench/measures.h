// Measures a running server, and prints each figure as a line "name value". All throw std::runtime_error.
#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/devices.h"

namespace canteen::bench {

inline constexpr std::size_t orders_in_flight = 8;

// Sends `count` cash orders of three portions from the line, by all tills at once, each with orders_in_flight under
// way, while a kitchen screen listens.
void measure_orders(std::uint16_t port, const Devices& devices, std::size_t count, int server_pid);

// Does three things `count` times, one after the other: an fdatasync of 4 KiB in `disk`, an echo of the server, and an
// order with a dish to cook until the kitchen has its ticket.
void measure_lone_orders(std::uint16_t port, const Devices& devices, std::size_t count, const std::string& disk);

// Measures the memory that the server needs for a quiet kitchen connection.
void measure_idle_connections(std::uint16_t port, const Devices& devices, std::size_t count, int server_pid);

}  // namespace canteen::bench
