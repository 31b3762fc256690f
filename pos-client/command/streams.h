// Where a command says what it did, and what went wrong. They outlive it.
#pragma once

#include <ostream>

namespace canteen::till {

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

}  // namespace canteen::till
