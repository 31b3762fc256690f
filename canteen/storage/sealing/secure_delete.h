// While it lives, SQLite overwrites what the connection deletes with zeros on the page. Thread of the connection.
#pragma once

#include "canteen/sqlite/connection.h"

namespace canteen {

class SecureDelete {
public:
    explicit SecureDelete(Connection& db) : db_(db), before_(db.pragma("secure_delete")) { set(1); }
    SecureDelete(const SecureDelete&) = delete;
    SecureDelete& operator=(const SecureDelete&) = delete;
    ~SecureDelete() { set(before_); }

private:
    void set(std::int64_t value) { db_.exec("PRAGMA secure_delete = " + std::to_string(value)); }

    Connection& db_;
    std::int64_t before_;
};

}  // namespace canteen
