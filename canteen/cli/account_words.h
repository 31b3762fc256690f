// Turns the operator's words about members' accounts into commands. Pure but for the ids it looks up.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/cli/verb_words.h"
#include "canteen/domain/model/command.h"

namespace canteen {

// words: "topup" NUMBER YUAN BONUS BY REFERENCE, "payout" NUMBER YUAN BY REFERENCE, "transfer" FROM TO, "deduct"
// MEANS... ("bonus" and "principal", "allowance" and "points" unless these go first); BY is cash, wechat, alipay,
// unionpay, ecny or bank. Returns the command, or why the words are none; nothing for other words.
std::optional<std::variant<CommandBody, std::string>> account_command(const std::vector<std::string>& words,
                                                                      const OfficeBook& book);

}  // namespace canteen
