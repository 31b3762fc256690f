// A document as the till's disk keeps it until it is printed. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pos-client/paper/document.h"

namespace canteen::till {

std::string to_json(const Document& document);
// Returns nothing for any other text.
std::optional<Document> document_of(std::string_view json);

}  // namespace canteen::till
