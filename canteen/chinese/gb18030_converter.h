// ICU's converter for GB 18030, which stops at the first byte it does not know; only for this room. One thread.
#pragma once

#include <unicode/ucnv.h>

#include <memory>

namespace canteen {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Throws std::runtime_error if ICU lacks it.
Converter gb18030_converter();

}  // namespace canteen
