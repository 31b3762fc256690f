// Personal values are sealed under their person's own data key before they reach a disk. Owned by the writer thread.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "canteen/domain/base/ids.h"

namespace canteen {

// The ciphertext was changed, moved to another place, or the person's key was destroyed.
struct UnsealError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The person was erased: values that were sealed for them can never be read again.
struct KeyDestroyed : UnsealError {
    using UnsealError::UnsealError;
};

class Sealer {
public:
    virtual ~Sealer() = default;
    // XChaCha20-Poly1305; bound to the journal row and the field, so that a ciphertext cannot be moved. Makes the
    // person's data key at the first call.
    virtual std::string seal(MemberId person, Seq seq, std::string_view field, std::string_view plain) = 0;
    // Throws UnsealError; KeyDestroyed if the person was erased.
    virtual std::string unseal(MemberId person, Seq seq, std::string_view field, std::string_view sealed) const = 0;
};

}  // namespace canteen
