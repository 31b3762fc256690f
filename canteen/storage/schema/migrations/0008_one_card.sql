-- Two spellings of a card are one: it is found by its normal form. Older programs may have given both, to two members.
-- The keyed hashes are made anew when the database is opened: that needs the key.
DROP TABLE member_card;
CREATE TABLE member_card (
    card_index BLOB NOT NULL CHECK (length(card_index) = 32),
    member     BLOB NOT NULL CHECK (length(member) = 16),
    PRIMARY KEY (card_index, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_card_of_member ON member_card (member);

CREATE INDEX member_of_number ON member (number COLLATE NOCASE);
