#include "canteen/cli/account_words.h"

#include <map>

#include "canteen/cli/verb_words.h"
#include "canteen/files/cells.h"

namespace canteen {
namespace {

using Asked = std::variant<CommandBody, std::string>;

const std::map<std::string, AccountKind> kinds{{"allowance", AccountKind::allowance},
                                               {"points", AccountKind::points},
                                               {"bonus", AccountKind::member_bonus},
                                               {"principal", AccountKind::member_principal}};

const std::string sums = "sums must be yuan like 12.60, paid by cash, wechat, alipay, unionpay, ecny or bank";

std::optional<Tender> tender_of(const std::string& yuan, const std::string& by, const std::string& reference) {
    const auto fen = parse_yuan(yuan);
    const auto kind = money_words.find(by);
    if (!fen || kind == money_words.end()) return std::nullopt;
    return Tender{kind->second, *fen, reference};
}

std::string unknown(const std::string& number) {
    return "no member has the number " + number;
}

Asked top_up(const std::vector<std::string>& words, const OfficeBook& book) {
    const auto tender = tender_of(words[2], words[4], words[5]);
    const auto bonus = parse_yuan(words[3]);
    if (!tender || !bonus) return sums;
    const auto member = book.member(words[1]);
    if (member.is_nil()) return unknown(words[1]);
    return CommandBody{TopUp{member, *tender, *bonus}};
}

Asked pay_out(const std::vector<std::string>& words, const OfficeBook& book) {
    const auto tender = tender_of(words[2], words[3], words[4]);
    if (!tender) return sums;
    const auto member = book.member(words[1]);
    if (member.is_nil()) return unknown(words[1]);
    return CommandBody{PayOut{member, *tender}};
}

Asked transfer(const std::vector<std::string>& words, const OfficeBook& book) {
    const auto from = book.member(words[1]), to = book.member(words[2]);
    if (from.is_nil()) return unknown(words[1]);
    if (to.is_nil()) return unknown(words[2]);
    return CommandBody{TransferBalance{from, to}};
}

Asked set_deduct_order(const std::vector<std::string>& words) {
    SetDeductOrder command;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto kind = kinds.find(words[i]);
        if (kind == kinds.end()) return std::string("what is deducted must be allowance, points, bonus or principal");
        command.order.push_back(kind->second);
    }
    return CommandBody{command};
}

}  // namespace

std::optional<Asked> account_command(const std::vector<std::string>& words, const OfficeBook& book) {
    if (words[0] == "topup" && words.size() == 6) return top_up(words, book);
    if (words[0] == "payout" && words.size() == 5) return pay_out(words, book);
    if (words[0] == "transfer" && words.size() == 3) return transfer(words, book);
    if (words[0] == "deduct" && words.size() >= 3) return set_deduct_order(words);
    return std::nullopt;
}

}  // namespace canteen
