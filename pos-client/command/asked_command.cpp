#include "pos-client/command/asked_command.h"

#include <string_view>

namespace canteen::till {
namespace {

using namespace std::string_view_literals;

// No word of a command line holds a NUL.
constexpr auto mark = "command\0"sv;
constexpr char ends = '\0';

// Takes the text up to the next end; nothing if there is none.
std::optional<std::string> next(std::string_view& rest) {
    const auto at = rest.find(ends);
    if (at == std::string_view::npos) return std::nullopt;
    std::string part(rest.substr(0, at));
    rest.remove_prefix(at + 1);
    return part;
}

}  // namespace

std::string to_request(const AskedCommand& asked) {
    std::string request(mark);
    request += asked.lines + ends;
    for (const auto& word : asked.words) request += word + ends;
    return request;
}

std::optional<AskedCommand> read_asked_command(const std::string& request) {
    std::string_view rest = request;
    if (!rest.starts_with(mark)) return std::nullopt;
    rest.remove_prefix(mark.size());
    AskedCommand asked;
    const auto lines = next(rest);
    if (!lines) return std::nullopt;
    asked.lines = *lines;
    while (auto word = next(rest)) asked.words.push_back(*std::move(word));
    return rest.empty() ? std::optional(std::move(asked)) : std::nullopt;
}

std::string to_text(const CommandReply& reply) {
    return std::to_string(reply.exit_code) + ends + reply.out + ends + reply.err + ends;
}

std::optional<CommandReply> read_command_reply(const std::string& text) {
    std::string_view rest = text;
    const auto code = next(rest), out = next(rest), err = next(rest);
    const bool is_code = code && code->size() == 1 && '0' <= code->front() && code->front() <= '9';
    if (!is_code || !out || !err || !rest.empty()) return std::nullopt;
    return CommandReply{code->front() - '0', *out, *err};
}

}  // namespace canteen::till
