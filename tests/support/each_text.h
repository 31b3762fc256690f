// Visits every text in a value, at any depth, so that a test can put another in its place.
#pragma once

#include <boost/pfr.hpp>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace canteen::testing {

template <class T, class Visit>
void each_text(T& value, const Visit& visit);

template <class T, class Visit>
void each_text_in(std::vector<T>& items, const Visit& visit) {
    for (auto& item : items) each_text(item, visit);
}
template <class T, class Visit>
void each_text_in(std::optional<T>& value, const Visit& visit) {
    if (value) each_text(*value, visit);
}
template <class Visit, class... Kinds>
void each_text_in(std::variant<Kinds...>& value, const Visit& visit) {
    std::visit([&visit](auto& kind) { each_text(kind, visit); }, value);
}
template <class T, class Visit>
void each_text_in(T& value, const Visit& visit) {
    if constexpr (std::is_aggregate_v<T> && !requires { value.begin(); })
        boost::pfr::for_each_field(value, [&visit](auto& field) { each_text(field, visit); });
}

template <class T, class Visit>
void each_text(T& value, const Visit& visit) {
    if constexpr (std::is_same_v<T, std::string>)
        visit(value);
    else
        each_text_in(value, visit);
}

}  // namespace canteen::testing
