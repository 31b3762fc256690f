// Rows of paper as a text that people can read and compare: the size and look of a row before it, when it has any.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pos-client/paper/cells.h"
#include "pos-client/paper/text_layout.h"

namespace canteen::till::test {

inline std::string look_of(const TextStyle& style) {
    std::string look;
    if (style.size != TextSize::usual) look += "x" + std::to_string(static_cast<int>(style.size));
    if (style.bold) look += "b";
    if (style.inverse) look += "i";
    if (style.as_picture) look += "p";
    look.resize(4, ' ');
    return look;
}

inline std::string picture_of(const std::vector<PaperRow>& rows) {
    std::string picture;
    for (const auto& row : rows) {
        if (const auto* text = std::get_if<TextRow>(&row)) picture += look_of(text->style) + "|" + text->text + "|\n";
        if (const auto* qr = std::get_if<QrBlock>(&row)) picture += "QR   " + qr->payload + "\n";
        if (std::holds_alternative<CutBlock>(row)) picture += "CUT\n";
        if (std::holds_alternative<DrawerBlock>(row)) picture += "DRAWER\n";
    }
    return picture;
}

}  // namespace canteen::till::test
