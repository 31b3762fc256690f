// What the operator asks of members' accounts, as the commands that do it. I/O thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "canteen/admin/admin_message.h"
#include "canteen/app/sessions/application.h"

namespace canteen {

// words: "topup" NUMBER YUAN BONUS BY REFERENCE, "payout" NUMBER YUAN BY REFERENCE, "transfer" FROM TO,
// "deduct" MEANS... ("bonus" and "principal", "allowance" and "points" unless these go first); BY is cash, wechat,
// alipay or bank. The command, or why it is none; nothing: other words.
std::optional<std::variant<CommandBody, std::string>> account_command(const AdminRequest& request,
                                                                      const Application& application);

}  // namespace canteen
