// Keeps published menus, which never change; a meal's newest version is its current one. Thread of the connection.
#pragma once

#include <optional>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class MenuTable {
public:
    MenuTable(Connection& db, const Codec& codec) : db_(db), codec_(codec) {}

    void publish(const Menu& menu);
    std::optional<Menu> current(Meal meal);
    std::vector<Menu> current_from(Date date);
    MenuVersion last_version();

private:
    Connection& db_;
    const Codec& codec_;
};

}  // namespace canteen
