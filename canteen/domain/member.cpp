#include "canteen/domain/member.h"

#include <algorithm>
#include <string_view>

#include "canteen/domain/normal_form.h"
#include "canteen/domain/paper.h"
#include "canteen/domain/text.h"

namespace canteen {

bool is_valid_id_number(const std::string& text) {
    return fault_of_id_number(text) == IdNumberFault::none;
}

std::string normalise_id_number(const std::string& text) {
    return normal_number(text);
}

}  // namespace canteen
