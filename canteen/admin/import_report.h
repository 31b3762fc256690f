// Puts an import's outcome into words: yes, yes with places to look at, or no with all the reasons, each by line and
// column. Pure; any thread.
#pragma once

#include <string>

#include "canteen/admin/imports.h"

namespace canteen {

// Says why a file cannot be read.
std::string mistakes_text(const FileNotes& mistakes, const FileNotes& remarks);
// Says what to look at, to follow a yes; "" if nothing.
std::string remarks_text(const FileNotes& remarks);
// Says why the import is refused: each member of the file by their line.
std::string refusal_text(const Rejection& rejection, const ImportedFile& file);

}  // namespace canteen
