// One open page of a till: greets, does what it asks, tells what changed. Loop's thread.
#pragma once

#include <string_view>

#include "canteen/app/connection_gate.h"
#include "pos-client/page/view_changes.h"
#include "pos-client/service/served_till.h"

namespace canteen::till {

// The largest frame of a page: a pay-out with a note is some hundred bytes.
inline constexpr std::size_t max_page_frame_bytes = 16 * 1024;

class PageSession final : public SessionHandle {
public:
    PageSession(ServedTill& till, FrameSink& sink);
    ~PageSession() override;

    void on_frame(std::string_view frame) override;
    void on_timer(std::chrono::steady_clock::time_point now) override;
    bool may_sell() const { return kind_ == Kind::cashier; }
    // Tells what changed since the last time; nothing before the hello.
    void tell();

private:
    enum class Kind : std::uint8_t { unknown, cashier, guest_display };

    void greet(const v1::PageHello& hello);
    void answer(const v1::PageFrame& frame);
    void send(const v1::CoreFrame& frame);
    void end(const char* why);

    ServedTill& till_;
    FrameSink& sink_;
    ViewChanges changes_;
    Kind kind_ = Kind::unknown;
    int silent_rounds_ = 0;
};

}  // namespace canteen::till
