// Answers what the office and the tills ask: members by the directory on the I/O thread, what the working state knows
// on the writer's, and whatever reads the books on a thread of its own. I/O thread.
#pragma once

#include "canteen/app/attempt_limit.h"
#include "canteen/app/query_handler.h"
#include "canteen/engine/engine.h"
#include "canteen/engine/report_thread.h"
#include "canteen/reports/reports.h"

namespace canteen {

// The record and what its accounts hold. Writer thread; throws StoreError.
MemberShown show_member(Store& store, const Member& member);

class QueryService final : public QueryHandler {
public:
    using Told = std::function<void(QueryResult)>;

    // `engine` outlives it. `background` runs reports.
    QueryService(Engine& engine, Post post, Background background);

    void answer(const Actor& actor, const QueryBody& query, Told told) override;

private:
    class Asked;
    // The persons the query tells of: nil for a list of them, none if it tells of nobody.
    std::vector<MemberId> read_by(const QueryBody& query) const;
    QueryResult member_of_number(const std::string& number) const;
    QueryResult find_members(const FindMembers& asked, const Actor& actor);
    // Answers from the store or the working state.
    void from_writer(std::function<QueryResult(Store&, Writer&)> work, Told told);
    void from_books(Report report, Told told);
    // Finds in the working state what the report is on.
    void from_books_on(std::function<std::variant<Report, Rejection>(const Canteen&)> choose, Told told);
    void list_shifts(const ListShifts& asked, Told told);
    void draw_up(const DrawUpClaim& asked, const Actor& actor, Told told);

    Date today() { return date_at_site(engine_.clock().now()); }

    Engine& engine_;
    Post post_;
    Background background_;
    Books books_;
    AttemptLimit whole_ids_;
};

}  // namespace canteen
