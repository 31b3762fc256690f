// Compares values that have no operator== of their own: field by field, at any depth.
#pragma once

#include <boost/pfr.hpp>
#include <concepts>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace canteen {

template <class T>
bool same(const T& a, const T& b);

template <class T>
bool same_value(const std::vector<T>& a, const std::vector<T>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same(a[i], b[i])) return false;
    return true;
}

template <class T>
bool same_value(const std::optional<T>& a, const std::optional<T>& b) {
    return a && b ? same(*a, *b) : a.has_value() == b.has_value();
}

// A std::variant, or a type made of one as Event is.
template <class T>
concept Variant = requires(const T& value) { []<class... Ts>(const std::variant<Ts...>&) {}(value); };

template <Variant T>
bool same_value(const T& a, const T& b) {
    if (a.index() != b.index()) return false;
    return std::visit([&b](const auto& x) { return same(x, std::get<std::decay_t<decltype(x)>>(b)); }, a);
}

template <std::equality_comparable T>
    requires(!Variant<T>)
bool same_value(const T& a, const T& b) {
    return a == b;
}

template <class T>
    requires(std::is_aggregate_v<T> && !std::equality_comparable<T> && !Variant<T>)
bool same_value(const T& a, const T& b) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (same(boost::pfr::get<I>(a), boost::pfr::get<I>(b)) && ...);
    }(std::make_index_sequence<boost::pfr::tuple_size_v<T>>{});
}

template <class T>
bool same(const T& a, const T& b) {
    return same_value(a, b);
}

}  // namespace canteen
