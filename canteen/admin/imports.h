// A file to import, read as the command that imports it: all of it or nothing. Tables are UTF-8 or GB 18030. Any
// thread.
#pragma once

#include <string_view>

#include "canteen/app/admin_message.h"
#include "canteen/crypto/random.h"
#include "canteen/domain/model/command.h"
#include "canteen/files/csv.h"

namespace canteen {

// By the operator's word: menu, members, calendar, scheme, balances, uses. Nothing for another word.
std::optional<ImportKind> import_kind(std::string_view word);
std::string_view word_of(ImportKind kind);

struct ImportedFile {
    CommandBody body;
    TablePlaces places{};            // of members, in their order
    std::vector<FileError> dates{};  // where each menu's date stands
};

// The command, or all that is wrong with the file; and what should be looked at in it. A scheme whose own worked cases
// do not hold is refused. New members get ids from `now` and `random`; decide() keeps the id of a member whose number
// is known.
Result<ImportedFile> read_import(ImportKind kind, std::string_view text, Timestamp now, Random& random);

}  // namespace canteen
