#include "tests/bench/devices.h"

#include <fstream>
#include <span>
#include <stdexcept>

#include "canteen/crypto/hash.h"
#include "canteen/net/http_client.h"

namespace canteen::bench {
namespace {

template <std::size_t Size>
std::array<std::uint8_t, Size> from_hex(const std::string& hex) {
    if (hex.size() != 2 * Size) throw std::runtime_error("not hex of the right length: " + hex);
    std::array<std::uint8_t, Size> bytes{};
    for (std::size_t i = 0; i < Size; ++i)
        bytes[i] = static_cast<std::uint8_t>(std::stoul(hex.substr(2 * i, 2), nullptr, 16));
    return bytes;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    return to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// Returns the part between `before` and `end`.
std::string cut(const std::string& text, const std::string& before, char end) {
    auto at = text.find(before);
    if (at == std::string::npos) throw std::runtime_error("no " + before + " in: " + text);
    at += before.size();
    return text.substr(at, text.find(end, at) - at);
}

std::string pair_till(std::uint16_t port, const std::string& letters, const std::string& code) {
    SystemRandom random;
    SigningSeed seed{};
    random.fill(seed);
    auto reply = post_form("127.0.0.1", port, "/enrol", "code=" + code + "&public_key=" + hex(public_key_of(seed)));
    return "till " + letters + " " + cut(reply.body, "\"device_id\":\"", '"') + " " + hex(seed);
}

std::string pair_kitchen(std::uint16_t port, const std::string& code) {
    auto reply = post_form("127.0.0.1", port, "/enrol", "code=" + code);
    return "kitchen " + cut(reply.header("set-cookie"), "canteen_device=", ';');
}

}  // namespace

void pair_devices(std::uint16_t port, const std::string& codes, const std::string& devices) {
    std::ifstream in(codes);
    std::ofstream out(devices);
    std::string role, name, code;
    while (in >> role >> name >> code)
        out << (role == "till" ? pair_till(port, name, code) : pair_kitchen(port, code)) << "\n";
    if (!out.flush()) throw std::runtime_error(devices + " cannot be written");
}

Devices read_devices(const std::string& file) {
    std::ifstream in(file);
    Devices devices;
    std::string role, first, device, seed;
    while (in >> role >> first) {
        if (role == "kitchen") {
            devices.cookies.push_back(first);
        } else {
            in >> device >> seed;
            devices.tills.push_back({first, {from_hex<16>(device)}, from_hex<32>(seed)});
        }
    }
    if (devices.tills.empty()) throw std::runtime_error(file + " names no till");
    return devices;
}

}  // namespace canteen::bench
