// Keeps what the whole site shares: calendar, schemes, devices, epoch. Thread of the connection.
#pragma once

#include <optional>

#include "canteen/app/codec.h"
#include "canteen/domain/state/canteen.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class SiteTables {
public:
    SiteTables(Connection& db, const Codec& codec, Sealer& sealer) : db_(db), codec_(codec), sealer_(sealer) {}

    // These run within a transaction.
    void set_calendar(const Calendar& calendar);
    void publish_scheme(const SchemePublished& event, Seq seq);
    void enrol(const Device& device);
    void claim(const DeviceClaimed& event);
    void revoke(DeviceId device);
    void start_epoch(Epoch epoch);
    void set_deduct_order(const std::vector<AccountKind>& order);

    // Loads all of it into the state.
    void load(Canteen& state);

private:
    void load_calendar(Canteen& state);
    void load_schemes(Canteen& state);
    void load_devices(Canteen& state);
    void load_epoch(Canteen& state);
    void load_deduct_order(Canteen& state);

    Connection& db_;
    const Codec& codec_;
    Sealer& sealer_;
};

}  // namespace canteen
