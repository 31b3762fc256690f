// Nothing is written that could not be read. Writer thread.
#pragma once

#include "canteen/app/codec.h"
#include "canteen/app/store.h"

namespace canteen {

// The journal's bytes of the row's events, proven to be readable. Every text is UTF-8; beyond that the bytes are read
// again, of every row with CANTEEN_PROVE_ROWS, else of those whose command a person typed: what tills and kitchens send
// has come through the same reader. Throws CodecError if they would not come back as they are, before anything is
// sealed.
std::string encode_readably(const JournalRow& row, const Codec& codec, Sealer& sealer);

}  // namespace canteen
