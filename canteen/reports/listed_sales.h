// Sales that wait for the office, as text to act on: each line begins with the order's id. Any thread; throws
// StoreError.
#pragma once

#include "canteen/reports/reports.h"

namespace canteen {

// Lists the sales of a day nobody could believe.
Document doubtful_sales(const Books& books);
// Lists the sales an account was short for, by the member's name.
Document short_sales(const Books& books);

}  // namespace canteen
