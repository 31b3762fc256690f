#include "pos-client/outbox/outbox.h"

namespace canteen::till {
namespace {

constexpr int schema_version = 1;

// Every number is an INTEGER, every id a BLOB of its bytes.
constexpr const char* schema = R"sql(
CREATE TABLE entries (
    device_seq    INTEGER PRIMARY KEY,
    command_id    BLOB NOT NULL UNIQUE,
    order_id      BLOB NOT NULL,
    kind          INTEGER NOT NULL,
    state         INTEGER NOT NULL,
    bytes         BLOB NOT NULL,
    hash          BLOB NOT NULL,
    queued_at_ms  INTEGER NOT NULL,
    settled_at_ms INTEGER,
    committed_seq INTEGER,
    answer        BLOB,
    notice        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX entries_by_order ON entries (order_id);
CREATE INDEX entries_queued ON entries (device_seq) WHERE state = 1;
CREATE INDEX entries_noticed ON entries (device_seq) WHERE notice = 1;
CREATE TABLE orders (
    order_id   BLOB PRIMARY KEY,
    state      INTEGER NOT NULL,
    pickup     TEXT NOT NULL,
    sold_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_pickup ON orders (pickup);
CREATE TABLE own_uses (
    order_id BLOB NOT NULL,
    member   BLOB NOT NULL,
    scheme   TEXT NOT NULL,
    kind     INTEGER NOT NULL,
    period   INTEGER NOT NULL,
    used     INTEGER NOT NULL,
    PRIMARY KEY (order_id, member, scheme, kind, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_uses_by_member ON own_uses (member);
CREATE TABLE chain_head (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    device_seq   INTEGER NOT NULL,
    hash         BLOB NOT NULL,
    pickup_date  INTEGER NOT NULL,
    pickup_count INTEGER NOT NULL
) STRICT;
INSERT INTO chain_head VALUES (1, 0, zeroblob(32), 0, 0);
CREATE TABLE kept (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace

void Outbox::create_tables() {
    const int version = db_.execAndGet("PRAGMA user_version").getInt();
    if (version > schema_version) throw SQLite::Exception("a newer canteen-pos made this till's file");
    if (version == schema_version) return;
    SQLite::Transaction transaction(db_);
    db_.exec(schema);
    db_.exec("PRAGMA application_id = 0x63706f73");  // "cpos"
    db_.exec("PRAGMA user_version = 1");
    transaction.commit();
}

}  // namespace canteen::till
