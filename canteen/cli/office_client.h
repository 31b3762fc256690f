// Asks the server for a subcommand of the office: commands and queries in frames, with their refusals as the operator
// reads them. Blocking; one thread.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "canteen/admin/admin_line.h"
#include "canteen/net/admin_client.h"

namespace canteen {

class OfficeClient {
public:
    // Throws what AdminLine throws, as all its functions do.
    explicit OfficeClient(const Config& config) : line_(config) {}

    // Returns the answer, or why the server could not read the command.
    std::variant<Answer, AdminText> give(CommandBody body);
    // Returns `done` and the row, or why not.
    AdminText tell(CommandBody body, const std::string& done);

    // Returns the result that was asked for, or why there is none.
    template <class Result>
    std::variant<Result, AdminText> ask(QueryBody body) {
        auto result = result_of(std::move(body));
        if (auto* why = std::get_if<AdminText>(&result)) return std::move(*why);
        if (auto* found = std::get_if<Result>(&std::get<QueryResult>(result))) return std::move(*found);
        return refusal_in(std::get<QueryResult>(result));
    }
    // Returns any result, a refusal too, or why the server could not send one.
    std::variant<QueryResult, AdminText> result_of(QueryBody body);

    AdminText tell(const AdminRequest& request) { return line_.tell(request); }
    AdminReply send(ClientMessage frame) { return line_.ask(std::move(frame)); }

    // Returns nil if nobody has the number.
    MemberId member_of_number(const std::string& number);
    // Returns the server's time, which differs from ours in a demonstration.
    Timestamp now();

private:
    // Throws AdminError if it is no refusal.
    static AdminText refusal_in(const QueryResult& result);

    AdminLine line_;
};

}  // namespace canteen
