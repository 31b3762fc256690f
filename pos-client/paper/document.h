// What is to be printed, whatever prints it: blocks from top to bottom, without any width. Every text may come from
// strangers; who lays a document out keeps control characters away. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "canteen/texts/language.h"

namespace canteen::till {

// How often a letter is as wide and as high as a usual one. Values are the disk's.
enum class TextSize : std::uint8_t { usual = 1, large = 2, huge = 3 };

struct TextStyle {
    TextSize size = TextSize::usual;
    bool bold = false;
    bool inverse = false;     // white on a black bar
    bool as_picture = false;  // drawn by us even if the printer has the characters
    bool operator==(const TextStyle&) const = default;
};

enum class Align : std::uint8_t { left = 0, center = 1 };

// A text that wraps. `must_print`: without it the paper would lie, so that the whole is refused if it cannot be
// printed.
struct TextBlock {
    std::string text;
    TextStyle style{};
    Align align = Align::left;
    bool must_print = false;
    bool operator==(const TextBlock&) const = default;
};

// Two texts of a line: what it is about, and at the right edge how much.
struct PairBlock {
    std::string left;
    std::string right;
    TextStyle style{};
    bool must_print = false;  // true of every sum
    bool operator==(const PairBlock&) const = default;
};

// The headings of items; left out where the paper is narrow.
struct ItemHeadBlock {
    std::string name, quantity, price, amount;
    bool operator==(const ItemHeadBlock&) const = default;
};

// A dish: "2", "12.00", "", "24.00", or weighed "160g", "3.50", "/100g", "5.60". A kitchen's has neither price nor
// amount. It must always be printed.
struct ItemBlock {
    std::string name, quantity, price, unit, amount;
    TextStyle style{};
    bool operator==(const ItemBlock&) const = default;
};

struct RuleBlock {
    bool operator==(const RuleBlock&) const = default;
};

struct QrBlock {
    std::string payload;  // at most max_qr_bytes (qr.h)
    bool operator==(const QrBlock&) const = default;
};

struct CutBlock {
    bool operator==(const CutBlock&) const = default;
};

struct DrawerBlock {
    bool operator==(const DrawerBlock&) const = default;
};

using Block = std::variant<TextBlock, PairBlock, ItemHeadBlock, ItemBlock, RuleBlock, QrBlock, CutBlock, DrawerBlock>;

struct Document {
    Language language = Language::zh;
    std::vector<Block> blocks;
    bool operator==(const Document&) const = default;
};

}  // namespace canteen::till
