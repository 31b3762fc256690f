// What explanations say, by code, in Chinese and English. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace canteen {

enum class Language { zh, en };

// The words of a code: of Why::code, "step.*", "meal.*", "mode.*", "day.*", "use.*" and of the explanation's own lines.
// A code without words is shown as it is.
std::string explain_text(Language language, std::string_view code);
// Of a test: true if both languages have words for the code.
bool has_explain_text(std::string_view code);

}  // namespace canteen
