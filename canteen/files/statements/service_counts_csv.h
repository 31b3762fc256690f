// Person-meals (人次) as a table for reports: one row a month, meal and group; for each payer how many of them the
// payer gave something to, and how much in yuan. CSV for spreadsheets, in Chinese, with a byte order mark. Pure; any
// thread.
#pragma once

#include <string>

#include "canteen/domain/claims/service_counts.h"

namespace canteen {

std::string write_service_counts(const ServiceCounter& counter);

}  // namespace canteen
