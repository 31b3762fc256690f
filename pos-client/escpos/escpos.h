// A document as the bytes of a printer: text where its font has the characters, pictures where it lacks them. Pure but
// for the fonts; their thread.
#pragma once

#include <string>
#include <variant>

#include "pos-client/escpos/glyphs.h"
#include "pos-client/escpos/unprintable.h"
#include "pos-client/paper/document.h"
#include "pos-client/paper/profile.h"

namespace canteen::till {

// Nothing is ever printed as "?". A line that neither the printer nor a font of this machine can print is replaced by
// words that say so; the whole is refused if the line is a sum or a dish, or if the printer gets pictures only.
std::variant<std::string, Unprintable> escpos_of(const Document& document, const PrintProfile& profile,
                                                 const Glyphs& glyphs);

}  // namespace canteen::till
