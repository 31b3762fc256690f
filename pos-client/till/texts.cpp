#include "pos-client/till/texts.h"

#include <charconv>

namespace canteen::till {
namespace {

constexpr std::string_view as_yuan = "|yuan";

std::string yuan_of(const std::string& fen) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(fen.data(), fen.data() + fen.size(), value);
    return error == std::errc{} && end == fen.data() + fen.size() ? to_yuan({value}) : fen;
}

std::string value_of(std::string_view place, const std::vector<Param>& params) {
    const bool money = place.ends_with(as_yuan);
    if (money) place.remove_suffix(as_yuan.size());
    for (const auto& param : params) {
        if (param.name == place) return money ? yuan_of(param.value) : param.value;
    }
    return "?";
}

}  // namespace

std::string text(Language language, std::string_view key, const std::vector<Param>& params) {
    const auto& catalogue = language == Language::zh ? texts_zh() : texts_en();
    const auto entry = catalogue.find(key);
    if (entry == catalogue.end()) return std::string(key);
    std::string said;
    std::string_view rest = entry->second;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        said += rest.substr(0, open);
        said += value_of(rest.substr(open + 1, close - open - 1), params);
        rest.remove_prefix(close + 1);
    }
    return said += rest;
}

std::string text(Language language, const Rejection& why) {
    return text(language, "refused." + std::string(name_of(why.code)), why.params);
}

std::string text(Language language, const Exception& exception) {
    return text(language, "listed." + std::string(name_of(exception.code)), exception.params);
}

std::optional<Language> parse_language(std::string_view name) {
    if (name == "zh") return Language::zh;
    if (name == "en") return Language::en;
    return std::nullopt;
}

}  // namespace canteen::till
