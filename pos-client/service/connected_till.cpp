#include "pos-client/service/connected_till.h"

#include <utility>

namespace canteen::till {
namespace {

constexpr std::chrono::milliseconds tick{50};

}  // namespace

ConnectedTill::ConnectedTill(IoLoop& loop, const LocalClock& clock, const std::filesystem::path& directory)
    : loop_(loop),
      clock_(clock),
      directory_(directory),
      outbox_(directory_.outbox_file()),
      pairing_(paired()),
      seed_(directory_.key(random_)),
      seller_({pairing_.device, seed_, pairing_.host}, pairing_.letters, outbox_, random_) {}

Pairing ConnectedTill::paired() const {
    if (auto pairing = kept_pairing(outbox_)) return *pairing;
    throw TillDirectoryError(directory_.outbox_file().parent_path().string() + ": this till was never paired");
}

void ConnectedTill::start() {
    loop_.every(tick, [this] { on_timer(); });
    on_timer();
}

void ConnectedTill::on_timer() {
    seller_.on_timer(now());
    pump();
}

void ConnectedTill::pump() {
    auto work = seller_.take_work();
    if (work.dial) dial();
    if (line_) {
        for (auto& frame : work.frames) line_->send(std::move(frame));
    }
    if (work.hang_up && line_ && !std::exchange(cutting_, true)) {
        // Not here: we may be inside one of the line's own callbacks.
        loop_.post([this] { cut(); });
    }
    for (const auto& news : seller_.take_news()) on_news(news);
}

void ConnectedTill::dial() {
    WsCallbacks callbacks;
    callbacks.on_open = [this] {
        seller_.on_open(now());
        pump();
    };
    callbacks.on_frame = [this](std::string_view frame) {
        seller_.on_frame(frame, now());
        pump();
        on_heard();
    };
    callbacks.on_closed = [this](std::uint16_t code, const std::string&) {
        if (cutting_) return;
        code == ws_declined ? seller_.on_turned_away(now()) : seller_.on_closed(now());
        pump();
    };
    WsAddress address;
    address.host = pairing_.host;
    address.port = pairing_.port;
    line_ = std::make_unique<WsClient>(loop_, std::move(address), std::move(callbacks));
    line_->connect();
}

void ConnectedTill::cut() {
    line_.reset();
    cutting_ = false;
    seller_.on_closed(now());
    pump();
}

}  // namespace canteen::till
