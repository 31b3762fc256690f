// How a till is called. Values; any thread.
#pragma once

#include <string>

namespace canteen::till {

struct TillNames {
    std::string till;  // as it was enrolled
};

}  // namespace canteen::till
