// Opens a serial line as scales speak it. Any thread.
#pragma once

#include <cstdint>
#include <string>

namespace canteen::till {

enum class Parity : std::uint8_t { none, even, odd };

struct SerialSettings {
    std::uint32_t baud = 9600;
    std::uint32_t data_bits = 7;  // 7 or 8
    Parity parity = Parity::even;
};

// Returns an open file that never blocks, whose bytes come as they are. The caller closes it. Throws std::system_error,
// also for a speed that lines do not have.
int open_serial(const std::string& path, const SerialSettings& settings);

}  // namespace canteen::till
