// Quantiles and process figures of a measurement.
#pragma once

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

namespace canteen::bench {

using SteadyClock = std::chrono::steady_clock;

inline double ms_since(SteadyClock::time_point began) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - began).count();
}

// Returns the value below which `part` (0 to 1) of the samples lie. There must be samples.
inline double quantile(std::vector<double> samples, double part) {
    auto at = static_cast<std::ptrdiff_t>(static_cast<double>(samples.size() - 1) * part);
    std::nth_element(samples.begin(), samples.begin() + at, samples.end());
    return samples[static_cast<std::size_t>(at)];
}

// Returns the CPU time a process has had, in microseconds, over all its threads; 0 if it cannot be read.
inline double cpu_us(int pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(in)), {});
    auto after_name = text.rfind(')');
    if (after_name == std::string::npos) return 0;
    // Fields 14 and 15: clock ticks of 10 ms in user and system mode.
    std::size_t at = after_name + 2;
    for (int field = 3; field < 14; ++field) at = text.find(' ', at) + 1;
    std::size_t used = 0;
    auto user = std::stod(text.substr(at), &used);
    return (user + std::stod(text.substr(at + used))) * 10'000;
}

// Returns the resident memory of a process in bytes; 0 if it cannot be read.
inline double resident_bytes(int pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/status");
    std::string word;
    while (in >> word)
        if (word == "VmRSS:") return in >> word ? std::stod(word) * 1024 : 0;
    return 0;
}

}  // namespace canteen::bench
