-- An order's lines, shares, tenders and ticket stand in its own row, as arrays of JSON: in tables of their own they cost
-- each order five pages and as many statements, and only reports and auditors read them. These read them on, as views.
ALTER TABLE orders ADD COLUMN lines TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN shares TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN tenders TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN due_ms INTEGER;
ALTER TABLE orders ADD COLUMN ready_ms INTEGER;
ALTER TABLE orders ADD COLUMN ticket_state INTEGER CHECK (ticket_state BETWEEN 1 AND 4);
ALTER TABLE orders ADD COLUMN ticket_seen INTEGER CHECK (ticket_seen IN (0, 1));

UPDATE orders SET
    lines = (SELECT json_group_array(json_array(line, dish, quantity, grams, fen))
             FROM (SELECT * FROM order_line WHERE order_id = orders.id ORDER BY line)),
    shares = (SELECT json_group_array(json_array(scheme, step, payer, fen))
              FROM (SELECT * FROM order_share WHERE order_id = orders.id ORDER BY place)),
    tenders = (SELECT json_group_array(json_array(kind, fen, reference))
               FROM (SELECT * FROM order_tender WHERE order_id = orders.id ORDER BY place)),
    (due_ms, ready_ms, ticket_state, ticket_seen) =
        (SELECT due_ms, ready_ms, state, seen FROM ticket WHERE order_id = orders.id);

DROP TABLE order_line;
DROP TABLE order_share;
DROP TABLE order_tender;
DROP TABLE ticket;

-- What the clock must end: held or ready. Of placed ones only those of today matter, which their date finds, so that an
-- order that is placed leaves this index alone.
DROP INDEX order_open;
CREATE INDEX order_to_end ON orders (state) WHERE state IN (1, 3);

-- By json_each alone: SQLite 3.40 lets no other function of JSON into a view where no schema is trusted.
CREATE VIEW order_line AS
    SELECT o.id AS order_id,
           (SELECT value FROM json_each(l.value) WHERE key = 0) AS line,
           (SELECT value FROM json_each(l.value) WHERE key = 1) AS dish,
           (SELECT value FROM json_each(l.value) WHERE key = 2) AS quantity,
           (SELECT value FROM json_each(l.value) WHERE key = 3) AS grams,
           (SELECT value FROM json_each(l.value) WHERE key = 4) AS fen
    FROM orders o, json_each(o.lines) l;
CREATE VIEW order_share AS
    SELECT o.id AS order_id, s.key AS place,
           (SELECT value FROM json_each(s.value) WHERE key = 0) AS scheme,
           (SELECT value FROM json_each(s.value) WHERE key = 1) AS step,
           (SELECT value FROM json_each(s.value) WHERE key = 2) AS payer,
           (SELECT value FROM json_each(s.value) WHERE key = 3) AS fen
    FROM orders o, json_each(o.shares) s;
CREATE VIEW order_tender AS
    SELECT o.id AS order_id, t.key AS place,
           (SELECT value FROM json_each(t.value) WHERE key = 0) AS kind,
           (SELECT value FROM json_each(t.value) WHERE key = 1) AS fen,
           (SELECT value FROM json_each(t.value) WHERE key = 2) AS reference
    FROM orders o, json_each(o.tenders) t;
CREATE VIEW ticket AS
    SELECT id AS order_id, date, slot, due_ms, ready_ms, ticket_state AS state, ticket_seen AS seen
    FROM orders WHERE ticket_state IS NOT NULL;
