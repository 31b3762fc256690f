// The one table of commands: what each is called, who may give it and what its row of the journal tells. Pure; any
// thread.
#pragma once

#include <string_view>

#include "canteen/domain/model/command.h"
#include "canteen/domain/model/roles.h"

namespace canteen {

struct CommandTraits {
    bool tells_of_orders = false;  // its events say how orders began, changed or ended
    bool tells_of_claims = false;  // its events say how claims or the schemes behind them changed
    bool is_routine = false;       // many a second, and nobody typed what is in it
};

struct CommandKind {
    std::string_view name;
    Roles givers;  // everybody else is denied
    CommandTraits traits{};
    StaffRoles staff{};  // who of the staff may give it at a till of a house that has any; empty: whoever works there
};

const CommandKind& kind_of(const CommandBody& body);
// By the name a row of the journal keeps. Null if this release knows no such command.
const CommandKind* command_named(std::string_view name);

}  // namespace canteen
