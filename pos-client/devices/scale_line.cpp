#include "pos-client/devices/scale_line.h"

#include <system_error>
#include <utility>

namespace canteen::till {

ScaleLine::ScaleLine(IoLoop& loop, ScaleSetup setup, Clock clock)
    : loop_(loop), setup_(std::move(setup)), clock_(std::move(clock)), reader_(setup_.has_checksum) {
    open();
}

void ScaleLine::on_timer() {
    const auto now = clock_();
    const bool is_due = !tried_at_ || now < *tried_at_ || now - *tried_at_ >= scale_reopened_after;
    if (!is_open_ && is_due) open();
}

void ScaleLine::open() {
    tried_at_ = clock_();
    line_.reset();
    ByteLineCallbacks callbacks;
    callbacks.on_bytes = [this](std::string_view bytes) { reader_.take(bytes, clock_()); };
    callbacks.on_closed = [this](int) { is_open_ = false; };
    try {
        line_ = ByteLine::over(loop_, open_serial(setup_.path, setup_.line), std::move(callbacks));
        is_open_ = true;
    } catch (const std::system_error&) {  // not there now; is_heard() says so
        is_open_ = false;
    }
}

}  // namespace canteen::till
