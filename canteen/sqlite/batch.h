// A transaction by statements that are kept, for what is begun many a second: SQLite would prepare a BEGIN and a COMMIT
// anew each time. Thread of the connection.
#pragma once

#include "canteen/sqlite/connection.h"

namespace canteen {

class Batch {
public:
    // As a writer from the start. Throws SQLite::Exception. `db` outlives it.
    explicit Batch(Connection& db);
    // Rolls back unless it was committed.
    ~Batch();
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    void commit();

private:
    Connection& db_;
    bool is_open_ = true;
};

}  // namespace canteen
