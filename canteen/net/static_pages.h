// Answers requests for files: whole, compressed, or not modified. Pure.
#pragma once

#include <string_view>

#include "canteen/net/http_answer.h"
#include "canteen/net/page.h"

namespace canteen {

// Answers 200, with the compressed bytes if there are any and the client takes them; 304 if the client has these very
// bytes.
HttpAnswer answer_page(const StaticPage& page, std::string_view if_none_match, std::string_view accept_encoding);

}  // namespace canteen
