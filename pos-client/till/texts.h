// What the till says, one catalogue a language, by code. Keys: refused.*, listed.*, trouble.*, till.*. Pure; any
// thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/exception.h"
#include "canteen/domain/model/rejection.h"

namespace canteen::till {

enum class Language { zh, en };
using Catalogue = std::map<std::string, std::string, std::less<>>;

const Catalogue& texts_zh();
const Catalogue& texts_en();

// The sentence with its params put in: {dish} as it came, {due|yuan} fen as yuan. A key of a newer server is shown as
// it is.
std::string text(Language language, std::string_view key, const std::vector<Param>& params = {});
std::string text(Language language, const Rejection& why);
std::string text(Language language, const Exception& exception);

// "zh" or "en".
std::optional<Language> parse_language(std::string_view name);

}  // namespace canteen::till
