#include "canteen/wire/review_wire.h"

namespace canteen {

void to_wire(const Reviewed& reviewed, v1::Reviewed& wire) {
    wire.set_step(enum_to<v1::ReviewStep>(reviewed.step));
    wire.set_on(reviewed.on.days);
    wire.set_by(reviewed.by);
    wire.set_note(reviewed.note);
}

Reviewed reviewed_from(const v1::Reviewed& wire, const MemberLimits& limits, const Path& at) {
    return {enum_from<ReviewStep>(wire.step(), v1::ReviewStep_MAX, at / "step"), date_from(wire.on(), at / "on"),
            text_from(wire.by(), limits.text_bytes, at / "by"), text_from(wire.note(), limits.text_bytes, at / "note")};
}

void to_wire(const SubsidyApplication& application, v1::MemberApplication& wire) {
    wire.set_scheme(application.scheme);
    list_to_wire(application.steps, wire.mutable_steps());
}

SubsidyApplication application_from(const v1::MemberApplication& wire, const MemberLimits& limits, const Path& at) {
    return {text_from(wire.scheme(), limits.text_bytes, at / "scheme"),
            list_from(wire.steps(), limits.items, at / "steps", [&limits](const v1::Reviewed& step, const Path& place) {
                return reviewed_from(step, limits, place);
            })};
}

}  // namespace canteen
