#include "pos-client/paper/document_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

namespace canteen::till {
namespace {

namespace json = boost::json;

// A block is a list: its kind, its texts, and numbers for the rest.
constexpr std::string_view text_kind = "text", pair_kind = "pair", head_kind = "head", item_kind = "item",
                           rule_kind = "rule", qr_kind = "qr", cut_kind = "cut", drawer_kind = "drawer";
constexpr std::int64_t bold_bit = 4, inverse_bit = 8, picture_bit = 16, size_bits = 3;

std::int64_t number_of(const TextStyle& style) {
    return static_cast<std::int64_t>(style.size) | (style.bold ? bold_bit : 0) | (style.inverse ? inverse_bit : 0) |
           (style.as_picture ? picture_bit : 0);
}

TextStyle style_of(std::int64_t number) {
    const auto size = std::clamp<std::int64_t>(number & size_bits, 1, size_bits);
    return {static_cast<TextSize>(size), (number & bold_bit) != 0, (number & inverse_bit) != 0,
            (number & picture_bit) != 0};
}

struct BlockWriter {
    json::array operator()(const TextBlock& b) const {
        return {text_kind, b.text, number_of(b.style), static_cast<std::int64_t>(b.align), b.must_print ? 1 : 0};
    }
    json::array operator()(const PairBlock& b) const {
        return {pair_kind, b.left, b.right, number_of(b.style), b.must_print ? 1 : 0};
    }
    json::array operator()(const ItemHeadBlock& b) const { return {head_kind, b.name, b.quantity, b.price, b.amount}; }
    json::array operator()(const ItemBlock& b) const {
        return {item_kind, b.name, b.quantity, b.price, b.unit, b.amount, number_of(b.style)};
    }
    json::array operator()(const RuleBlock&) const { return {rule_kind}; }
    json::array operator()(const QrBlock& b) const { return {qr_kind, b.payload}; }
    json::array operator()(const CutBlock&) const { return {cut_kind}; }
    json::array operator()(const DrawerBlock&) const { return {drawer_kind}; }
};

// Throws what Boost throws for a place that is not there or holds something else.
Block block_of(const json::array& list) {
    const auto text = [&list](std::size_t i) { return std::string(list.at(i).as_string()); };
    const auto number = [&list](std::size_t i) { return list.at(i).as_int64(); };
    const auto kind = text(0);
    if (kind == text_kind)
        return TextBlock{text(1), style_of(number(2)), static_cast<Align>(number(3)), number(4) != 0};
    if (kind == pair_kind) return PairBlock{text(1), text(2), style_of(number(3)), number(4) != 0};
    if (kind == head_kind) return ItemHeadBlock{text(1), text(2), text(3), text(4)};
    if (kind == item_kind) return ItemBlock{text(1), text(2), text(3), text(4), text(5), style_of(number(6))};
    if (kind == rule_kind) return RuleBlock{};
    if (kind == qr_kind) return QrBlock{text(1)};
    if (kind == cut_kind) return CutBlock{};
    if (kind == drawer_kind) return DrawerBlock{};
    throw std::invalid_argument("a block of no kind");
}

}  // namespace

std::string to_json(const Document& document) {
    json::array blocks;
    for (const auto& block : document.blocks) blocks.emplace_back(std::visit(BlockWriter{}, block));
    return json::serialize(
        json::object{{"language", document.language == Language::zh ? "zh" : "en"}, {"blocks", std::move(blocks)}});
}

std::optional<Document> document_of(std::string_view text) {
    try {
        const auto value = json::parse(text);
        const auto& object = value.as_object();
        Document document;
        document.language = object.at("language").as_string() == "en" ? Language::en : Language::zh;
        for (const auto& block : object.at("blocks").as_array()) document.blocks.push_back(block_of(block.as_array()));
        return document;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace canteen::till
