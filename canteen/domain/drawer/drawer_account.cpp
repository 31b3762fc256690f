#include "canteen/domain/drawer/drawer_account.h"

#include <algorithm>
#include <utility>

#include "canteen/domain/base/hex.h"

namespace canteen {

Account drawer_of(DeviceId till) {
    return {AccountKind::cash, to_hex(till.bytes)};
}

Account drawer_of(const Actor& actor) {
    return actor.role == Role::till ? drawer_of(actor.device) : Account{AccountKind::cash, ""};
}

void keep_in(const Account& drawer, std::vector<Posting>& transaction) {
    const auto is_elsewhere = [&drawer](const Posting& posting) {
        return posting.account.kind == AccountKind::cash && posting.account != drawer;
    };
    if (std::none_of(transaction.begin(), transaction.end(), is_elsewhere)) return;
    std::vector<Posting> kept;
    for (auto& posting : transaction) post(kept, is_elsewhere(posting) ? drawer : posting.account, posting.fen);
    transaction = std::move(kept);
}

}  // namespace canteen
