-- Refunds that were made; what they moved stands in `posting`, what payers still bear in `order_share`.

CREATE TABLE refund (
    order_id   BLOB NOT NULL REFERENCES orders (id),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    seq        INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL,
    reason     INTEGER NOT NULL,
    food_fen   INTEGER NOT NULL,
    fee_fen    INTEGER NOT NULL,
    to_pay_fen INTEGER NOT NULL,
    PRIMARY KEY (order_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_of_row ON refund (seq);

-- As asked; none: all that was left. The amount is in portions, or grams of a weighed line.
CREATE TABLE refund_line (
    order_id  BLOB NOT NULL,
    refund_id BLOB NOT NULL,
    line      INTEGER NOT NULL,
    amount    INTEGER NOT NULL,
    PRIMARY KEY (order_id, refund_id, line),
    FOREIGN KEY (order_id, refund_id) REFERENCES refund (order_id, id)
) STRICT, WITHOUT ROWID;

-- What the guest got back, by the way he had paid.
CREATE TABLE refund_tender (
    order_id  BLOB NOT NULL,
    refund_id BLOB NOT NULL,
    place     INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    fen       INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (order_id, refund_id, place),
    FOREIGN KEY (order_id, refund_id) REFERENCES refund (order_id, id)
) STRICT, WITHOUT ROWID;
