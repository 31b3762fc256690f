// Reads a file of sales to be made again; its columns are in pos-client/SALES.md. Pure; any thread.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/files/result.h"
#include "pos-client/till/basket.h"

namespace canteen::till {

// One guest at a register, or an order of that register taken back.
struct Checkout {
    std::chrono::milliseconds at{0};  // after the file's beginning
    std::string order;                // the file's name for it
    bool cancel = false;
    Basket basket;
    TenderKind pay = TenderKind::cash;
};

// Checkouts by register, in order of time.
using SalesFile = std::map<std::string, std::vector<Checkout>>;

// Returns the whole file, or the first thing wrong with it. Rows of one register and order are one checkout at the
// first row's time.
Result<SalesFile> read_sales(std::string_view text);

}  // namespace canteen::till
