#include "canteen/domain/model/claim.h"

#include "canteen/domain/base/programmer_error.h"

namespace canteen {

std::string_view name_of(FindingCode code) {
    switch (code) {
        case FindingCode::served_over_entitled:
            return "served_over_entitled";
        case FindingCode::over_open_days:
            return "over_open_days";
        case FindingCode::double_use:
            return "double_use";
        case FindingCode::spike_hour:
            return "spike_hour";
        case FindingCode::spike_till:
            return "spike_till";
        case FindingCode::never_seen_otherwise:
            return "never_seen_otherwise";
        case FindingCode::after_death:
            return "after_death";
        case FindingCode::after_move:
            return "after_move";
        case FindingCode::not_entitled:
            return "not_entitled";
        case FindingCode::same_person:
            return "same_person";
        case FindingCode::never_claimed:
            return "never_claimed";
        case FindingCode::more_findings:
            return "more_findings";
    }
    throw ProgrammerError("a finding without a name");
}

std::string_view name_of(ClaimState state) {
    switch (state) {
        case ClaimState::draft:
            return "draft";
        case ClaimState::submitted:
            return "submitted";
        case ClaimState::paid:
            return "paid";
        case ClaimState::dropped:
            return "dropped";
    }
    throw ProgrammerError("a state of claims without a name");
}

}  // namespace canteen
