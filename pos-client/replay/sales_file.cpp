#include "pos-client/replay/sales_file.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "canteen/domain/base/number.h"
#include "canteen/files/cells.h"

namespace canteen::till {
namespace {

constexpr std::size_t max_name_bytes = 64;

const std::vector<std::string> required{"at_ms", "register", "order", "dish"};
const std::vector<std::string> optional{"action", "member", "mode", "quantity", "grams", "chosen", "note", "pay"};

const std::vector<std::string> actions{"sell", "cancel", ""};
const std::vector<std::string> tenders{name_of(TenderKind::cash),
                                       name_of(TenderKind::wechat),
                                       name_of(TenderKind::alipay),
                                       name_of(TenderKind::unionpay),
                                       name_of(TenderKind::ecny),
                                       name_of(TenderKind::stored_value),
                                       ""};

// Returns the place of the word, 0 for an empty cell: the first word is the usual one.
std::size_t word_or_first(const RowReader& row, const std::string& column, const std::vector<std::string>& words) {
    const auto place = row.word(column, words);
    return place + 1 == words.size() ? 0 : place;
}

std::uint32_t dish_number(const RowReader& row, const std::string& column, const std::string& text) {
    const auto number = whole_number<std::uint32_t>(text);
    if (!number) refuse(row.cell(column), column, "must be numbers of dishes like 101+204");
    return *number;
}

BasketLine line_of(const RowReader& row) {
    BasketLine line;
    line.dish = {row.number("dish", 1, std::numeric_limits<std::uint32_t>::max())};
    line.quantity = row.number("quantity", 1, max_line_quantity, 1);
    line.grams = row.number("grams", 0, max_line_grams, 0);
    line.note = row.text_or_empty("note", max_note_bytes);
    const auto chosen = row.text_or_empty("chosen", max_name_bytes);
    if (chosen.empty()) return line;
    for (const auto& part : split(chosen, '+')) line.chosen.push_back({dish_number(row, "chosen", part)});
    return line;
}

Checkout checkout_of(const RowReader& row) {
    Checkout checkout;
    checkout.at = std::chrono::milliseconds{row.number("at_ms", 0, std::numeric_limits<std::uint32_t>::max())};
    checkout.order = row.text("order", max_name_bytes);
    checkout.cancel = word_or_first(row, "action", actions) == 1;
    checkout.basket.member_number = row.text_or_empty("member", max_name_bytes);
    if (!row.cell("mode").text.empty()) checkout.basket.mode = row.named<ServiceMode>("mode");
    checkout.pay = static_cast<TenderKind>(word_or_first(row, "pay", tenders) + 1);
    return checkout;
}

// A register's checkouts so far, and where each of its orders stands among them.
struct Register {
    std::vector<Checkout> checkouts;
    std::map<std::string, std::size_t> sales;
};

void add_row(Register& reg, const RowReader& row) {
    auto checkout = checkout_of(row);
    const auto sale = reg.sales.find(checkout.order);
    if (checkout.cancel) {
        if (sale == reg.sales.end()) refuse(row.cell("order"), "order", "this register has not sold it before");
        reg.checkouts.push_back(std::move(checkout));
    } else if (sale == reg.sales.end()) {
        checkout.basket.lines.push_back(line_of(row));
        reg.sales[checkout.order] = reg.checkouts.size();
        reg.checkouts.push_back(std::move(checkout));
    } else {
        reg.checkouts[sale->second].basket.lines.push_back(line_of(row));
    }
}

}  // namespace

Result<SalesFile> read_sales(std::string_view text) {
    const auto table = read_csv(text, required, optional);
    if (!table) return table.error();
    std::map<std::string, Register> registers;
    try {
        for (const auto& cells : table->rows) {
            const RowReader row(*table, cells);
            add_row(registers[row.text("register", max_name_bytes)], row);
        }
    } catch (const BadCell& bad) {
        return bad.error;
    }
    SalesFile file;
    for (auto& [name, reg] : registers) {
        std::stable_sort(reg.checkouts.begin(), reg.checkouts.end(),
                         [](const Checkout& a, const Checkout& b) { return a.at < b.at; });
        file[name] = std::move(reg.checkouts);
    }
    return file;
}

}  // namespace canteen::till
