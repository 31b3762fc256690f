#include "canteen/storage/tables/scrub_table.h"

#include "canteen/storage/sealing/secure_delete.h"

namespace canteen {
namespace {

std::string shape_of(Connection& db, TableName table) {
    SQLite::Statement row(db.raw(), "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
    row.bind(1, std::string(table.text));
    row.executeStep();
    return row.getColumn(0).getString();
}

}  // namespace

void scrub_table(Connection& db, TableName table) {
    Connection memory(":memory:", Connection::Mode::scratch);
    memory.exec(shape_of(db, table));
    copy_table(db, memory, table);
    SecureDelete zeros(db);
    db.exec(std::string("DELETE FROM ").append(table.text));
    copy_table(memory, db, table);
}

}  // namespace canteen
