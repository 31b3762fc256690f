// A document as HTML: for the preview, an office printer, and the receipt on the screen. Every text is escaped, and
// there is neither style nor script in it: classes say how it looks (paper, pair, item, rule, qr; x2, x3, bold,
// inverse, center). Pure; any thread.
#pragma once

#include <string>

#include "pos-client/paper/document.h"

namespace canteen::till {

// Returns one <article class="paper">. Cuts and the drawer are nothing on a screen.
std::string html_of(const Document& document);

}  // namespace canteen::till
