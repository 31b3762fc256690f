// Finds the holder of an ID number without keeping it: the end that may be asked for, and a keyed hash of the whole.
// A value; any thread.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "canteen/crypto/hash.h"

namespace canteen {

// More of the end than this is the birth date's; the office may ask for so many, a till for fewer.
inline constexpr std::size_t max_id_end_digits = 6;

class IdMark {
public:
    IdMark() = default;  // of nobody's number
    // The number in any form; "": nobody's. `key`: the directory's own.
    IdMark(const Key& key, std::string_view id_number);

    // True if both are of one number, under one key.
    bool is_of_the_number_of(const IdMark& other) const { return whole_ && whole_ == other.whole_; }
    bool ends_with(std::string_view end) const { return end_of(end_bytes_).ends_with(end); }
    // Its last bytes, fewer if it is shorter; never more than `max_id_end_digits`. Good as long as the mark.
    std::string_view end_of(std::size_t bytes) const;

private:
    std::array<char, max_id_end_digits> end_{};
    std::size_t end_bytes_ = 0;
    std::optional<Hash> whole_;
};

}  // namespace canteen
