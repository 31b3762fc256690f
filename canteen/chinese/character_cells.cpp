#include "canteen/chinese/character_cells.h"

#include <unicode/uchar.h>

#include "canteen/domain/base/text_tables.h"

namespace canteen {

int cells_of(char32_t character) {
    if (character < 0x80) return 1;
    if (is_mark(character)) return 0;
    switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_FULLWIDTH:
        case U_EA_WIDE:
        case U_EA_AMBIGUOUS:
            return 2;
        default:
            return 1;
    }
}

}  // namespace canteen
