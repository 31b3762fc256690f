#include "canteen/sqlite/batch.h"

namespace canteen {

Batch::Batch(Connection& db) : db_(db) {
    db_.query("BEGIN IMMEDIATE").run();
}

Batch::~Batch() {
    if (!is_open_) return;
    try {
        db_.query("ROLLBACK").run();
    } catch (const SQLite::Exception&) {  // SQLite has already rolled back
    }
}

void Batch::commit() {
    db_.query("COMMIT").run();
    is_open_ = false;
}

}  // namespace canteen
