// Reads the worked cases of a scheme file. Rules: deploy/schemes/FORMAT.md, "Cases". Throws JsonRefusal. Any thread.
#pragma once

#include "canteen/domain/model/scheme.h"
#include "canteen/files/schemes/json_fields.h"
#include "canteen/files/schemes/scheme_case.h"

namespace canteen {

// `scheme`: the one of the file, its versions read.
SchemeCase read_scheme_case(const JsonPlace& place, const Scheme& scheme);

}  // namespace canteen
