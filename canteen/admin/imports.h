// Reads a file to import as the command that imports it: all of it or nothing. Tables are UTF-8 or GB 18030. Any
// thread.
#pragma once

#include <string_view>

#include "canteen/app/admin_message.h"
#include "canteen/crypto/random.h"
#include "canteen/domain/model/command.h"
#include "canteen/files/csv.h"

namespace canteen {

// Returns the kind by the operator's word: menu, members, calendar, scheme, balances, uses; nothing for another word.
std::optional<ImportKind> import_kind(std::string_view word);
std::string_view word_of(ImportKind kind);

struct ImportedFile {
    CommandBody body;
    TablePlaces places{};            // the members' places, in their order
    std::vector<FileError> dates{};  // the place of each menu's date
};

// Returns the command and what should be looked at in the file, or all that is wrong with it. Refuses a scheme whose
// own worked cases do not hold. Gives new members ids from `now` and `random`; decide() keeps the id of a member whose
// number is known.
Result<ImportedFile> read_import(ImportKind kind, std::string_view text, Timestamp now, Random& random);

}  // namespace canteen
