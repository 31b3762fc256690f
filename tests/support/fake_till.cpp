#include "tests/support/fake_till.h"

namespace canteen::testing {

FakeTill::FakeTill(std::uint32_t number, std::string letters)
    : id_(id_of<DeviceId>(number)), letters_(std::move(letters)) {
    seed_.fill(static_cast<std::uint8_t>(number));
}

Submission FakeTill::next(CommandBody body) {
    auto frame = next_frame(std::move(body));
    return {1, actor(), std::move(frame.command), std::move(frame.entry), frame.device_seq, frame.hash, {}};
}

Submit FakeTill::next_frame(CommandBody body) {
    ++device_seq_;
    Submit frame;
    auto number = static_cast<std::uint32_t>(id_.bytes[15]) * 100'000 + static_cast<std::uint32_t>(device_seq_);
    frame.command = {id_of<CommandId>(number), std::move(body)};
    frame.entry = std::string(name_of(frame.command.body)) + " " + std::to_string(number);
    frame.device_seq = device_seq_;
    last_hash_ = next_link(last_hash_, frame.entry);
    frame.hash = last_hash_;
    return frame;
}

Device FakeTill::device() const {
    Device device;
    device.id = id_;
    device.role = Role::till;
    device.name = "till " + letters_;
    device.letters = letters_;
    device.public_key = public_key_of(seed_);
    device.claimed = true;
    return device;
}

Hello FakeTill::hello(const Challenge& challenge, const std::string& host, std::vector<Cursor> feeds) const {
    Hello hello;
    hello.device = id_;
    hello.host = host;
    hello.signature = sign(seed_, hello_message(challenge.nonce, host, challenge.epoch));
    hello.feeds = std::move(feeds);
    return hello;
}

}  // namespace canteen::testing
