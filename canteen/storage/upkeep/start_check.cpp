#include "canteen/storage/upkeep/start_check.h"

#include "canteen/storage/schema/journal.h"

namespace canteen {
namespace {

[[noreturn]] void fail(Seq seq, const std::string& what) {
    throw StoreError("row " + std::to_string(seq) + " of the journal: " + what + "; run verify, or restore a backup");
}

void require_answer(Connection& db, const StoredRow& row) {
    auto answer = db.query("SELECT first_seq, seq FROM command WHERE device = ? AND command_id = ?");
    answer.with(row.actor.device, row.command);
    if (!answer.next() || answer.as<Seq>(0) > row.seq || answer.as<Seq>(1) < row.seq) {
        fail(row.seq, "its command has no answer");
    }
}

}  // namespace

void check_tail(Connection& db) {
    Journal journal(db);
    auto last = journal.head().seq;
    auto first = last > tail_rows ? last - tail_rows + 1 : 1;
    std::optional<JournalHead> before;
    if (first == 1) before = JournalHead{};
    Seq expected = first;
    journal.read(first, [&](const StoredRow& row) {
        if (row.seq != expected) fail(expected, "it is missing");
        if (before && row.previous != before->hash) fail(row.seq, "it does not follow the row before");
        if (hash_of_row(row) != row.hash) fail(row.seq, "it was changed");
        require_answer(db, row);
        before = JournalHead{row.seq, row.hash};
        ++expected;
    });
}

}  // namespace canteen
