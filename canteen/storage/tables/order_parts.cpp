#include "canteen/storage/tables/order_parts.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <vector>

namespace canteen {
namespace {

// Writes JSON without building a tree: every order passes here.
class Rows {
public:
    Rows() { text_.reserve(128); }

    template <class... Values>
    void add(const Values&... values) {
        text_ += text_.size() > 1 ? ",[" : "[";
        (put(values), ...);
        text_.back() = ']';  // in place of the last comma
    }
    std::string take() && {
        text_ += ']';
        return std::move(text_);
    }

private:
    void put(std::int64_t number) { text_.append(std::to_string(number)) += ','; }
    void put(const std::string& text) {
        if (text.empty())
            text_ += "\"\"";
        else
            text_ += boost::json::serialize(boost::json::string_view(text));
        text_ += ',';
    }

    std::string text_ = "[";
};

}  // namespace

std::string lines_text(const Order& order) {
    std::vector<const OrderLine*> by_id;
    by_id.reserve(order.draft.lines.size());
    for (const auto& line : order.draft.lines) by_id.push_back(&line);
    std::ranges::sort(by_id, {}, [](const OrderLine* line) { return line->id.value; });
    Rows rows;
    for (const auto* line : by_id)
        rows.add(line->id.value, line->dish.value, std::int64_t{line->quantity}, std::int64_t{line->grams},
                 line->amount.value);
    return std::move(rows).take();
}

std::string shares_text(const Order& order) {
    Rows rows;
    for (const auto& share : order.granted)
        rows.add(share.scheme, std::int64_t{share.step}, share.payer, share.fen.value);
    return std::move(rows).take();
}

std::string tenders_text(const Order& order) {
    Rows rows;
    for (const auto& tender : order.tenders)
        rows.add(static_cast<std::int64_t>(tender.kind), tender.amount.value, tender.reference);
    return std::move(rows).take();
}

}  // namespace canteen
