// What a subcommand asks the running server over the admin socket, and what comes back. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/person.h"

namespace canteen {

// words[0] is the verb: "import", "enrol", "devices", "revoke", "explain", "refund",
// "topup", "payout", "transfer", "deduct", "corrections", "backup", "office" and "json".
// Behind "import": what; a scheme's priority or ""; "strict", so that what should be looked at is refused.
struct AdminRequest {
    std::vector<std::string> words;
    std::string file;               // the bytes of the file to import, or the frame of "json"
    std::optional<Person> by = {};  // who asks; not in the bytes, for the kernel says it
};

struct AdminReply {
    bool ok = true;
    std::string text;  // for the operator
};

// Fields, each behind its length in 4 bytes little-endian.
std::string encode(const AdminRequest& request);
std::string encode(const AdminReply& reply);
// Nothing if the bytes are no such message.
std::optional<AdminRequest> decode_admin_request(std::string_view bytes);
std::optional<AdminReply> decode_admin_reply(std::string_view bytes);

}  // namespace canteen
