// The journal's rows and their chain: each hash is over the one before and the row's bytes as stored, so that no row
// can be changed, taken out or moved unseen. Thread of the connection.
#pragma once

#include <optional>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/app/store.h"
#include "canteen/crypto/hash.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

// A row as the disk keeps it.
struct StoredRow {
    Seq seq = 0;
    Timestamp time;
    Actor actor;
    CommandId command;
    std::string command_name;
    Hash digest{};
    std::uint64_t device_seq = 0;
    Hash entry_hash{};
    std::string events;
    Hash previous{};
    Hash hash{};
};

// The newest row's place and hash; seq 0 of an empty journal. Signed where it is anchored.
struct JournalHead {
    Seq seq = 0;
    Hash hash{};
    bool operator==(const JournalHead&) const = default;
};

// Returns the hash that the row must have.
Hash hash_of_row(const StoredRow& row);

// One row of the journal as an auditor reads it: who gave which command, on which device.
struct Act {
    Seq seq = 0;
    Timestamp time;
    Actor actor;
    std::string what;  // name_of(command)
};

class Journal {
public:
    explicit Journal(Connection& db) : db_(db) {}

    JournalHead head();
    // Returns the first row's hash; zero for an empty journal.
    Hash first_hash();
    // Appends the row after `head` and moves `head` to it. Within a transaction.
    void append(const JournalRow& row, const std::string& events, JournalHead& head);

    // Calls `visit(const StoredRow&)` for all rows from `first` on, in order.
    template <class Visit>
    void read(Seq first, Visit visit) {
        auto rows = select_from(first);
        while (rows.next()) visit(row_of(rows));
    }

    // Reads the rows `first` to `last` in one short read transaction: no writer waits for what is done with them.
    std::vector<StoredRow> slice(Seq first, Seq last);

    // Lists the newest first.
    std::vector<Act> last_acts(std::size_t most);

    // Notes, beside the chain, who looked at what is recorded of persons.
    void note_read(const PersonRead& read);
    // Lists the newest first.
    std::vector<PersonRead> last_reads(std::size_t most);

private:
    SqlQuery select_from(Seq first);
    static StoredRow row_of(SqlQuery& rows);

    Connection& db_;
};

}  // namespace canteen
