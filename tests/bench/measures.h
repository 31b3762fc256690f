// What is measured of a running server, each printed as lines "name value". All throw std::runtime_error.
#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/devices.h"

namespace canteen::bench {

inline constexpr std::size_t orders_in_flight = 8;

// `count` cash orders of three portions from the line, by all tills at once, each with orders_in_flight under way,
// while a kitchen screen listens.
void measure_orders(std::uint16_t port, const Devices& devices, std::size_t count, int server_pid);

// `count` times, one after the other: an fdatasync of 4 KiB in `disk`, an echo of the server, and an order with a dish
// to cook until the kitchen has its ticket.
void measure_lone_orders(std::uint16_t port, const Devices& devices, std::size_t count, const std::string& disk);

// Memory the server needs for a kitchen connection that is quiet.
void measure_idle_connections(std::uint16_t port, const Devices& devices, std::size_t count, int server_pid);

}  // namespace canteen::bench
