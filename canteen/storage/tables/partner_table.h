// Keeps partners' agreements and the costs entered against them. Thread of the connection.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/partner.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class PartnerTable {
public:
    explicit PartnerTable(Connection& db) : db_(db) {}

    // set() and record() run within a transaction. `place` is the event's place in its row.
    void set(const PartnerAgreement& agreement);
    void record(Seq seq, std::size_t place, const PartnerCost& cost);

    // Lists agreements by code.
    std::map<std::string, PartnerAgreement> all();
    // Lists the agreement's costs of periods that begin within this one, as they were entered.
    std::vector<PartnerCost> costs_of(const std::string& agreement, const ClaimPeriod& period);

private:
    void set_items(const PartnerAgreement& agreement);
    void load_items(std::map<std::string, PartnerAgreement>& agreements);

    Connection& db_;
};

}  // namespace canteen
