#include "canteen/reports/corrections.h"

#include <spdlog/spdlog.h>
#include <memory>

#include "canteen/domain/sales/correction.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/engine/run_on_writer.h"

namespace canteen {
namespace {

Corrections proposals_in(const Answer& answer) {
    const auto* committed = std::get_if<Committed>(&answer.outcome);
    if (!committed) return std::get<Rejection>(answer.outcome);
    std::string text;
    for (const auto& proposed : committed->exceptions) {
        for (const auto& param : proposed.params) text += param.name + "=" + param.value + " ";
        text.back() = '\n';
    }
    return text + std::to_string(committed->exceptions.size()) + " proposed, COMMITTED(" +
           std::to_string(committed->seq) + ")";
}

// There are more orders than were looked at: nothing proposed is not yet nothing to correct.
Corrections of_the_first(Corrections listed) {
    const auto* why = std::get_if<Rejection>(&listed);
    if (why && why->code != RejectionCode::nothing_to_correct) return listed;
    return (why ? "0 proposed" : std::get<std::string>(listed)) + "; only the first " +
           std::to_string(max_proposed_orders) + " orders were looked at: ask again from a later date";
}

}  // namespace

void list_corrections(Engine& engine, const Post& post, MemberId member, Date from,
                      std::function<void(Corrections)> told, std::optional<Person> by) {
    auto tell = std::make_shared<std::function<void(Corrections)>>(std::move(told));
    auto ask = [&engine, tell, member, by](std::vector<OrderId> orders) {
        const bool more = orders.size() > max_proposed_orders;
        if (more) orders.resize(max_proposed_orders);
        const auto answered = [tell, more](const Answer& answer) {
            auto listed = proposals_in(answer);
            (*tell)(more ? of_the_first(std::move(listed)) : std::move(listed));
        };
        engine.application().own().ask(ProposeCorrections{member, std::move(orders)}, answered, by);
    };
    using Found = std::optional<std::vector<OrderId>>;
    const Member* known = engine.application().member(member);
    const bool taken = run_on_writer<Found>(
        engine.inbox(), post,
        [&engine, records = known ? records_of(*known) : std::vector{member}, from](Store&, Writer&) -> Found {
            std::vector<OrderId> orders;
            for (const auto record : records)
                for (const auto id : engine.store().orders_of(record, from, max_proposed_orders + 1))
                    orders.push_back(id);
            return orders;
        },
        [ask, tell](Found orders) {
            if (!orders) return (*tell)(Rejection{RejectionCode::report_failed, {}, {}});
            ask(*std::move(orders));
        },
        [](const std::exception& error) -> Found {
            spdlog::error("a member's orders could not be looked up: {}", error.what());
            return std::nullopt;
        });
    if (!taken) (*tell)(Rejection{RejectionCode::busy, {}, {}});
}

}  // namespace canteen
