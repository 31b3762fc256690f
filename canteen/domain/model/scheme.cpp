#include "canteen/domain/model/scheme.h"

#include <algorithm>

namespace canteen {

namespace {

template <class Test>
const SchemeVersion* first_that(const std::vector<SchemeVersion>& versions, Test test) {
    const auto found = std::find_if(versions.begin(), versions.end(), test);
    return found == versions.end() ? nullptr : &*found;
}

const StepTerms no_terms;

const StepTerms& own_terms_of(const SubsidyStep&) {
    return no_terms;
}
template <class Step>
const StepTerms& own_terms_of(const Step& step) {
    return step.terms;
}

}  // namespace

const StepTerms& terms_of(const SchemeStep& step) {
    return std::visit([](const auto& of_kind) -> const StepTerms& { return own_terms_of(of_kind); }, step);
}

const Limits& limits_of(const SchemeStep& step) {
    const auto* subsidy = std::get_if<SubsidyStep>(&step);
    return subsidy ? subsidy->limits : terms_of(step).limits;
}

bool counts(const SchemeStep& step) {
    return std::holds_alternative<SubsidyStep>(step) || limits_of(step).any();
}

const SchemeVersion* Scheme::version_on(Date date) const {
    return first_that(versions, [date](const SchemeVersion& v) { return v.effective.contains(date); });
}

const SchemeVersion* Scheme::version(const std::string& version_id) const {
    return first_that(versions, [&](const SchemeVersion& v) { return v.id == version_id; });
}

}  // namespace canteen
