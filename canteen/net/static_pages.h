// Answers for files: whole, compressed, or "you have it already". Pure.
#pragma once

#include <string_view>

#include "canteen/net/http_answer.h"
#include "canteen/net/page.h"

namespace canteen {

// 200 with the compressed bytes if there are any and the client takes them; 304 if it has these very bytes.
HttpAnswer answer_page(const StaticPage& page, std::string_view if_none_match, std::string_view accept_encoding);

}  // namespace canteen
