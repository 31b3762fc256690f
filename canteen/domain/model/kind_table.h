// A table with one row for each alternative of a variant. A kind that has no row, or two, does not compile. Pure.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>

namespace canteen {

template <class Type, class Kind>
struct KindRow {
    using type = Type;
    Kind kind;
};

// Says whose row it is: row<PlaceOrder>(CommandKind{...}).
template <class Type, class Kind>
constexpr KindRow<Type, Kind> row(Kind kind) {
    return {kind};
}

namespace kind_table {

template <class Type, class Kind, class... Types>
constexpr Kind find(const std::tuple<KindRow<Types, Kind>...>& rows) {
    static_assert((0 + ... + int{std::is_same_v<Type, Types>}) == 1, "each kind has one row in its table");
    return std::get<KindRow<Type, Kind>>(rows).kind;
}

template <class Kind, class... Alternatives, class... Types>
constexpr auto in_order_of(const std::variant<Alternatives...>*, const std::tuple<KindRow<Types, Kind>...>& rows) {
    static_assert(sizeof...(Alternatives) == sizeof...(Types));
    return std::array<Kind, sizeof...(Alternatives)>{find<Alternatives, Kind>(rows)...};
}

}  // namespace kind_table

// The rows in the order of Variant's alternatives, so that variant.index() finds them.
template <class Variant, class Kind, class... Types>
constexpr auto kinds_of(const KindRow<Types, Kind>&... rows) {
    return kind_table::in_order_of<Kind>(static_cast<const Variant*>(nullptr), std::tuple{rows...});
}

template <class Kind, std::size_t size>
constexpr const Kind* named(const std::array<Kind, size>& kinds, std::string_view name) {
    for (const auto& kind : kinds)
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace canteen
