// Text that strangers typed and others will read on screens and slips. Pure; any thread.
#pragma once

#include <string_view>

namespace canteen {

// False if the UTF-8 text holds a control character, a line break, or a mark that turns the direction of writing: they
// could fake a slip's line or drive a printer.
bool is_plain_text(std::string_view text);

}  // namespace canteen
