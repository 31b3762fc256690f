#include "canteen/app/sessions/enrolment.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

#include "canteen/app/address.h"
#include "canteen/app/enrolment_code.h"
#include "canteen/app/screen_cookie.h"
#include "canteen/app/sessions/permissions.h"
#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/text.h"

namespace canteen {

namespace json = boost::json;

namespace {

// Letters that cannot be taken for digits or each other.
constexpr std::string_view pickup_alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ";
constexpr std::size_t max_letters = 2;

bool are_letters_of(Role role, const std::string& letters) {
    if (role != Role::till) return letters.empty();
    return !letters.empty() && letters.size() <= max_letters &&
           letters.find_first_not_of(pickup_alphabet) == std::string::npos;
}

bool is_device_role(Role role) {
    return role == Role::till || role == Role::kitchen || role == Role::office;
}

Rejection invalid(std::string what) {
    return {RejectionCode::amount_invalid, {{"what", std::move(what)}}, std::nullopt};
}

HttpReply failure(unsigned status, const std::string& name) {
    HttpReply reply;
    reply.status = status;
    reply.content_type = "application/json";
    reply.body = json::serialize(json::object{{"error", name}}) + "\n";
    return reply;
}

HttpReply description_of(const Device& device, const SessionContext& context) {
    HttpReply reply;
    reply.content_type = "application/json";
    json::object described{{"device_id", to_hex(device.id.bytes)},
                           {"role", std::string(name_of(device.role))},
                           {"name", device.name},
                           {"letters", device.letters},
                           {"site", context.site.name},
                           {"canteen", to_hex(context.canteen)}};
    if (const auto& key = context.heads.key(); key != PublicKey{}) described["head_key"] = to_hex(key);
    reply.body = json::serialize(described) + "\n";
    return reply;
}

// A disk that is full or gone refuses a device, and ends nothing: commits say it soon enough.
template <class Work>
bool done(Work work) {
    try {
        work();
        return true;
    } catch (const StoreError&) {
        return false;
    }
}

// A till is known by its key, a screen by a number it made up; without one nobody can ask again.
Hash claimant_of(const RedeemRequest& request, Random& random) {
    if (request.public_key) return hash_of({"canteen.v1 claimant", as_view(*request.public_key)});
    const auto nonce = request.nonce.empty() ? fresh_cookie(random) : request.nonce;
    return hash_of({"canteen.v1 claimant", nonce});
}

bool is_device_name(const std::string& name) {
    return !name.empty() && name.size() <= max_device_name_bytes && is_plain_text(name);
}

}  // namespace

// One exchange on its way.
struct Enrolment::Claim {
    RedeemRequest request;
    std::string remote;
    std::string cookie;  // of a screen; "" of a till
    Hash claimant{};     // whose the code becomes
    bool over_tls = false;
    std::function<void(HttpReply)> reply;

