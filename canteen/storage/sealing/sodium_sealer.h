// Seals personal values under data keys of one per person, kept wrapped in the table member_key. A destroyed key makes
// all that was sealed under it unreadable, wherever a copy lies. Writer thread, or the thread of its connection.
#pragma once

#include "canteen/app/sealer.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/sealing/data_keys.h"

namespace canteen {

// Under a key itself, for what belongs to no person. `context`: where the value belongs; it opens nowhere else.
std::string seal_under(const Key& key, std::string_view context, std::string_view plain);
// Throws UnsealError.
std::string unseal_under(const Key& key, std::string_view context, std::string_view sealed);

class SodiumSealer final : public Sealer {
public:
    // New data keys are written in the connection's current transaction.
    SodiumSealer(Connection& db, const Key& site_key);

    // Throws KeyDestroyed.
    std::string seal(MemberId person, Seq seq, std::string_view field, std::string_view plain) override;
    std::string unseal(MemberId person, Seq seq, std::string_view field, std::string_view sealed) const override;

    // For ever: the person's values can never be read again. False if it was destroyed before. Within a transaction;
    // copies of the wrapped key may stand in the slack of a page until the table is scrubbed.
    bool destroy(MemberId person);
    bool is_destroyed(MemberId person);
    // A transaction was rolled back: keys made in it are gone.
    void forget() { known_.clear(); }

private:
    // Null if the person never had one.
    const Key* find_key(MemberId person) const;
    const Key& make_key(MemberId person);

    Connection& db_;
    LockedKey site_key_;
    mutable DataKeys known_;
};

}  // namespace canteen
