// Letting devices in: a one-time code for a named device, exchanged for a till's key or a screen's cookie. Secrets lie
// in the store only as hashes; the store is touched on the writer's thread. Owned by the I/O thread.
#pragma once

#include <functional>
#include <variant>

#include "canteen/app/attempt_limit.h"
#include "canteen/app/redeem_request.h"
#include "canteen/app/sessions/session.h"
#include "canteen/app/writer/own_commands.h"
#include "canteen/app/writer/writer_thread.h"

namespace canteen {

inline constexpr std::size_t max_device_name_bytes = 60;

class Enrolment {
public:
    Enrolment(SessionContext& context, OwnCommands& own, Post post)
        : context_(context), own_(own), post_(std::move(post)) {}

    // The device and its code, or why not (name_taken, letters_taken, amount_invalid for a bad name or letters, busy).
    struct Enrolled {
        DeviceId device;
        std::string code;
    };
    using Told = std::function<void(std::variant<Enrolled, Rejection>)>;
    void enrol(Role role, const std::string& name, const std::string& letters, Told told,
               std::optional<Person> by = {});

    // Makes a code for a till that was enrolled before: a device that brings it goes on as that till, with its id,
    // letters, numbers and chain, and the key it had until then ends. A revoked one is let in again. device_unknown if
    // there is none.
    void enrol_again(const std::string& name, Told told, std::optional<Person> by = {});

    // POST /enrol.
    void claim(const HttpRequest& request, std::function<void(HttpReply)> reply);

private:
    struct Claim;
    static std::optional<Device> taken_by(const Claim& claim, Store& store, const Canteen& state, Timestamp now);
    void put_code(DeviceId device, Told told);
    bool is_for_another(const Claim& claim, Store& store, Timestamp now) const;
    void on_code_taken(std::shared_ptr<Claim> claim, const std::optional<Device>& device);
    void on_claimed(const Claim& claim, DeviceId device, const Answer& answer);

    SessionContext& context_;
    OwnCommands& own_;
    Post post_;
    AttemptLimit wrong_codes_;
};

}  // namespace canteen
