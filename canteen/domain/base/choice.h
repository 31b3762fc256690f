// A choice of meals, days, modes or ways to be known, of which an empty one leaves everything open.
#pragma once

#include <algorithm>
#include <vector>

namespace canteen {

template <class T>
bool allows(const std::vector<T>& choice, T value) {
    return choice.empty() || std::find(choice.begin(), choice.end(), value) != choice.end();
}

}  // namespace canteen
