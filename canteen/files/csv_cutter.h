// Cuts the text of a table into rows and cells, whatever program ended its lines and parted its cells. Pure; any
// thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "canteen/files/csv.h"

namespace canteen {

// The rows with their heading, without lines that are empty. Cells lose the blanks around them. Lines end with LF, CR
// LF, or CR alone if no LF is anywhere; cells are parted by the comma, or by tab or semicolon if the first line has no
// comma.
Result<std::vector<CsvRow>> cut_csv(std::string_view text);

}  // namespace canteen
