-- What the office keeps: employers, volunteers' points, claims on their way, partners, members' cards.
-- A use of no order (order_id all zeros) was brought along from before this system.

-- From which row on the journal is of which date of the site. A clock that was set back begins an earlier date anew.
CREATE TABLE day (
    first_seq INTEGER PRIMARY KEY,
    date      INTEGER NOT NULL
) STRICT;
CREATE INDEX day_of_date ON day (date);
INSERT INTO day (first_seq, date)
SELECT seq, date
FROM (SELECT seq, date, lag(date) OVER (ORDER BY seq) AS before
      FROM (SELECT seq, (time_ms + 28800000) / 86400000 AS date FROM journal))
WHERE before IS NULL OR before <> date;

-- With order_of_pickup it finds all orders of a date, and costs nothing for those that have a number.
CREATE INDEX order_without_number ON orders (date) WHERE letters = '';

-- card_index is a keyed hash of the card's number. Lost and replaced cards stay: a number is one person's for ever.
CREATE TABLE member_card (
    card_index BLOB PRIMARY KEY CHECK (length(card_index) = 32),
    member     BLOB NOT NULL CHECK (length(member) = 16)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_card_of_member ON member_card (member);

-- No meals' amounts: it gives no allowance.
CREATE TABLE employer (
    code          TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    tax_number    TEXT NOT NULL,
    breakfast_fen INTEGER,
    lunch_fen     INTEGER,
    dinner_fen    INTEGER,
    per_day_fen   INTEGER,
    has_account   INTEGER NOT NULL CHECK (has_account IN (0, 1)),
    valid_from    INTEGER,
    valid_to      INTEGER,
    CHECK ((breakfast_fen IS NULL) = (lunch_fen IS NULL) AND (lunch_fen IS NULL) = (dinner_fen IS NULL)),
    CHECK (per_day_fen IS NULL OR lunch_fen IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The kinds of days its allowance is given on; no rows: every one.
CREATE TABLE employer_day (
    employer TEXT NOT NULL REFERENCES employer (code),
    place    INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    PRIMARY KEY (employer, place)
) STRICT, WITHOUT ROWID;

-- No row: as usual.
CREATE TABLE points_rule (
    id                       INTEGER PRIMARY KEY CHECK (id = 1),
    points_per_hour          INTEGER NOT NULL,
    most_minutes_an_activity INTEGER NOT NULL,
    most_points              INTEGER NOT NULL,
    spendable_from           INTEGER NOT NULL,
    fen_per_point            INTEGER NOT NULL,
    funder                   TEXT NOT NULL
) STRICT;

CREATE TABLE volunteer_hours (
    member   BLOB NOT NULL CHECK (length(member) = 16),
    date     INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    minutes  INTEGER NOT NULL,
    activity TEXT NOT NULL,
    points   INTEGER NOT NULL,
    PRIMARY KEY (member, date, seq, place)
) STRICT, WITHOUT ROWID;

-- The ledger of points. One (seq, place) is one transaction and sums to zero; the member is all zeros but for kind 1.
CREATE TABLE points_posting (
    seq      INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    order_id BLOB,
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
    member   BLOB NOT NULL CHECK (length(member) = 16),
    points   INTEGER NOT NULL,
    PRIMARY KEY (seq, place, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX points_posting_of_member ON points_posting (member, seq) WHERE kind = 1;

CREATE TABLE points_balance (
    kind   INTEGER NOT NULL,
    member BLOB NOT NULL CHECK (length(member) = 16),
    points INTEGER NOT NULL,
    PRIMARY KEY (kind, member)
) STRICT, WITHOUT ROWID;

-- Its lines follow from the journal as of its row.
CREATE TABLE claim (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    scheme       TEXT NOT NULL,
    payer        TEXT NOT NULL,
    first        INTEGER NOT NULL,
    last         INTEGER NOT NULL,
    as_of        INTEGER NOT NULL,
    head         BLOB NOT NULL CHECK (length(head) = 32),
    table_hash   BLOB NOT NULL CHECK (length(table_hash) = 32),
    lines        INTEGER NOT NULL,
    sum_fen      INTEGER NOT NULL,
    state        INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
    received_fen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_finding (
    claim  BLOB NOT NULL REFERENCES claim (id),
    place  INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code   INTEGER NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_finding_param (
    claim    BLOB NOT NULL,
    place    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (claim, place, position),
    FOREIGN KEY (claim, place) REFERENCES claim_finding (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_rejected (
    claim    BLOB NOT NULL REFERENCES claim (id),
    place    INTEGER NOT NULL,
    order_id BLOB NOT NULL CHECK (length(order_id) = 16),
    reason   TEXT NOT NULL,
    borne    INTEGER NOT NULL CHECK (borne IN (0, 1)),
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_agreement (
    code        TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    base        INTEGER NOT NULL,
    numerator   INTEGER NOT NULL,
    denominator INTEGER NOT NULL CHECK (denominator > 0),
    period      INTEGER NOT NULL,
    valid_from  INTEGER,
    valid_to    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_item (
    agreement TEXT NOT NULL REFERENCES partner_agreement (code),
    place     INTEGER NOT NULL,
    name      TEXT NOT NULL,
    fixed_fen INTEGER NOT NULL,
    permille  INTEGER NOT NULL,
    PRIMARY KEY (agreement, place)
) STRICT, WITHOUT ROWID;

-- `period` is its first day.
CREATE TABLE partner_cost (
    agreement TEXT NOT NULL REFERENCES partner_agreement (code),
    period    INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    place     INTEGER NOT NULL,
    item      TEXT NOT NULL,
    fen       INTEGER NOT NULL,
    evidence  TEXT NOT NULL,
    PRIMARY KEY (agreement, period, seq, place)
) STRICT, WITHOUT ROWID;
