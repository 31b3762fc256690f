// Says how much of a line a character takes where Chinese is printed in cells. Pure; any thread.
#pragma once

namespace canteen {

// Returns 2 for a Chinese character and for signs that Chinese fonts draw as wide as one (“ … ①), 0 for a mark on the
// character before it, otherwise 1.
int cells_of(char32_t character);

}  // namespace canteen
