// A port that keeps what was sent, read back by the fake codec. One thread.
#pragma once

#include <optional>

#include "canteen/app/connection_gate.h"
#include "tests/support/fake_codec.h"

namespace canteen::testing {

class FakeSink final : public FrameSink {
public:
    explicit FakeSink(const FakeCodec& codec) : codec_(codec) {}

    void send(std::shared_ptr<const std::string> frame) override { frames_.push_back(std::move(frame)); }
    void close(std::uint16_t code, std::string) override { close_code_ = code; }
    bool has_room() const override { return room_; }
    void known() override { is_known_ = true; }

    // Returns the messages of one kind, in order.
    template <class Message>
    std::vector<Message> all() const {
        std::vector<Message> messages;
        for (const auto& frame : frames_)
            if (const auto* message = std::get_if<Message>(&codec_.read(*frame))) messages.push_back(*message);
        return messages;
    }
    template <class Message>
    std::optional<Message> last() const {
        auto messages = all<Message>();
        return messages.empty() ? std::nullopt : std::optional(messages.back());
    }
    // Returns why the server said goodbye; "" if it did not.
    std::string goodbye() const {
        auto message = last<Goodbye>();
        return message ? message->name : "";
    }

    const std::vector<std::shared_ptr<const std::string>>& frames() const { return frames_; }
    std::optional<std::uint16_t> close_code() const { return close_code_; }
    bool is_known() const { return is_known_; }
    void set_room(bool room) { room_ = room; }
    void forget() { frames_.clear(); }

private:
    const FakeCodec& codec_;
    std::vector<std::shared_ptr<const std::string>> frames_;
    std::optional<std::uint16_t> close_code_;
    bool is_known_ = false;
    bool room_ = true;
};

}  // namespace canteen::testing
