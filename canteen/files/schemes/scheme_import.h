// A scheme file that is new here. Files published before are read by read_scheme_file() alone, whatever their names.
// Any thread.
#pragma once

#include "canteen/files/schemes/scheme_file.h"

namespace canteen {

inline constexpr std::size_t max_scheme_id_bytes = 64;  // of a scheme, version, class or payer, as an order names them

// As read_scheme_file(), and refuses, with the path in the file, names that no order could carry and text that could
// not be shown.
Result<SchemeFile> read_new_scheme_file(std::string_view text);

}  // namespace canteen
