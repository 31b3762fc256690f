// A scale at a serial line of this machine. Opened anew by itself when it was pulled out. Loop's thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "canteen/net/byte_line.h"
#include "pos-client/scale/mettler.h"
#include "pos-client/scale/serial_line.h"

namespace canteen::till {

inline constexpr std::chrono::seconds scale_reopened_after{2};

struct ScaleSetup {
    std::string path;  // "/dev/ttyUSB0"
    SerialSettings line{};
    bool has_checksum = false;
};

class ScaleLine {
public:
    using Clock = std::function<Timestamp()>;

    // The loop must outlive it.
    ScaleLine(IoLoop& loop, ScaleSetup setup, Clock clock);

    // Call it some ten times a second.
    void on_timer();
    // Returns what lies on the scale, once it is settled.
    std::optional<std::uint32_t> settled_grams() const { return reader_.settled_grams(clock_()); }
    // False: nothing is at the line, or it says nothing.
    bool is_heard() const { return reader_.is_heard(clock_()); }

private:
    void open();

    IoLoop& loop_;
    ScaleSetup setup_;
    Clock clock_;
    MettlerReader reader_;
    std::unique_ptr<ByteLine> line_;
    bool is_open_ = false;
    std::optional<Timestamp> tried_at_;
};

}  // namespace canteen::till
