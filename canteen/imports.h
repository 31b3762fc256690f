// A file to import, read as the command that imports it: all of it or nothing. Tables are UTF-8 or GB 18030. Any
// thread.
#pragma once

#include <string_view>

#include "canteen/crypto/random.h"
#include "canteen/domain/command.h"
#include "canteen/files/result.h"

namespace canteen {

// What the operator may name: menu, members, calendar, scheme, balances, uses. Nothing for another word.
enum class ImportKind : std::uint8_t { menu, members, calendar, scheme, balances, uses };
std::optional<ImportKind> import_kind(std::string_view word);

// The command, or the first thing wrong with the file. A scheme whose own worked cases do not hold is refused. New
// members get ids from `now` and `random`; decide() keeps the id of a member whose number is known.
Result<CommandBody> read_import(ImportKind kind, std::string_view text, Timestamp now, Random& random);

}  // namespace canteen
