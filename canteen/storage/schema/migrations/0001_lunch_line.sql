-- The journal is the truth; the tables after it are its projection, but for those marked "kept", which are copied.
-- Ids are 16 bytes, money is whole fen, times are milliseconds, dates are days since 1970-01-01.

CREATE TABLE journal (
    seq           INTEGER PRIMARY KEY,
    time_ms       INTEGER NOT NULL,
    device        BLOB NOT NULL,
    role          INTEGER NOT NULL,
    command_id    BLOB NOT NULL,
    command_name  TEXT NOT NULL,
    digest        BLOB NOT NULL CHECK (length(digest) = 32),
    device_seq    INTEGER NOT NULL,
    entry_hash    BLOB NOT NULL CHECK (length(entry_hash) = 32),
    events        BLOB NOT NULL,
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash          BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- A command may fill several rows; the first and the last of them.
CREATE TABLE command (
    device     BLOB NOT NULL CHECK (length(device) = 16),
    command_id BLOB NOT NULL CHECK (length(command_id) = 16),
    first_seq  INTEGER NOT NULL,
    seq        INTEGER NOT NULL CHECK (seq >= first_seq),
    PRIMARY KEY (device, command_id)
) STRICT, WITHOUT ROWID;

-- Kept. An unreadable entry may have no command id, so a device's number tells two of them apart.
CREATE TABLE refusal (
    device     BLOB NOT NULL CHECK (length(device) = 16),
    command_id BLOB NOT NULL CHECK (length(command_id) = 16),
    device_seq INTEGER NOT NULL,
    time_ms    INTEGER NOT NULL,
    role       INTEGER NOT NULL,
    digest     BLOB NOT NULL CHECK (length(digest) = 32),
    entry_hash BLOB NOT NULL CHECK (length(entry_hash) = 32),
    answer     BLOB NOT NULL,
    PRIMARY KEY (device, command_id, device_seq)
) STRICT, WITHOUT ROWID;

-- The last number and link of each till, of journal and refusals together.
CREATE TABLE device_chain (
    device       BLOB PRIMARY KEY CHECK (length(device) = 16),
    last_seq     INTEGER NOT NULL,
    last_hash    BLOB NOT NULL CHECK (length(last_hash) = 32),
    pickup_date  INTEGER NOT NULL,
    pickup_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE menu (
    version INTEGER PRIMARY KEY,
    date    INTEGER NOT NULL,
    slot    INTEGER NOT NULL,
    body    BLOB NOT NULL
) STRICT;
CREATE INDEX menu_of_meal ON menu (date, slot, version);

CREATE TABLE stock (
    date           INTEGER NOT NULL,
    slot           INTEGER NOT NULL,
    dish           INTEGER NOT NULL,
    planned        INTEGER NOT NULL,
    restocked      INTEGER NOT NULL,
    found          INTEGER NOT NULL,
    oversold       INTEGER NOT NULL,
    sold           INTEGER NOT NULL,
    returned       INTEGER NOT NULL,
    wasted         INTEGER NOT NULL,
    held           INTEGER NOT NULL CHECK (held >= 0),
    sold_out_since INTEGER,
    PRIMARY KEY (date, slot, dish),
    CHECK (planned + restocked + found + oversold - sold + returned - wasted - held >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    device       BLOB NOT NULL,
    member       BLOB CHECK (length(member) = 16),
    date         INTEGER NOT NULL,
    slot         INTEGER NOT NULL,
    mode         INTEGER NOT NULL,
    origin       INTEGER NOT NULL,
    letters      TEXT NOT NULL,
    pickup_count INTEGER NOT NULL,
    state        INTEGER NOT NULL CHECK (state BETWEEN 1 AND 6),
    paid         INTEGER NOT NULL CHECK (paid IN (0, 1)),
    placed_ms    INTEGER NOT NULL,
    menu         INTEGER NOT NULL,
    food_fen     INTEGER NOT NULL,
    fee_fen      INTEGER NOT NULL,
    to_pay_fen   INTEGER NOT NULL,
    rounding_fen INTEGER NOT NULL,
    body         BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX order_of_pickup ON orders (date, letters, pickup_count) WHERE letters <> '';
CREATE INDEX order_open ON orders (state) WHERE state <= 3;

CREATE TABLE order_line (
    order_id BLOB NOT NULL REFERENCES orders (id),
    line     INTEGER NOT NULL,
    dish     INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    grams    INTEGER NOT NULL,
    fen      INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;

-- What payers bear: the shares granted.
CREATE TABLE order_share (
    order_id BLOB NOT NULL REFERENCES orders (id),
    place    INTEGER NOT NULL,
    scheme   TEXT NOT NULL,
    step     INTEGER NOT NULL,
    payer    TEXT NOT NULL,
    fen      INTEGER NOT NULL,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_tender (
    order_id  BLOB NOT NULL REFERENCES orders (id),
    place     INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    fen       INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

-- Where a ticket stands; its lines are in the order's body.
CREATE TABLE ticket (
    order_id BLOB PRIMARY KEY REFERENCES orders (id),
    date     INTEGER NOT NULL,
    slot     INTEGER NOT NULL,
    due_ms   INTEGER NOT NULL,
    ready_ms INTEGER,
    state    INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
    seen     INTEGER NOT NULL CHECK (seen IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_of_date ON ticket (date);
CREATE INDEX ticket_open ON ticket (state) WHERE state <= 2;

-- The ledger. One (seq, place) is one transaction and sums to zero.
CREATE TABLE posting (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    order_id BLOB,
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 13),
    owner    TEXT NOT NULL,
    fen      INTEGER NOT NULL,
    PRIMARY KEY (seq, place, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE balance (
    kind  INTEGER NOT NULL,
    owner TEXT NOT NULL,
    fen   INTEGER NOT NULL,
    PRIMARY KEY (kind, owner)
) STRICT, WITHOUT ROWID;

-- Live uses only: what is freed is deleted, and the key keeps a right from being used twice.
CREATE TABLE right_use (
    member   BLOB NOT NULL CHECK (length(member) = 16),
    kind     INTEGER NOT NULL,
    period   INTEGER NOT NULL,
    scheme   TEXT NOT NULL,
    ordinal  INTEGER NOT NULL CHECK (ordinal > 0),
    order_id BLOB NOT NULL,
    PRIMARY KEY (member, kind, period, scheme, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX right_use_of_period ON right_use (kind, period);

CREATE TABLE amount_use (
    member   BLOB NOT NULL CHECK (length(member) = 16),
    kind     INTEGER NOT NULL,
    period   INTEGER NOT NULL,
    scheme   TEXT NOT NULL,
    order_id BLOB NOT NULL,
    fen      INTEGER NOT NULL CHECK (fen >= 0),
    PRIMARY KEY (member, kind, period, scheme, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX amount_use_of_period ON amount_use (kind, period);

CREATE TABLE right_dispute (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    order_id BLOB NOT NULL,
    member   BLOB NOT NULL,
    kind     INTEGER NOT NULL,
    period   INTEGER NOT NULL,
    scheme   TEXT NOT NULL,
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE exception (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    code     INTEGER NOT NULL,
    order_id BLOB,
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE exception_param (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (seq, place, position),
    FOREIGN KEY (seq, place) REFERENCES exception (seq, place)
) STRICT, WITHOUT ROWID;

-- `body` is sealed under the person's key and bound to `seq`; id_index is a keyed hash of the ID number.
CREATE TABLE member (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    number   TEXT NOT NULL UNIQUE,
    seq      INTEGER NOT NULL,
    id_index BLOB CHECK (length(id_index) = 32),
    body     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of_id_index ON member (id_index) WHERE id_index IS NOT NULL;

-- Kept. The person's data key, wrapped by the site's key; absent once destroyed.
CREATE TABLE member_key (
    member  BLOB PRIMARY KEY CHECK (length(member) = 16),
    wrapped BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
    date INTEGER PRIMARY KEY,
    mark INTEGER NOT NULL CHECK (mark IN (1, 2))
) STRICT;

-- `body` is the event as the journal keeps it.
CREATE TABLE scheme (
    id       TEXT PRIMARY KEY,
    priority INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    body     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    role       INTEGER NOT NULL,
    name       TEXT NOT NULL,
    letters    TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    claimed    INTEGER NOT NULL CHECK (claimed IN (0, 1)),
    revoked    INTEGER NOT NULL CHECK (revoked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept.
CREATE TABLE enrolment_code (
    code_hash  BLOB PRIMARY KEY CHECK (length(code_hash) = 32),
    device     BLOB NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept.
CREATE TABLE cookie (
    cookie_hash BLOB PRIMARY KEY CHECK (length(cookie_hash) = 32),
    device      BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept. Tells whether a key file is this database's.
CREATE TABLE key_check (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    hash BLOB NOT NULL
) STRICT;
