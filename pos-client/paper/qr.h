// QR codes, as squares of modules. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pos-client/paper/bitmap.h"

namespace canteen::till {

// Longer ones would not be read from 58 mm paper.
inline constexpr std::size_t max_qr_bytes = 200;

// A dot a module, without the white margin. Returns nothing for an empty or too long payload.
std::optional<Bitmap> qr_code(std::string_view payload);

}  // namespace canteen::till
