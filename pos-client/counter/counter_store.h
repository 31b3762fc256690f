// Keeps a counter's baskets and its last sale on the till's disk, sealed: they say who eats what. One thread.
#pragma once

#include <vector>

#include "canteen/crypto/hash.h"
#include "pos-client/counter/last_sale.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

struct ParkedBasket {
    WorkingBasket basket;
    Timestamp at;  // server time
    bool operator==(const ParkedBasket&) const = default;
};

struct KeptCounter {
    WorkingBasket basket;
    std::vector<ParkedBasket> parked;
    LastSale sale;
    bool operator==(const KeptCounter&) const = default;
};

class CounterStore {
public:
    // Seals everything under a key derived from the till's seed. `outbox` and `random` outlive it.
    CounterStore(Outbox& outbox, const SigningSeed& seed, Random& random);

    // Returns an empty counter if nothing is kept, or if another key sealed it. Throws CodecError if it cannot be read.
    KeptCounter load() const;
    void save(const KeptCounter& counter);
    // Returns the same as a value, for whoever commits it together with something else.
    KeptValue sealed(const KeptCounter& counter) const;

private:
    Outbox& outbox_;
    Key key_;
    Random& random_;
};

}  // namespace canteen::till
