#include "canteen/admin/staff_pins.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <map>
#include <memory>
#include <utility>

#include "canteen/admin/office_replies.h"
#include "canteen/crypto/pin_verifier.h"
#include "canteen/domain/model/pin_rules.h"
#include "canteen/engine/run_on_writer.h"

namespace canteen {
namespace {

AdminText refused_for(RejectionCode code) {
    return {false, describe(Rejection{code, {}, {}})};
}

std::string made_up(Random& random) {
    constexpr std::uint8_t as_often = 250;  // of the digits each
    std::string pin;
    while (pin.size() < min_pin_digits) {
        std::array<std::uint8_t, 1> drawn{};
        random.fill(drawn);
        if (drawn[0] < as_often) pin += static_cast<char>('0' + drawn[0] % 10);
    }
    return is_strong_pin(pin) ? pin : made_up(random);
}

// True if somebody else has this PIN: whoever types it would be taken for them.
bool is_in_use(const Key& key, const PinStretch& how, StaffId whose, const std::map<StaffId, std::string>& pins) {
    for (const auto& [staff, bytes] : pins) {
        const auto known = pin_verifier_from(bytes);
        if (staff != whose && known && known->stretch == how && known->hash == pin_hash(key, staff.bytes)) return true;
    }
    return false;
}

}  // namespace

// One PIN on its way.
struct StaffPins::Job {
    StaffId staff;
    std::string pin;  // "": to be made up
    bool is_made_up = false;
    Bytes16 salt{};
    std::map<StaffId, std::string> others;
    Person by;
    Reply reply;
    std::string verifier{};  // "": the PIN is another's

    // On another thread.
    void stretch() {
        SystemRandom random;
        do {
            if (is_made_up) pin = made_up(random);
            const PinStretch how{pin_passes, pin_mebibytes, salt};
            auto key = stretched(pin, how);
            if (!is_in_use(key, how, staff, others)) verifier = bytes_of(PinVerifier{how, pin_hash(key, staff.bytes)});
            sodium_memzero(key.data(), key.size());
        } while (is_made_up && verifier.empty());
    }
};

void StaffPins::set(const SetStaffPin& asked, const Person& by, Reply reply) {
    const auto& view = engine_.application().staff();
    const auto known = view.staff().find(asked.staff);
    if (known == view.staff().end() || known->second.ended) return reply(refused_for(RejectionCode::staff_unknown));
    if (!asked.pin.empty() && !is_strong_pin(asked.pin)) return reply(refused_for(RejectionCode::pin_weak));
    auto job = std::make_shared<Job>(Job{asked.staff, asked.pin, asked.pin.empty(), pin_salt_of(engine_.keys().site),
                                         view.pins(), by, std::move(reply)});
    using Failed = std::optional<std::string>;
    const bool taken = run_beside<Failed>(
        background_, post_,
        [job] {
            job->stretch();
            return Failed{};
        },
        [this, job](const Failed& failed) {
            if (failed) return job->reply({false, *failed});
            if (job->verifier.empty()) return job->reply(refused_for(RejectionCode::pin_in_use));
            keep(job);
        },
        [](const std::exception& error) { return Failed(error.what()); });
    if (!taken) job->reply(refused_for(RejectionCode::busy));
}

void StaffPins::keep(const std::shared_ptr<Job>& job) {
    using Failed = std::optional<std::string>;
    const bool taken = run_on_writer<Failed>(
        engine_.inbox(), post_,
        [job](Store& store, Writer&) {
            store.put_staff_pin(job->staff, job->verifier);
            return Failed{};
        },
        [this, job](const Failed& failed) {
            if (failed) return job->reply({false, *failed});
            note(job);
        },
        [](const std::exception& error) {
            spdlog::error("a PIN cannot be kept: {}", error.what());
            return Failed("the PIN cannot be kept: see the server's log");
        });
    if (!taken) job->reply(refused_for(RejectionCode::busy));
}

void StaffPins::note(const std::shared_ptr<Job>& job) {
    engine_.application().staff().put_pin(job->staff, job->verifier);
    engine_.application().own().ask(
        NoteStaffPin{job->staff},
        [job](const Answer& answer) {
            auto told = reply_of(answer, job->is_made_up ? "the PIN is " + job->pin + ", shown this once" : "PIN set");
            sodium_memzero(job->pin.data(), job->pin.size());
            job->reply(std::move(told));
        },
        job->by);
}

}  // namespace canteen
