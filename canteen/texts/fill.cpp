#include "canteen/texts/fill.h"

#include <algorithm>
#include <charconv>

namespace canteen {
namespace {

constexpr std::string_view as_yuan = "yuan";

std::string yuan_of(const std::string& fen) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(fen.data(), fen.data() + fen.size(), value);
    return error == std::errc{} && end == fen.data() + fen.size() ? to_yuan({value}) : fen;
}

// `place` is the part between the braces.
std::string value_in(std::string_view place, const std::vector<Param>& params) {
    const auto bar = place.find('|');
    const auto param = std::ranges::find(params, place.substr(0, bar), &Param::name);
    if (param == params.end()) return "?";
    if (bar == std::string_view::npos) return param->value;
    const auto form = place.substr(bar + 1);
    const auto between = form.find('|');
    if (between != std::string_view::npos)
        return std::string(param->value == "1" ? form.substr(0, between) : form.substr(between + 1));
    return form == as_yuan ? yuan_of(param->value) : param->value;
}

}  // namespace

std::string fill(std::string_view text, const std::vector<Param>& params) {
    std::string filled;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const auto close = text.find('}', open);
        filled += text.substr(0, open);
        filled += value_in(text.substr(open + 1, close - open - 1), params);
        text.remove_prefix(close + 1);
    }
    return filled += text;
}

bool has_place_for(std::string_view text, std::string_view param) {
    const auto place = "{" + std::string(param);
    for (auto at = text.find(place); at != std::string_view::npos; at = text.find(place, at + 1))
        if (const auto end = text.substr(at + place.size(), 1); end == "}" || end == "|") return true;
    return false;
}

}  // namespace canteen
