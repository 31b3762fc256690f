// Requests of the command line over the admin socket and their replies, free of any encoding: a frame as any device of
// the office sends it, or a request that only the machine's owner may make. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "canteen/app/message.h"

namespace canteen {

enum class ImportKind : std::uint8_t { menu = 1, members = 2, calendar = 3, scheme = 4, balances = 5, uses = 6 };

struct ImportFile {
    ImportKind kind = ImportKind::menu;
    std::string bytes;
    std::optional<std::uint32_t> priority = {};  // of a scheme; absent: as before
    bool is_strict = false;                      // anything that should be looked at is not imported
};
struct EnrolNew {
    Role role = Role::till;
    std::string name, letters;
};
// A till that was enrolled before.
struct EnrolAgain {
    std::string name;
};
struct Revoke {
    std::string device;  // its name, or its id in hex digits
};
struct BackUp {
    std::string to;  // a path of the server's machine
};
struct ListDevices {};
// "": one is made up, and told once.
struct SetStaffPin {
    StaffId staff;
    std::string pin;
};
// Lists the people who looked at what is recorded of persons, the newest first.
struct ListReads {
    std::uint32_t most = 0;
};
// Lists who gave which command, the newest first.
struct ListActs {
    std::uint32_t most = 0;
};

using AdminRequest = std::variant<ClientMessage, ImportFile, EnrolNew, EnrolAgain, Revoke, BackUp, ListDevices,
                                  ListReads, ListActs, SetStaffPin>;

// The outcome of an owner's request, for the operator to read.
struct AdminText {
    bool ok = true;
    std::string text;
};

// A frame is answered by a frame, unless it cannot be read.
using AdminReply = std::variant<ServerMessage, AdminText>;

// "TopUp", "FindMembers", "ImportFile": for the log, which names no person.
std::string_view name_of(const AdminRequest& request);

}  // namespace canteen
