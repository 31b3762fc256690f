// Keeps claims on their way. The domain's own apply() changes them, so that disk and memory cannot differ, and each
// batch writes the changed ones once. Thread of the connection.
#pragma once

#include <map>
#include <optional>

#include "canteen/domain/state/canteen.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class ClaimTable {
public:
    explicit ClaimTable(Connection& db) : db_(db) {}

    // Applies the event to the claims.
    void change(const Event& event);
    // Writes what was changed. Within a transaction.
    void flush();
    void clear();

    std::map<ClaimId, Claim> all();

private:
    void remove(ClaimId id);
    void insert(const Claim& claim);
    void insert_findings(const Claim& claim);
    void insert_rejected(const Claim& claim);
    void load_findings(std::map<ClaimId, Claim>& claims);
    void load_params(std::map<ClaimId, Claim>& claims);
    void load_rejected(std::map<ClaimId, Claim>& claims);

    Connection& db_;
    std::map<ClaimId, Claim> saved_;  // as the tables have them
    std::optional<Canteen> scratch_;  // as the batch has changed them
};

}  // namespace canteen
