// A till's end as the writer and the session see it: numbers and a chain over its entries. One thread.
#pragma once

#include <string>

#include "canteen/app/writer/writer.h"
#include "canteen/crypto/sign.h"
#include "tests/support/lunch.h"

namespace canteen::testing {

class FakeTill {
public:
    FakeTill(std::uint32_t number, std::string letters);

    // Makes the next entry of its chain, and keeps it, so that it can be sent again.
    Submission next(CommandBody body);
    // Does the same as next(), wrapped for the wire.
    Submit next_frame(CommandBody body);
    PickupNumber next_pickup() { return {letters_, ++pickups_}; }

    Device device() const;
    DeviceId id() const { return id_; }
    Actor actor() const { return {id_, Role::till}; }
    // Returns a hello signed for the connection that the challenge opened.
    Hello hello(const Challenge& challenge, const std::string& host, std::vector<Cursor> feeds = {}) const;

private:
    DeviceId id_;
    std::string letters_;
    SigningSeed seed_{};
    std::uint64_t device_seq_ = 0;
    Hash last_hash_{};
    std::uint32_t pickups_ = 0;
};

}  // namespace canteen::testing
