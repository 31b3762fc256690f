// Members: all that is personal is sealed under their own key; an ID number is found by its keyed hash only. Whose key
// was destroyed is found by nobody.
// Thread of the connection.
#pragma once

#include <optional>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/crypto/hash.h"
#include "canteen/storage/connection.h"

namespace canteen {

class MemberTable {
public:
    MemberTable(Connection& db, const Codec& codec, Sealer& sealer, const Key& blind_index_key)
        : db_(db), codec_(codec), sealer_(sealer), blind_index_key_(blind_index_key) {}

    // `seq`: the journal row that says so. Within a transaction.
    void record(const Member& member, Seq seq);
    std::optional<Member> find(MemberId id);
    // In the order of their numbers.
    std::vector<Member> all();
    std::optional<MemberId> find_by_id_number(const std::string& id_number);

private:
    Member open(MemberId id, Seq seq, std::string_view sealed) const;

    Connection& db_;
    const Codec& codec_;
    Sealer& sealer_;
    Key blind_index_key_;
};

}  // namespace canteen
