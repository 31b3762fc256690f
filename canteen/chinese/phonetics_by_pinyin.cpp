#include "canteen/chinese/phonetics_by_pinyin.h"

#include <algorithm>

#include "canteen/chinese/compatible_form.h"

namespace canteen {

std::vector<std::string> PhoneticsByPinyin::spellings_of(const std::string& name) const {
    std::vector<std::string> spellings;
    const auto add = [&spellings](std::string spelling) {
        if (std::ranges::find(spellings, spelling) == spellings.end()) spellings.push_back(std::move(spelling));
    };
    for (auto& spelling : pinyin_.of_name(name)) {
        add(std::move(spelling.initials));
        add(std::move(spelling.full));
    }
    return spellings;
}

std::string PhoneticsByPinyin::key_of(const std::string& name) const {
    return name_key(compatible_form(name));
}

}  // namespace canteen
