-- Who works in the canteen: name, roles and dates sealed under the person's own key.
CREATE TABLE staff (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    seq         INTEGER NOT NULL,
    body        BLOB NOT NULL,
    ended       INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    unlocked_ms INTEGER NOT NULL DEFAULT 0,
    pin_set_ms  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Kept. What a PIN is checked against, sealed under the site's key, which is not in the database.
CREATE TABLE staff_pin (
    staff  BLOB PRIMARY KEY CHECK (length(staff) = 16),
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A till's shifts. The opening is what was counted; a closing that is absent of one that is over was never made.
CREATE TABLE shift (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    till         BLOB NOT NULL CHECK (length(till) = 16),
    cashier      BLOB CHECK (length(cashier) = 16),
    opened_ms    INTEGER NOT NULL,
    opening_fen  INTEGER NOT NULL,
    opening      TEXT NOT NULL DEFAULT '[]',
    is_open      INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    closed_ms    INTEGER,
    counted_fen  INTEGER,
    counted      TEXT,
    expected_fen INTEGER,
    open_orders  INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX shift_open ON shift (till) WHERE is_open = 1;
CREATE INDEX shift_of_day ON shift (opened_ms);

-- What was booked in a shift, by account.
CREATE TABLE shift_sum (
    shift BLOB NOT NULL CHECK (length(shift) = 16),
    kind  INTEGER NOT NULL,
    owner TEXT NOT NULL,
    fen   INTEGER NOT NULL,
    PRIMARY KEY (shift, kind, owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE drawer_move (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    shift   BLOB CHECK (length(shift) = 16),
    till    BLOB NOT NULL CHECK (length(till) = 16),
    kind    INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    fen     INTEGER NOT NULL CHECK (fen >= 0),
    reason  TEXT NOT NULL,
    time_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX drawer_move_of_shift ON drawer_move (shift);

-- Facts of money that are booked: moves, top-ups, pay-outs.
CREATE TABLE stated_fact (
    id  BLOB PRIMARY KEY CHECK (length(id) = 16),
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE orders ADD COLUMN shift BLOB CHECK (shift IS NULL OR length(shift) = 16);
CREATE INDEX order_of_shift ON orders (shift) WHERE shift IS NOT NULL;

-- The accounts of drawers are new; a check of a column is changed only with its table.
CREATE TABLE posting_of_more (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    order_id BLOB,
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 17),
    owner    TEXT NOT NULL,
    fen      INTEGER NOT NULL,
    PRIMARY KEY (seq, place, line)
) STRICT, WITHOUT ROWID;
INSERT INTO posting_of_more SELECT * FROM posting;
DROP TABLE posting;
ALTER TABLE posting_of_more RENAME TO posting;
