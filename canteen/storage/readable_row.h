// Keeps the store from writing anything that could not be read back. Writer thread.
#pragma once

#include "canteen/app/codec.h"
#include "canteen/app/store.h"

namespace canteen {

// Returns the journal's bytes of the row's events, proven to be readable. Checks that every text is UTF-8. Beyond that,
// reads the bytes back: for every row with CANTEEN_PROVE_ROWS, else for rows whose command a person typed, since what
// tills and kitchens send has come through the same reader. Throws CodecError if they would not come back as they are,
// before anything is sealed.
std::string encode_readably(const JournalRow& row, const Codec& codec, Sealer& sealer);

}  // namespace canteen