    bool is_tills() const { return request.public_key.has_value(); }
};

void Enrolment::enrol(Role role, const std::string& name, const std::string& letters, Told told,
                      std::optional<Person> by) {
    if (!is_device_role(role)) return told(invalid("role"));
    if (!is_device_name(name)) return told(invalid("name"));
    if (!are_letters_of(role, letters)) return told(invalid("letters"));
    auto now = context_.clock.now();
    Device device;
    device.id = new_id<DeviceId>(now, context_.random);
    device.role = role;
    device.name = name;
    device.letters = letters;
    auto code = make_enrolment_code(context_.random);
    // The code first: a device without a code would keep its name and letters until it ends.
    auto enrol_it = [this, device, code, told, by](bool kept) {
        if (!kept) return told(Rejection{RejectionCode::storage_low, {}, {}});
        own_.ask(
            EnrolDevice{device},
            [told, code, id = device.id](const Answer& answer) {
                if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return told(*why);
                told(Enrolled{id, code});
            },
            by);
    };
    WriterTask put = [id = device.id, hash = hash_of_enrolment_code(code), expires = now + enrolment_code_lives,
                      post = post_, enrol_it](Store& store, Writer&) {
        const bool kept = done([&] { store.put_enrolment_code(id, hash, expires); });
        post([enrol_it, kept] { enrol_it(kept); });
    };
    if (!context_.inbox.offer(std::move(put))) told(Rejection{RejectionCode::busy, {}, {}});
}

void Enrolment::enrol_again(const std::string& name, Told told, std::optional<Person> by) {
    const auto* till = context_.devices.till_by_name(name);
    if (!till) return told(Rejection{RejectionCode::device_unknown, {}, {}});
    if (!till->revoked) return put_code(till->id, std::move(told));
    // The key that was revoked stays so. It came in once, so it does not end with its code.
    Device device = *till;
    device.revoked = false;
    device.claimed = true;
    device.public_key = {};
    own_.ask(
        EnrolDevice{device},
        [this, id = device.id, told = std::move(told)](const Answer& answer) {
            if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return told(*why);
            put_code(id, told);
        },
        by);
}

void Enrolment::put_code(DeviceId device, Told told) {
    auto code = make_enrolment_code(context_.random);
    WriterTask put = [device, code, told, expires = context_.clock.now() + enrolment_code_lives, post = post_](
                         Store& store, Writer&) {
        const bool kept = done([&] { store.put_enrolment_code(device, hash_of_enrolment_code(code), expires); });
        post([device, code, told, kept] {
            if (!kept) return told(Rejection{RejectionCode::storage_low, {}, {}});
            told(Enrolled{device, code});
        });
    };
    if (!context_.inbox.offer(std::move(put))) told(Rejection{RejectionCode::busy, {}, {}});
}

// A till with entries to send goes on only as the device, and in the books, they belong to; the code stays unused.
bool Enrolment::is_for_another(const Claim& claim, Store& store, Timestamp now) const {
    const auto& asked = claim.request;
    if (asked.canteen && *asked.canteen != context_.canteen) return true;
    const auto code = asked.device ? store.enrolment_code(hash_of_enrolment_code(asked.code), now) : std::nullopt;
    return code && code->device != *asked.device;
}

void Enrolment::claim(const HttpRequest& request, std::function<void(HttpReply)> reply) {
    auto now = context_.clock.now();
    if (!wrong_codes_.allows(counted_address(request.remote), context_.clock.steady())) {
        context_.security.note("enrol", "too_many_attempts", request.remote, DeviceId{}, context_.clock.steady());
        return reply(failure(429, "too_many_attempts"));
    }
    auto asked = read_redeem_request(request);
    if (!asked) return reply(failure(400, "malformed"));
    const bool is_till = asked->public_key.has_value();
    auto claim =
        std::make_shared<Claim>(Claim{*asked, request.remote, is_till ? "" : fresh_cookie(context_.random),
                                      claimant_of(*asked, context_.random), request.over_tls, std::move(reply)});
    WriterTask take = [this, claim, now, post = post_](Store& store, Writer& writer) {
        std::optional<Device> device;
        bool is_anothers = false;
        const bool kept = done([&] {
            is_anothers = is_for_another(*claim, store, now);
            if (!is_anothers) device = taken_by(*claim, store, writer.state(), now);
        });
        post([this, claim, device = std::move(device), kept, is_anothers] {
            if (!kept) return claim->reply(failure(503, "storage_low"));
            if (is_anothers) return claim->reply(failure(409, "another_till"));
            on_code_taken(claim, device);
        });
    };
    if (!context_.inbox.offer(std::move(take))) claim->reply(failure(503, "busy"));
}

// The code becomes the claimant's, and stays so while it lives: a claimant who lost the answer asks again and gets in.
std::optional<Device> Enrolment::taken_by(const Claim& claim, Store& store, const Canteen& state, Timestamp now) {
    const auto code_hash = hash_of_enrolment_code(claim.request.code);
    const auto code = store.enrolment_code(code_hash, now);
    if (!code || (code->claimant && *code->claimant != claim.claimant)) return std::nullopt;
    const auto found = state.devices.find(code->device);
    if (found == state.devices.end() || (found->second.role == Role::till) != claim.is_tills()) return std::nullopt;
    if (!code->claimant) store.claim_enrolment_code(code_hash, claim.claimant);
    if (!claim.is_tills()) store.put_cookie(code->device, hash_of_cookie(claim.cookie));
    return found->second;
}

void Enrolment::on_code_taken(std::shared_ptr<Claim> claim, const std::optional<Device>& device) {
    if (!device || device->revoked) {
        wrong_codes_.note_wrong(counted_address(claim->remote), context_.clock.steady());
        context_.security.note("enrol", "code_unknown", claim->remote, DeviceId{}, context_.clock.steady());
        return claim->reply(failure(403, "code_unknown"));
    }
    if (!claim->cookie.empty()) context_.devices.set_cookie(hash_of_cookie(claim->cookie), device->id);
    ClaimDevice command{device->id, claim->request.public_key.value_or(PublicKey{})};
    own_.ask(command, [this, claim, id = device->id](const Answer& answer) { on_claimed(*claim, id, answer); });
}

void Enrolment::on_claimed(const Claim& claim, DeviceId id, const Answer& answer) {
    if (const auto* why = std::get_if<Rejection>(&answer.outcome))
        return claim.reply(failure(409, std::string(name_of(why->code))));
    const auto& device = *context_.devices.find(id);
    auto reply = description_of(device, context_);
    if (!claim.cookie.empty()) reply.set_cookie = set_cookie(device_cookie, claim.cookie, claim.over_tls);
    if (device.role == Role::kitchen) {
        reply.status = 303;
        reply.location = "/kitchen/";
    }
    claim.reply(std::move(reply));
}

}  // namespace canteen
