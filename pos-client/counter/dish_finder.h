// Finds a menu's dishes by three-digit code, by initials, or by a part of the name; keeps how they sound for as long as
// the menu stands. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "canteen/chinese/pinyin.h"
#include "canteen/domain/model/menu.h"

namespace canteen::till {

class DishFinder {
public:
    // Returns the dishes whom the text fits: the one of that code; else those of exactly these initials or that name;
    // else those in whose name or sound it stands.
    std::vector<DishId> find(const std::string& text, const Menu& menu);
    // Returns the likeliest way to type the dish's name; both "" if it has no sound.
    const Spelling& sound_of(const Dish& dish);

private:
    std::map<std::string, std::vector<Spelling>> sounds_;  // by name
    Pinyin pinyin_;

    const std::vector<Spelling>& sounds_of(const Dish& dish);
    bool sounds_exactly(const Dish& dish, const std::string& key);
    bool sounds_like(const Dish& dish, const std::string& key);
};

}  // namespace canteen::till
