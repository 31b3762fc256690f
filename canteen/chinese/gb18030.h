// Turns text into GB 18030 and back, as printers and old programs speak it. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace canteen {

// Returns nothing if the text is not UTF-8.
std::optional<std::string> gb18030_of(std::string_view utf8);
// Returns nothing if the bytes are not GB 18030 from the first to the last.
std::optional<std::string> utf8_of_gb18030(std::string_view bytes);

}  // namespace canteen
