#include "canteen/wire/path.h"

namespace canteen {

std::string Path::text() const {
    if (up_ == nullptr) return {};
    std::string text = up_->text();
    if (field_ == nullptr) return text + "[" + std::to_string(index_) + "]";
    if (!text.empty()) text += '.';
    return text + field_;
}

Rejection Unreadable::rejection() const {
    Rejection rejection{code_, {{"path", path_}}, {}};
    if (code_ == RejectionCode::malformed) rejection.params.push_back({"what", reason_});
    return rejection;
}

}  // namespace canteen
