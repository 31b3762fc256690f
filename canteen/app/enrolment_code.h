// The one-time code by which a device comes in: short enough to be typed, too rare to be guessed in its ten minutes.
// Pure; any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "canteen/crypto/hash.h"
#include "canteen/crypto/random.h"

namespace canteen {

inline constexpr std::size_t enrolment_code_length = 10;  // of 32 characters: 50 bits
inline constexpr std::chrono::minutes enrolment_code_lives{10};

// Crockford's base 32: digits and capitals without I, L, O, U.
std::string make_enrolment_code(Random& random);
// As typed: lower case, spaces and hyphens are forgiven, and O is 0, I and L are 1.
std::string normalise_enrolment_code(std::string_view typed);
// How a normalised code is kept.
Hash hash_of_enrolment_code(std::string_view code);

}  // namespace canteen
