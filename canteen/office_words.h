// The office's words on the command line, as the command or query they mean: verb, then what it is about, then
// NAME=VALUE pairs. Pure but for the ids it looks up; I/O thread.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/app/query.h"
#include "canteen/domain/command.h"

namespace canteen {

// What the words name by number.
struct OfficeBook {
    std::function<MemberId(const std::string& number)> member;  // nil: no such member
    Date today;
};

// A line of a claim is named by its order's pickup number and business date: found on the writer's thread.
struct RejectByPickup {
    ClaimId claim;
    Date date;
    std::string pickup;
    std::string reason;
    bool borne = false;
};

using OfficeAsk = std::variant<CommandBody, QueryBody, RejectByPickup>;

// What is meant, or how the verb is used.
std::variant<OfficeAsk, std::string> office_ask(const std::vector<std::string>& words, const OfficeBook& book);

// One line a verb.
std::string office_usage();

// 32 hexadecimal digits; nil if it is no id.
Bytes16 id_of_hex(std::string_view text);

}  // namespace canteen
