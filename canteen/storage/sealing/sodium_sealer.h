// Seals personal values under a data key for each person, kept wrapped in the table member_key. Destroying a key makes
// all that was sealed under it unreadable, wherever a copy lies. Writer thread, or the thread of its connection.
#pragma once

#include "canteen/app/sealer.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/sealing/data_keys.h"

namespace canteen {

// Seals under the key itself, for what belongs to no person. `context` is where the value belongs; it opens nowhere
// else.
std::string seal_under(const Key& key, std::string_view context, std::string_view plain);
// Throws UnsealError.
std::string unseal_under(const Key& key, std::string_view context, std::string_view sealed);

class SodiumSealer final : public Sealer {
public:
    // Writes new data keys in the connection's current transaction.
    SodiumSealer(Connection& db, const Key& site_key);

    // Throws KeyDestroyed.
    std::string seal(MemberId person, Seq seq, std::string_view field, std::string_view plain) override;
    std::string unseal(MemberId person, Seq seq, std::string_view field, std::string_view sealed) const override;

    // Destroys the person's key for ever: their values can never be read again. Returns false if it was destroyed
    // before. Within a transaction; copies of the wrapped key may stay in the slack of a page until the table is
    // scrubbed.
    bool destroy(MemberId person);
    bool is_destroyed(MemberId person);
    // Forgets keys after a transaction was rolled back: those made in it are gone.
    void forget() { known_.clear(); }

private:
    // Returns null if the person never had a key.
    const Key* find_key(MemberId person) const;
    const Key& make_key(MemberId person);

    Connection& db_;
    LockedKey site_key_;
    mutable DataKeys known_;
};

}  // namespace canteen
