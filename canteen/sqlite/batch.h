// A transaction whose statements are kept, for transactions that begin many times a second: SQLite would prepare BEGIN
// and COMMIT anew each time. Thread of the connection.
#pragma once

#include "canteen/sqlite/connection.h"

namespace canteen {

class Batch {
public:
    // Begins as a writer. Throws SQLite::Exception. `db` must outlive it.
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
