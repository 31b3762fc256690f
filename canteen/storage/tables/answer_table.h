// Keeps the answer to each command, for ever, and how far each till's numbering has come. Thread of the connection.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/app/store.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class AnswerTable {
public:
    AnswerTable(Connection& db, const Codec& codec) : db_(db), codec_(codec) {}

    // Each runs within a transaction.
    void commit(const JournalRow& row);
    void refuse(const RefusedRow& row);
    // `place` is the event's place in its row.
    void list(Seq seq, std::size_t place, const Exception& exception);
    // Notes that the device minted an order with this number.
    void note_pickup(DeviceId device, const PickupKey& key);
    // Gathers the links of all recorded refusals, for a rebuild: it keeps these rows but not the chains.
    void gather_refused_links();
    // Writes the chains that were gathered.
    void flush();
    void clear() { chains_.clear(); }

    // Takes what was typed out of refusals that an older program kept. Returns true if there were any. Outside a
    // transaction.
    bool mend_refusals();

    std::optional<Recorded> find(DeviceId device, CommandId command);
    TillStates chains();

private:
    std::size_t mend_refusals(std::size_t most);
    void note_link(DeviceId device, std::uint64_t device_seq, const Hash& entry_hash);
    std::optional<Recorded> find_committed(DeviceId device, CommandId command);
    std::optional<Recorded> find_refused(DeviceId device, CommandId command);
    std::vector<Exception> exceptions_of(Seq first, Seq last);
    std::vector<Tender> paid_back(Seq first, Seq last);
    std::vector<Param> params_of(Seq seq, std::int64_t place);

    Connection& db_;
    const Codec& codec_;
    TillStates chains_;
};

}  // namespace canteen
