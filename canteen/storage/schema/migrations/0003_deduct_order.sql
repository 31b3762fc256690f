-- Of which of a member's accounts stored value is taken first; no rows: as usual.
CREATE TABLE deduct_order (
    place INTEGER PRIMARY KEY,
    kind  INTEGER NOT NULL
) STRICT;
