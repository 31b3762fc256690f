// Tells which characters text may not hold, by the properties of Unicode 15.0. Pure; any thread.
#pragma once

namespace canteen {

// Control and format characters, line and paragraph separators, private use, noncharacters, and what is drawn as
// nothing at all (fillers, tags), except the selectors of a character's variant, which names of rare Han use.
// Characters not assigned yet are fit: the next Unicode may have given them to somebody's name.
bool is_unfit_character(char32_t point);
// Drawn over, under or beside the character before it, of any script; variation selectors too.
bool is_mark(char32_t point);

}  // namespace canteen
