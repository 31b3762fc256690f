// Keeps members. All that is personal is sealed under their own key; an ID number and a card are found by their keyed
// hashes only. Nobody can find a member whose key was destroyed. Thread of the connection.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/crypto/hash.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/sealing/key_file.h"
#include "canteen/storage/sealing/sodium_sealer.h"

namespace canteen {

class MemberTable {
public:
    MemberTable(Connection& db, const Codec& codec, SodiumSealer& sealer, const Key& blind_index_key)
        : db_(db), codec_(codec), sealer_(sealer), blind_index_key_(blind_index_key) {}

    // `seq` is the journal row that says so. Records nothing of an erased person, whose rows are still in the journal
    // when it is read again. Within a transaction.
    void record(const Member& member, Seq seq);
    // Indexes anew the cards that a migration let go of: it has no key to index them by. Within a transaction.
    void index_cards();
    // Destroys the person's key and all that finds them. Within a transaction.
    void erase(MemberId id);
    // Overwrites what erase() left in the slack of pages. Runs before the transaction commits.
    void flush();
    void clear() { has_erased_ = false; }

    std::optional<Member> find(MemberId id);
    // Lists all in the order of their numbers.
    std::vector<Member> all();
    std::optional<MemberId> find_by_id_number(const std::string& id_number);
    std::optional<MemberId> find_by_number(const std::string& number);
    // Lists rows, of members read so far, in which part of a text cannot be read.
    const std::set<Seq>& mended() const { return mended_; }
    // Finds the member whose card it is, or was.
    std::optional<MemberId> find_by_card(const std::string& card);

private:
    void record_cards(const Member& member);
    Member open(MemberId id, Seq seq, std::string_view sealed);

    Connection& db_;
    const Codec& codec_;
    SodiumSealer& sealer_;
    LockedKey blind_index_key_;
    bool has_erased_ = false;
    std::set<Seq> mended_;
};

// Does the same as MemberTable::index_cards() in a file that nobody else has open. Throws StoreError.
void index_cards(const std::filesystem::path& file, const SiteKeys& keys, const Codec& codec);

}  // namespace canteen
