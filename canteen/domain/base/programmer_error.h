// A broken promise between our own parts: something not loaded, a ledger that does not balance. Never a guest's or a
// device's doing; it ends the process.
#pragma once

#include <stdexcept>

namespace canteen {

struct ProgrammerError : std::logic_error {
    using std::logic_error::logic_error;
};

// Throws ProgrammerError with `what` unless `holds`.
inline void require(bool holds, const char* what) {
    if (!holds) throw ProgrammerError(what);
}

}  // namespace canteen
