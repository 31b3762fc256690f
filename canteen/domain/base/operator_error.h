// The operator's mistake: a file that is missing or wrong, a word that fits nothing. Any thread.
#pragma once

#include <stdexcept>

namespace canteen {

// Said so that the operator can mend it.
struct OperatorError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace canteen
