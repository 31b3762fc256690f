// Puts a code into words, in the reader's language. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/exception.h"
#include "canteen/domain/model/rejection.h"
#include "canteen/texts/language.h"

namespace canteen {

// Returns the code itself if it has no text: a newer server may send one.
std::string say(std::string_view code, const std::vector<Param>& params, Language language);
std::string say(const Rejection& why, Language language);
std::string say(const Exception& exception, Language language);

}  // namespace canteen
