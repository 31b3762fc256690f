// Values that recur in many records, kept once and named by a number. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace canteen {

template <class T>
class Interned {
public:
    // The number of the value; a new one gets the next.
    std::uint32_t number_of(const T& value) {
        const auto [found, is_new] = numbers_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
        if (is_new) values_.push_back(value);
        return found->second;
    }
    // The text of a number that was given out.
    const T& at(std::uint32_t number) const { return values_.at(number); }

private:
    std::map<T, std::uint32_t> numbers_;
    std::vector<T> values_;
};

}  // namespace canteen
