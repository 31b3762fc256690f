#include "canteen/domain/model/member.h"

#include <algorithm>
#include <string_view>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/paper.h"
#include "canteen/domain/base/text.h"

namespace canteen {

bool is_valid_id_number(const std::string& text) {
    return fault_of_id_number(text) == IdNumberFault::none;
}

std::string normalise_id_number(const std::string& text) {
    return normal_number(text);
}

}  // namespace canteen
