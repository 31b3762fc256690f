-- Kind, id and who countersigned, 1 + 16 + 16 bytes; NULL where only the device is known, as in all rows before. A row
-- that has it is hashed with it.
ALTER TABLE journal ADD COLUMN person BLOB CHECK (person IS NULL OR length(person) = 33);

-- Refusals kept what was typed, and those of screens and of the server itself, which nobody asks for again.
DELETE FROM refusal WHERE device_seq = 0;
ALTER TABLE refusal ADD COLUMN mended INTEGER NOT NULL DEFAULT 0 CHECK (mended IN (0, 1));
CREATE INDEX refusal_to_mend ON refusal (device) WHERE mended = 0;

-- Who used the code: whoever lost the answer asks again.
ALTER TABLE enrolment_code ADD COLUMN claimant BLOB CHECK (claimant IS NULL OR length(claimant) = 32);

-- Kept. When a device was last let in.
CREATE TABLE device_seen (
    device  BLOB PRIMARY KEY CHECK (length(device) = 16),
    time_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept. Who read or took away what is recorded of a person; `device` is all zeros for the server's own socket, `member`
-- for a list of persons.
CREATE TABLE person_read (
    id      INTEGER PRIMARY KEY,
    time_ms INTEGER NOT NULL,
    device  BLOB NOT NULL CHECK (length(device) = 16),
    role    INTEGER NOT NULL,
    person  BLOB CHECK (person IS NULL OR length(person) = 33),
    what    TEXT NOT NULL,
    member  BLOB NOT NULL CHECK (length(member) = 16)
) STRICT;
