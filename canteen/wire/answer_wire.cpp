#include "canteen/wire/answer_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {
namespace {

void put(const Committed& committed, v1::Answer& wire) {
    wire.mutable_committed()->set_seq(committed.seq);
    list_to_wire(committed.exceptions, wire.mutable_committed()->mutable_exceptions());
    list_to_wire(committed.paid_back, wire.mutable_committed()->mutable_paid_back());
}

void put(const Rejection& rejection, v1::Answer& wire) {
    auto& rejected = *wire.mutable_rejected();
    rejected.set_code(static_cast<std::uint32_t>(rejection.code));
    rejected.set_name(std::string(name_of(rejection.code)));
    list_to_wire(rejection.params, rejected.mutable_params());
    if (rejection.sums) to_wire(*rejection.sums, *rejected.mutable_sums());
}

Committed committed_from(const v1::Committed& wire, const Path& at) {
    return {wire.seq(), list_from_wire(wire.exceptions(), max_own_items, at / "exceptions"),
            list_from_wire(wire.paid_back(), max_own_items, at / "paid_back")};
}

Rejection rejection_from(const v1::Rejected& wire, const Path& at) {
    Rejection rejection;
    rejection.code = code_from<RejectionCode>(wire.code(), at / "code");
    rejection.params = list_from_wire(wire.params(), max_own_items, at / "params");
    if (wire.has_sums()) rejection.sums = from_wire(wire.sums(), at / "sums");
    return rejection;
}

}  // namespace

void to_wire(const Exception& exception, v1::ListedException& wire) {
    wire.set_code(static_cast<std::uint32_t>(exception.code));
    wire.set_name(std::string(name_of(exception.code)));
    wire.set_order_id(bytes_of(exception.order.bytes));
    list_to_wire(exception.params, wire.mutable_params());
}

Exception from_wire(const v1::ListedException& wire, const Path& at) {
    return {code_from<ExceptionCode>(wire.code(), at / "code"), id_from<OrderId>(wire.order_id(), at / "order_id"),
            list_from_wire(wire.params(), max_own_items, at / "params")};
}

void to_wire(const Answer& answer, v1::Answer& wire) {
    wire.set_command_id(bytes_of(answer.command.bytes));
    wire.set_device_seq(answer.device_seq);
    std::visit([&wire](const auto& outcome) { put(outcome, wire); }, answer.outcome);
}

Answer from_wire(const v1::Answer& wire, const Path& at) {
    Answer answer;
    answer.command = id_from<CommandId>(wire.command_id(), at / "command_id");
    answer.device_seq = wire.device_seq();
    switch (wire.outcome_case()) {
        case v1::Answer::kCommitted:
            answer.outcome = committed_from(wire.committed(), at / "committed");
            break;
        case v1::Answer::kRejected:
            answer.outcome = rejection_from(wire.rejected(), at / "rejected");
            break;
        case v1::Answer::OUTCOME_NOT_SET:
            throw Unreadable(at / "outcome", "is missing");
    }
    return answer;
}

}  // namespace canteen
