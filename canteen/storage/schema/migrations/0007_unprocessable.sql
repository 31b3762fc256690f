-- Entries at which the server failed, put aside so that it fails at them no more. Kept, as their refusals are: nothing
-- of them is in the journal.
CREATE TABLE unprocessable (
    device     BLOB NOT NULL,
    command_id BLOB NOT NULL,
    device_seq INTEGER NOT NULL,
    time_ms    INTEGER NOT NULL,
    why        TEXT NOT NULL,
    entry      BLOB NOT NULL, -- sealed under the site's key
    PRIMARY KEY (device, command_id)
) STRICT, WITHOUT ROWID;
