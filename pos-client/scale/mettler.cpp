#include "pos-client/scale/mettler.h"

#include "canteen/domain/base/number.h"

namespace canteen::till {
namespace {

constexpr char stx = '\x02', cr = '\r';
constexpr std::size_t plain_bytes = 17;  // without checksum: STX, A, B, C, 6 + 6 digits, CR
constexpr std::size_t weight_place = 4, digits = 6;

// Status A: where the point stands. Status B: how the weight is meant. Status C: its unit.
constexpr unsigned point_bits = 0x07;
constexpr unsigned negative_bit = 0x02, out_of_range_bit = 0x04, motion_bit = 0x08, kilogram_bit = 0x10,
                   no_zero_bit = 0x40;
constexpr unsigned unit_bits = 0x07, by_status_b = 0, grams_unit = 1, expanded_bit = 0x10;
constexpr int exponent_without_decimals = 2;  // of point 0, which stands for hundreds

bool has_good_sum(std::string_view message) {
    unsigned sum = 0;
    for (const char byte : message) sum += static_cast<unsigned char>(byte);
    return (sum & 0x7f) == 0;
}

// Returns digits * 10^exponent if it is a whole number that fits.
std::optional<std::uint32_t> scaled(std::uint64_t value, int exponent) {
    for (; exponent > 0; --exponent) value *= 10;
    for (; exponent < 0; ++exponent) {
        if (value % 10 != 0) return std::nullopt;
        value /= 10;
    }
    return value > UINT32_MAX ? std::nullopt : std::optional(static_cast<std::uint32_t>(value));
}

std::optional<std::uint32_t> grams_in(std::string_view message) {
    const auto bits = [message](std::size_t at) {
        return static_cast<unsigned>(static_cast<unsigned char>(message[at]));
    };
    const auto a = bits(1), b = bits(2), c = bits(3);
    if ((b & (negative_bit | out_of_range_bit | motion_bit | no_zero_bit)) != 0) return std::nullopt;
    const bool in_kilograms = (c & unit_bits) == by_status_b && (b & kilogram_bit) != 0;
    if (!in_kilograms && (c & unit_bits) != grams_unit) return std::nullopt;
    auto text = message.substr(weight_place, digits);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto value = whole_number<std::uint32_t>(text);
    if (!value) return std::nullopt;
    int exponent = exponent_without_decimals - static_cast<int>(a & point_bits) + (in_kilograms ? 3 : 0);
    if ((c & expanded_bit) != 0) --exponent;
    return scaled(*value, exponent);
}

}  // namespace

std::size_t MettlerReader::message_bytes() const {
    return has_checksum_ ? plain_bytes + 1 : plain_bytes;
}

void MettlerReader::take(std::string_view bytes, Timestamp now) {
    pending_ += bytes;
    while (true) {
        pending_.erase(0, pending_.find(stx));
        if (pending_.size() < message_bytes()) return;
        const bool is_whole = pending_[plain_bytes - 1] == cr &&
                              (!has_checksum_ || has_good_sum(std::string_view(pending_).substr(0, message_bytes())));
        if (is_whole) take_message(std::string_view(pending_).substr(0, message_bytes()), now);
        pending_.erase(0, is_whole ? message_bytes() : 1);
    }
}

void MettlerReader::take_message(std::string_view message, Timestamp now) {
    heard_at_ = now;
    grams_ = grams_in(message);
}

bool MettlerReader::is_heard(Timestamp now) const {
    return heard_at_ && now >= *heard_at_ && now - *heard_at_ <= weight_good_for;
}

std::optional<std::uint32_t> MettlerReader::settled_grams(Timestamp now) const {
    return is_heard(now) ? grams_ : std::nullopt;
}

}  // namespace canteen::till
