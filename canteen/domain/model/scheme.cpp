#include "canteen/domain/model/scheme.h"

#include <algorithm>

namespace canteen {

namespace {

template <class Test>
const SchemeVersion* first_that(const std::vector<SchemeVersion>& versions, Test test) {
    const auto found = std::find_if(versions.begin(), versions.end(), test);
    return found == versions.end() ? nullptr : &*found;
}

}  // namespace

const StepTerms& terms_of(const SchemeStep& step) {
    return std::visit([](const auto& of_kind) -> const StepTerms& { return of_kind.terms; }, step);
}

bool counts(const SchemeStep& step) {
    return std::holds_alternative<SubsidyStep>(step) || terms_of(step).limits.any();
}

const SchemeVersion* Scheme::version_on(Date date) const {
    return first_that(versions, [date](const SchemeVersion& v) { return v.effective.contains(date); });
}

const SchemeVersion* Scheme::version(const std::string& version_id) const {
    return first_that(versions, [&](const SchemeVersion& v) { return v.id == version_id; });
}

}  // namespace canteen
