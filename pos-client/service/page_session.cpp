#include "pos-client/service/page_session.h"

#include <memory>

#include "pos-client/page/shown.h"

namespace canteen::till {
namespace {

// Rounds of on_timer, about seconds, that a page may take to say hello.
constexpr int max_silent_rounds = 5;
constexpr std::uint16_t close_policy = 1008, close_malformed = 1007;

}  // namespace

PageSession::PageSession(ServedTill& till, FrameSink& sink) : till_(till), sink_(sink) {
    sink_.known();
    till_.join(*this);
}

PageSession::~PageSession() {
    till_.leave(*this);
}

void PageSession::on_frame(std::string_view bytes) {
    v1::PageFrame frame;
    if (bytes.size() > max_page_frame_bytes || !frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return sink_.close(close_malformed, "malformed");
    if (frame.has_hello()) return greet(frame.hello());
    if (kind_ == Kind::unknown) return sink_.close(close_policy, "hello first");
    answer(frame);
}

void PageSession::on_timer(std::chrono::steady_clock::time_point) {
    if (kind_ == Kind::unknown && ++silent_rounds_ > max_silent_rounds) sink_.close(close_policy, "no hello");
}

void PageSession::greet(const v1::PageHello& hello) {
    if (hello.page_protocol() != page_protocol)
        return end(hello.page_protocol() < page_protocol ? "page_older" : "core_older");
    kind_ = hello.guest_display() ? Kind::guest_display : Kind::cashier;
    v1::CoreFrame frame;
    frame.mutable_hello()->set_page_protocol(page_protocol);
    frame.mutable_hello()->set_run_id(till_.run_id());
    frame.mutable_hello()->set_other_page_pays(may_sell() && till_.selling_pages() > 1);
    send(frame);
    tell();
}

// A guest's display may look and do nothing.
void PageSession::answer(const v1::PageFrame& frame) {
    v1::CoreFrame reply;
    if (kind_ == Kind::guest_display && !frame.has_ping()) {
        reply.mutable_answer()->set_action_id(frame.action_id());
        show(denial("not_permitted", {{"role", "guest_display"}, {"command", "any"}}),
             *reply.mutable_answer()->mutable_refused());
    } else {
        *reply.mutable_answer() = till_.answer(frame);
    }
    send(reply);
}

void PageSession::tell() {
    if (kind_ == Kind::unknown) return;
    auto changes = changes_.since_last(kind_ == Kind::guest_display ? till_.display() : till_.view());
    if (!changes) return;
    v1::CoreFrame frame;
    *frame.mutable_view() = std::move(*changes);
    send(frame);
}

void PageSession::send(const v1::CoreFrame& frame) {
    sink_.send(std::make_shared<const std::string>(frame.SerializeAsString()));
}

void PageSession::end(const char* why) {
    v1::CoreFrame frame;
    frame.mutable_goodbye()->set_name(why);
    send(frame);
    sink_.close(close_policy, why);
}

}  // namespace canteen::till
