#include <sys/resource.h>

#include <iostream>
#include <memory>

#include "tests/bench/figures.h"
#include "tests/bench/kitchen.h"
#include "tests/bench/measures.h"

namespace canteen::bench {

void measure_idle_connections(std::uint16_t port, const Devices& devices, std::size_t count, int server_pid) {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    const auto& cookie = devices.cookies.at(0);
    // The first connections pay for what all share: the snapshot, the allocator's first pages.
    constexpr std::size_t warm_up = 50;
    std::vector<std::unique_ptr<Kitchen>> kitchens;
    for (std::size_t i = 0; i < warm_up; ++i) kitchens.push_back(std::make_unique<Kitchen>(port, cookie));
    auto before = resident_bytes(server_pid);
    for (std::size_t i = 0; i < count; ++i) kitchens.push_back(std::make_unique<Kitchen>(port, cookie));
    auto after = resident_bytes(server_pid);
    std::cout << "bytes_a_connection " << (after - before) / static_cast<double>(count) << "\n";
}

}  // namespace canteen::bench
