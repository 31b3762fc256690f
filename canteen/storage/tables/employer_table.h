// Keeps employers and what they give for a meal. Thread of the connection.
#pragma once

#include <map>
#include <string>

#include "canteen/domain/model/employer.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class EmployerTable {
public:
    explicit EmployerTable(Connection& db) : db_(db) {}

    // Replaces what was known of this code. Within a transaction.
    void set(const Employer& employer);
    // Lists employers by code.
    std::map<std::string, Employer> all();

private:
    void set_days(const Employer& employer);
    void load_days(std::map<std::string, Employer>& employers);

    Connection& db_;
};

}  // namespace canteen
