// Remarks on what can be imported and yet should be looked at, by what the canteen knows: categories and approvals that
// no scheme asks for, persons who may be recorded already, menus of years whose holidays are not known. On the I/O
// thread.
#pragma once

#include "canteen/admin/imports.h"
#include "canteen/app/sessions/application.h"

namespace canteen {

FileNotes remarks_on(const ImportedFile& file, const Application& application);

}  // namespace canteen
