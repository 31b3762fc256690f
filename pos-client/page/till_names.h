// How a till and whoever stands at it are called. Values; any thread.
#pragma once

#include <string>

namespace canteen::till {

struct TillNames {
    std::string till;       // as it was enrolled
    std::string cashier{};  // logged in; "": nobody
    std::string shift{};    // "A-12"; "": none
};

}  // namespace canteen::till
