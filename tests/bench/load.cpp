// Loads a running server and says what it measured, for tests/bench/run.
//   canteen-bench-load PORT pair CODES DEVICES
//   canteen-bench-load PORT orders DEVICES COUNT SERVER_PID
//   canteen-bench-load PORT lone DEVICES COUNT DISK
//   canteen-bench-load PORT idle DEVICES COUNT SERVER_PID
#include <iostream>

#include "tests/bench/measures.h"

int main(int argc, char** argv) try {
    using namespace canteen::bench;
    std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 4) return std::cerr << "canteen-bench-load PORT pair|orders|lone|idle ...\n", 2;
    auto port = static_cast<std::uint16_t>(std::stoul(words[0]));
    const auto& what = words[1];
    if (what == "pair") return pair_devices(port, words[2], words[3]), 0;
    auto devices = read_devices(words[2]);
    auto count = std::stoul(words[3]);
    const auto& last = words.at(4);
    if (what == "orders") measure_orders(port, devices, count, std::stoi(last));
    if (what == "lone") measure_lone_orders(port, devices, count, last);
    if (what == "idle") measure_idle_connections(port, devices, count, std::stoi(last));
    return 0;
} catch (const std::exception& error) {
    std::cerr << "canteen-bench-load: " << error.what() << "\n";
    return 1;
}
