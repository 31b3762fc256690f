#include "canteen/storage/tables/ledger_table.h"

namespace canteen {

void LedgerTable::post(Seq seq, std::size_t place, OrderId order, const std::vector<Posting>& postings) {
    auto insert = db_.query(
        "INSERT INTO posting (seq, place, line, order_id, kind, owner, fen) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    std::int64_t line = 0;
    auto named_order = unless_nil(order);
    for (const auto& posting : postings) {
        insert.with(seq, place, line++, named_order, posting.account.kind, posting.account.owner, posting.fen).run();
        insert.reset();
        moved_[posting.account] += posting.fen;
    }
}

void LedgerTable::flush() {
    auto add = db_.query(
        "INSERT INTO balance (kind, owner, fen) VALUES (?, ?, ?) "
        "ON CONFLICT (kind, owner) DO UPDATE SET fen = fen + excluded.fen");
    for (const auto& [account, fen] : moved_) {
        add.with(account.kind, account.owner, fen).run();
        add.reset();
    }
    clear();
}

std::vector<std::pair<Account, Fen>> LedgerTable::stored_value() {
    std::vector<std::pair<Account, Fen>> accounts;
    auto rows = db_.query("SELECT kind, owner, fen FROM balance WHERE kind IN (?, ?) AND fen <> 0");
    rows.with(AccountKind::member_principal, AccountKind::member_bonus);
    while (rows.next()) accounts.push_back({{rows.as<AccountKind>(0), rows.text(1)}, rows.fen(2)});
    return accounts;
}

std::map<std::string, Fen> LedgerTable::drawers() {
    std::map<std::string, Fen> drawers;
    auto rows = db_.query("SELECT owner, fen FROM balance WHERE kind = ?");
    rows.with(AccountKind::cash);
    while (rows.next()) drawers[rows.text(0)] = rows.fen(1);
    return drawers;
}

Fen LedgerTable::balance(const Account& account) {
    auto row = db_.query("SELECT fen FROM balance WHERE kind = ? AND owner = ?");
    row.with(account.kind, account.owner);
    return row.next() ? row.fen(0) : Fen{};
}

}  // namespace canteen
