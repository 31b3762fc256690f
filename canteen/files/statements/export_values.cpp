#include "canteen/files/statements/export_values.h"

#include <string_view>
#include <utility>

#include "canteen/domain/base/hex.h"

namespace canteen {

namespace json = boost::json;

json::value json_yuan(Fen fen) {
    return json::value(to_yuan(fen));
}

json::value json_date(const std::optional<Date>& date) {
    return date ? json::value(to_string(*date)) : json::value(nullptr);
}

json::value json_time(Timestamp at) {
    const auto minute = minute_at_site(at);
    const auto seconds = (at - instant_at_site(date_at_site(at), minute)).count() / 1000;
    return json::value(to_string(date_at_site(at)) + "T" + to_string(minute) + (seconds < 10 ? ":0" : ":") +
                       std::to_string(seconds) + "+08:00");
}

json::value json_id(const Bytes16& id) {
    return json::value(id == Bytes16{} ? std::string() : to_hex(id));
}

json::array json_diet(DietFlags flags) {
    constexpr std::pair<DietFlag, const char*> words[] = {{DietFlag::soft, "soft"},
                                                          {DietFlag::less_salt, "less_salt"},
                                                          {DietFlag::no_sugar, "no_sugar"},
                                                          {DietFlag::less_oil, "less_oil"},
                                                          {DietFlag::no_spice, "no_spice"}};
    json::array list;
    for (const auto& [flag, word] : words)
        if ((flags & static_cast<DietFlags>(flag)) != 0) list.emplace_back(word);
    return list;
}

}  // namespace canteen
