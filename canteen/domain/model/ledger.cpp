#include "canteen/domain/model/ledger.h"

#include <algorithm>

#include "canteen/domain/base/programmer_error.h"

namespace canteen {

void post(std::vector<Posting>& transaction, const Account& account, Fen fen) {
    require(account.kind != AccountKind::points, "points are no money");
    const auto same = std::find_if(transaction.begin(), transaction.end(),
                                   [&account](const Posting& p) { return p.account == account; });
    if (same == transaction.end()) {
        if (fen != Fen{}) transaction.push_back({account, fen});
        return;
    }
    same->fen += fen;
    if (same->fen == Fen{}) transaction.erase(same);
}

bool balances(const std::vector<Posting>& transaction) {
    Fen sum;
    for (const auto& posting : transaction) sum += posting.fen;
    return sum == Fen{};
}

std::vector<Posting> reversal_of(std::vector<Posting> transaction) {
    for (auto& posting : transaction) posting.fen = -posting.fen;
    return transaction;
}

}  // namespace canteen
