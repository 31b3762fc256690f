// An import's outcome in words: yes, yes but look at these places, or no and all the reasons, each by line and column.
// Pure; any thread.
#pragma once

#include <string>

#include "canteen/admin/imports.h"

namespace canteen {

// Why a file cannot be read.
std::string mistakes_text(const FileNotes& mistakes, const FileNotes& remarks);
// What to look at, behind a yes; "" if nothing.
std::string remarks_text(const FileNotes& remarks);
// Why what was read is refused: each member of a file at his line.
std::string refusal_text(const Rejection& rejection, const ImportedFile& file);

}  // namespace canteen
