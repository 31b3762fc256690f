#include "pos-client/paper/text_layout.h"

#include <utility>

#include "pos-client/paper/cells.h"

namespace canteen::till {
namespace {

// Narrower than this, an item's quantity and price stand on a line of their own.
constexpr int columns_of_a_table = 42;

struct ItemColumns {
    int quantity, price, amount;
};
constexpr ItemColumns narrow_table{5, 8, 9}, wide_table{6, 9, 9};
constexpr int columns_of_a_wide_table = 48;

class Layout {
public:
    explicit Layout(int columns) : columns_(columns) {}

    void operator()(const TextBlock& block) {
        const auto text = shown(block.text);
        const auto style = fitting(block.style, text, block.must_print);
        const int room = columns_at(style.size, columns_);
        for (const auto& line : wrapped(text, room))
            put(block.align == Align::center ? centered(line, room) : line, style, block.must_print);
    }

    void operator()(const PairBlock& block) {
        const auto right = shown(block.right);
        const auto style = fitting(block.style, right, true);
        for (auto& line : left_and_right(shown(block.left), right, columns_at(style.size, columns_)))
            put(std::move(line), style, block.must_print);
    }

    void operator()(const ItemHeadBlock& block) {
        if (columns_ >= columns_of_a_table)
            put(in_table(shown(block.name), block.quantity, block.price, block.amount), {}, false);
    }

    void operator()(const ItemBlock& block) {
        if (block.price.empty() && block.amount.empty())
            (*this)(PairBlock{block.name, block.quantity, block.style, true});
        else if (columns_ >= columns_of_a_table)
            put_in_table(block);
        else
            put_in_two_lines(block);
    }

    void operator()(const RuleBlock&) { put(std::string(static_cast<std::size_t>(columns_), '-'), {}, false); }
    void operator()(const QrBlock& block) { rows_.emplace_back(block); }
    void operator()(const CutBlock& block) { rows_.emplace_back(block); }
    void operator()(const DrawerBlock& block) { rows_.emplace_back(block); }

    std::vector<PaperRow> take() { return std::move(rows_); }

private:
    void put(std::string line, TextStyle style, bool must_print) {
        if (style.inverse) line = padded(std::move(line), columns_at(style.size, columns_));
        rows_.emplace_back(TextRow{std::move(line), style, must_print});
    }

    // A sum is never cut in two.
    TextStyle fitting(TextStyle style, const std::string& sum, bool is_sum) const {
        while (is_sum && style.size != TextSize::usual && cells_wide(sum) > columns_at(style.size, columns_))
            style.size = static_cast<TextSize>(static_cast<int>(style.size) - 1);
        return style;
    }

    ItemColumns table() const { return columns_ >= columns_of_a_wide_table ? wide_table : narrow_table; }
    int name_cells() const {
        const auto [quantity, price, amount] = table();
        return columns_ - quantity - price - amount;
    }

    std::string in_table(std::string name, const std::string& quantity, const std::string& price,
                         const std::string& amount) const {
        const auto at = table();
        return padded(std::move(name), name_cells()) + right_aligned(quantity, at.quantity) +
               right_aligned(price, at.price) + right_aligned(amount, at.amount);
    }

    // A value as wide as its column would touch the one before it.
    bool fits_the_table(const ItemBlock& block) const {
        const auto at = table();
        return cells_wide(block.quantity) < at.quantity && cells_wide(block.price) < at.price &&
               cells_wide(block.amount) < at.amount;
    }

    void put_in_table(const ItemBlock& block) {
        if (!fits_the_table(block)) return put_in_two_lines(block);
        auto name = shown(block.name + (block.unit.empty() ? "" : " " + block.unit));
        if (cells_wide(name) > name_cells()) {
            for (auto& line : wrapped(name, columns_)) put(std::move(line), block.style, true);
            name.clear();
        }
        put(in_table(std::move(name), block.quantity, block.price, block.amount), block.style, true);
    }

    void put_in_two_lines(const ItemBlock& block) {
        const auto name = shown(block.name);
        if (block.quantity == "1" && block.unit.empty() && cells_wide(name) + cells_wide(block.amount) < columns_)
            return put(left_and_right(name, block.amount, columns_).front(), block.style, true);
        for (auto& line : wrapped(name, columns_)) put(std::move(line), block.style, true);
        const auto how = "  " + block.quantity + " x " + block.price + block.unit;
        for (auto& line : left_and_right(how, block.amount, columns_)) put(std::move(line), block.style, true);
    }

    int columns_;
    std::vector<PaperRow> rows_;
};

}  // namespace

int columns_at(TextSize size, int columns) {
    return columns / static_cast<int>(size);
}

std::vector<PaperRow> laid_out(const Document& document, int columns) {
    Layout layout(columns);
    for (const auto& block : document.blocks) std::visit(layout, block);
    return layout.take();
}

}  // namespace canteen::till
