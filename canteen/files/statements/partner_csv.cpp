#include "canteen/files/statements/partner_csv.h"

#include "canteen/files/csv.h"

namespace canteen {
namespace {

const char* base_word(RevenueBase base) {
    switch (base) {
        case RevenueBase::sales:
            return "销售净额";
        case RevenueBase::guests_paid:
            return "顾客与单位实付";
        case RevenueBase::payers_share:
            return "补贴收入";
    }
    return "";
}

std::string row(const std::string& what, Fen fen, const std::string& from = "") {
    return csv_row({csv_text(what), to_yuan(fen), csv_text(from)});
}

// "固定 500.00; 收入的 15‰".
std::string terms_of(const CostItem& item) {
    std::string terms;
    if (item.fixed != Fen{}) terms = "固定 " + to_yuan(item.fixed);
    if (item.permille != 0) terms += (terms.empty() ? "收入的 " : "; 收入的 ") + std::to_string(item.permille) + "‰";
    return terms;
}

}  // namespace

std::string write_partner_statement(const PartnerSources& sources) {
    const auto& agreement = sources.agreement;
    auto statement = statement_of(agreement, sources.revenue, sources.costs);
    std::string out = byte_order_mark;
    out += csv_row({"项目", "金额", "依据"});
    out += csv_row({"合作方", "", csv_text(agreement.name)});
    out += csv_row({"协议", "", csv_text(agreement.code)});
    out += csv_row({"所属期", "", to_string(sources.period)});
    if (const auto days = covered(agreement, sources.period); days && *days != sources.period)
        out += csv_row({"协议有效", "", to_string(days->first) + ".." + to_string(days->last)});
    out += row("销售额", sources.revenue.sales);
    out += row("让利与抹零", sources.revenue.waived);
    out += row("补贴收入", sources.revenue.payers_share);
    out += row("收入基数", statement.revenue, base_word(agreement.base));
    for (std::size_t i = 0; i < statement.costs.size(); ++i) {
        const auto& [item, fen] = statement.costs[i];
        out += row("成本: " + item, fen, terms_of(agreement.costs.at(i)));
        for (const auto& cost : sources.costs)
            if (cost.agreement == agreement.code && cost.item == item)
                out += row("其中: " + item, cost.fen, cost.evidence);
    }
    out += row("结余", statement.result);
    out += row("合作方分成", statement.share,
               std::to_string(agreement.numerator) + "/" + std::to_string(agreement.denominator));
    return out;
}

}  // namespace canteen
