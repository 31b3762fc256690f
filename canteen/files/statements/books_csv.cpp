#include "canteen/files/statements/books_csv.h"

#include <array>
#include <map>

#include "canteen/files/claims/claim_print.h"
#include "canteen/files/csv.h"

namespace canteen {
namespace {

std::string name_of(AccountKind kind) {
    static constexpr std::array names{"现金",     "电子收款", "会员本金", "会员赠送",   "餐补应收", "单位挂账应收",
                                      "补贴应收", "销售",     "让利",     "食堂承担",   "抹零",     "期初",
                                      "待查",     "",         "保险柜",   "现金长短款", "备用金"};
    const auto place = static_cast<std::size_t>(kind) - 1;
    return place < names.size() ? names.at(place) : "";
}

bool is_members(AccountKind kind) {
    return kind == AccountKind::member_principal || kind == AccountKind::member_bonus;
}

std::string sum_row(const std::string& what, Fen allowance, Fen account) {
    return csv_row({what, "", "", "", to_yuan(allowance), to_yuan(account), to_yuan(allowance + account)});
}

}  // namespace

std::string write_trial_balance(const std::vector<Posting>& balances) {
    std::map<Account, Fen> rows;
    Fen sum;
    for (const auto& [account, fen] : balances) {
        rows[is_members(account.kind) ? Account{account.kind, ""} : account] += fen;
        sum += fen;
    }
    std::string out = byte_order_mark + csv_row({"科目", "对方", "余额"});
    for (const auto& [account, fen] : rows)
        out += csv_row({name_of(account.kind), csv_text(account.owner), to_yuan(fen)});
    return out + csv_row({"合计", "", to_yuan(sum)});
}

std::string write_employer_statement(const Employer& employer, const ClaimPeriod& period,
                                     const std::vector<EmployerLine>& lines,
                                     const std::vector<EmployerReceipt>& receipts) {
    std::string out = byte_order_mark;
    out +=
        csv_row({"单位", csv_text(employer.name), "税号", csv_text(employer.tax_number), "所属期", to_string(period)});
    out += csv_row({"日期", "餐次", "取餐号", "姓名", "餐补", "挂账", "合计"});
    Fen allowance, account;
    for (const auto& line : lines) {
        allowance += line.allowance;
        account += line.account;
        out += csv_row({to_string(line.meal.date), meal_word(line.meal.slot), line.pickup, csv_text(line.who),
                        to_yuan(line.allowance), to_yuan(line.account), to_yuan(line.allowance + line.account)});
    }
    out += sum_row("本期应付", allowance, account);
    for (const auto& receipt : receipts) {
        const bool is_allowance = receipt.account == AccountKind::allowance;
        (is_allowance ? allowance : account) -= receipt.fen;
        out += csv_row({to_string(receipt.date), "收款", "", "", is_allowance ? to_yuan(-receipt.fen) : "",
                        is_allowance ? "" : to_yuan(-receipt.fen), to_yuan(-receipt.fen)});
    }
    return out + sum_row("本期未付", allowance, account);
}

}  // namespace canteen
