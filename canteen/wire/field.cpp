#include "canteen/wire/field.h"

namespace canteen {

std::string bytes_of(const Bytes16& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes16 bytes16_from(const std::string& bytes, const Path& at) {
    return array_from<std::tuple_size_v<Bytes16>>(bytes, at);
}

std::string text_from(const std::string& text, std::size_t most_bytes, const Path& at) {
    if (text.size() > most_bytes) throw Unreadable(at, "is longer than " + std::to_string(most_bytes) + " bytes");
    return text;
}

Timestamp instant_from(std::int64_t ms, const Path& at) {
    if (ms < 0 || ms > last_instant_ms) throw Unreadable(at, "is not an instant");
    return {ms};
}

std::optional<Timestamp> optional_instant_from(std::int64_t ms, const Path& at) {
    if (ms == 0) return std::nullopt;
    return instant_from(ms, at);
}

Date date_from(std::int32_t days, const Path& at) {
    if (days < first_date_days || days > last_date_days) throw Unreadable(at, "is not a date");
    return {days};
}

Fen client_fen_from(std::int64_t fen, const Path& at) {
    if (fen < -max_client_fen || fen > max_client_fen) throw Unreadable(at, "is not a sum of money");
    return {fen};
}

std::uint32_t count_from(std::uint32_t count, std::uint32_t most, const Path& at) {
    if (count > most) throw Unreadable(at, "is more than " + std::to_string(most));
    return count;
}

}  // namespace canteen
