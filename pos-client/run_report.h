// What a run prints: a line for each thing that happens, in columns another program can follow, and the sums at the
// end.
#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "pos-client/replay/replay.h"

namespace canteen::till {

// Where it happened: register, the file's name of the order, pickup number.
struct Place {
    std::string register_name;
    std::string order_name;
    std::string pickup;
};
OrderId order_of(const News& news);
void print_news(std::ostream& out, const Place& place, const News& news);

struct Totals {
    Tally tally;
    std::size_t registers = 0;
    std::size_t waiting = 0;  // entries without an answer
    std::chrono::milliseconds elapsed{0};
    void add(const Tally& of_register);
};
void print_totals(std::ostream& out, const Totals& totals);

}  // namespace canteen::till
