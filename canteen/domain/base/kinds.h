// Tests for a type made of a large std::variant. Such a type declares its copies, moves and end and makes them in one
// .cpp: made in every file that names it, those of Event and CommandBody took half the time to compile.
#pragma once

#include <type_traits>
#include <variant>

namespace canteen {

template <class T, class Variant>
inline constexpr bool is_kind_of = false;
template <class T, class... Kinds>
inline constexpr bool is_kind_of<T, std::variant<Kinds...>> = (std::is_same_v<T, Kinds> || ...);

// T is one of the alternatives.
template <class T, class Variant>
concept KindOf = is_kind_of<T, Variant>;

}  // namespace canteen
