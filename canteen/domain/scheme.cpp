#include "canteen/domain/scheme.h"

#include <algorithm>

namespace canteen {

namespace {

template <class Test>
const SchemeVersion* first_that(const std::vector<SchemeVersion>& versions, Test test) {
    const auto found = std::find_if(versions.begin(), versions.end(), test);
    return found == versions.end() ? nullptr : &*found;
}

}  // namespace

const SchemeVersion* Scheme::version_on(Date date) const {
    return first_that(versions, [date](const SchemeVersion& v) { return v.effective.contains(date); });
}

const SchemeVersion* Scheme::version(const std::string& version_id) const {
    return first_that(versions, [&](const SchemeVersion& v) { return v.id == version_id; });
}

}  // namespace canteen
