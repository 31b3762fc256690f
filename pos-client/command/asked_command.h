// A command on its way to the service that holds the till, and what comes back. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace canteen::till {

struct AskedCommand {
    std::vector<std::string> words;  // without the program's name; none is empty
    std::string lines;               // of the input, for words "-"
    bool operator==(const AskedCommand&) const = default;
};

struct CommandReply {
    int exit_code = 0;
    std::string out, err;
    bool operator==(const CommandReply&) const = default;
};

std::string to_request(const AskedCommand& asked);
// Nothing: it is another request.
std::optional<AskedCommand> read_asked_command(const std::string& request);
std::string to_text(const CommandReply& reply);
std::optional<CommandReply> read_command_reply(const std::string& text);

}  // namespace canteen::till
