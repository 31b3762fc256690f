#include "canteen/app/id_mark.h"

#include <algorithm>
#include <string>

#include "canteen/domain/model/member.h"

namespace canteen {

IdMark::IdMark(const Key& key, std::string_view id_number) {
    if (id_number.empty()) return;
    const auto number = normalise_id_number(std::string(id_number));
    end_bytes_ = std::min(number.size(), end_.size());
    std::copy(number.end() - static_cast<std::ptrdiff_t>(end_bytes_), number.end(), end_.begin());
    whole_ = keyed_hash_of(key, {"id number", number});
}

std::string_view IdMark::end_of(std::size_t bytes) const {
    const auto shown = std::min(bytes, end_bytes_);
    return {end_.data() + (end_bytes_ - shown), shown};
}

}  // namespace canteen
