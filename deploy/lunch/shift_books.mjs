// A shift's sums straight from the database, by sqlite3 and none of our programs: from orders, refunds, drawer moves and
// postings, and not from the table of a shift's sums that the office's list is made of.

export const tender_words = { 1: "cash", 2: "wechat", 3: "alipay", 4: "stored_value", 9: "unionpay", 10: "ecny" };
const move_words = { 1: "pay_in", 2: "pay_out", 3: "safe_drop", 4: "no_sale" };
const in_cash = 1, cancelled = 5;

// All shifts, the oldest first: { id, till, letters, opened_ms, closed_ms, float, counted, expected }.
export function shifts_in(books) {
    return books.rows(`SELECT lower(hex(s.id)) AS id, lower(hex(s.till)) AS till, d.letters, s.opened_ms, s.closed_ms,
        s.opening_fen AS float, s.counted_fen AS counted, s.expected_fen AS expected FROM shift s JOIN device d ON d.id = s.till ORDER BY s.opened_ms`);
}

const by = (rows, words) => Object.fromEntries(rows.map(({ key, ...rest }) => [words?.[key] ?? key, Object.keys(rest).length > 1 ? rest : rest.fen]));

// Returns the shift's sums in fen, named as on its slip. What was sold and taken back by the till itself, so that no
// refund tells of it, was never sold.
export function sums_of(books, shift) {
    const sold = `orders o WHERE o.shift = X'${shift.id}' AND NOT (o.state = ${cancelled} AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id))`;
    const whole = `EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id AND r.food_fen = 0)`;
    const refunds = `refund r JOIN orders o ON o.id = r.order_id WHERE o.device = X'${shift.till}' AND r.at_ms BETWEEN ${shift.opened_ms} AND ${shift.closed_ms}`;
    const topped_up = books.rows(`SELECT p.kind, p.owner, p.fen FROM posting p JOIN journal j ON j.seq = p.seq
        WHERE j.command_name = 'TopUp' AND j.device = X'${shift.till}' AND p.kind IN (1, 2)`);
    const one = (sql) => books.rows(sql)[0];
    const tenders = by(books.rows(`SELECT kind AS key, sum(fen) AS fen, count(*) AS n FROM order_tender
        WHERE order_id IN (SELECT o.id FROM ${sold}) GROUP BY kind`), tender_words);
    const back = by(books.rows(`SELECT t.kind AS key, sum(t.fen) AS fen, count(*) AS n FROM refund_tender t
        WHERE t.refund_id IN (SELECT r.id FROM ${refunds}) AND t.fen > 0 GROUP BY t.kind`), tender_words);
    return {
        tenders, back, topped_up,
        cash_topped_up: topped_up.filter((row) => row.kind === in_cash),
        moves: books.rows(`SELECT kind, fen FROM drawer_move WHERE shift = X'${shift.id}' ORDER BY time_ms, id`)
            .map(({ kind, fen }) => ({ kind: move_words[kind], fen })),
        payers: by(books.rows(`SELECT s.payer AS key, sum(s.fen) AS fen, count(DISTINCT s.order_id) AS meals FROM order_share s
            WHERE s.fen > 0 AND s.order_id IN (SELECT o.id FROM ${sold} AND NOT ${whole}) GROUP BY s.payer`)),
        orders: one(`SELECT count(*) AS n FROM ${sold}`).n,
        portions: one(`SELECT coalesce(sum(l.quantity), 0) AS n FROM order_line l WHERE l.order_id IN (SELECT o.id FROM ${sold})`).n,
        portions_back: portions_back(books, sold),
        in_drawer: books.value(`SELECT coalesce(sum(fen), 0) FROM posting WHERE kind = ${in_cash} AND owner = '${shift.till}'`),
    };
}

// A weighed line comes back when none of it is left; an order that came back whole names no lines.
function portions_back(books, sold) {
    const lines = books.rows(`SELECT l.quantity, l.grams, coalesce((SELECT sum(amount) FROM refund_line b WHERE b.order_id = l.order_id AND b.line = l.line), 0) AS back,
        EXISTS (SELECT 1 FROM refund r WHERE r.order_id = l.order_id AND r.food_fen = 0) AS whole
        FROM order_line l WHERE l.order_id IN (SELECT o.id FROM ${sold} AND EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id))`);
    const each = ({ quantity, grams, back, whole }) => (whole ? quantity : grams > 0 ? Number(back >= grams) : back);
    return lines.reduce((n, line) => n + each(line), 0);
}

// The office's list of shifts: a row of { heading: cell } for each.
export function rows_of_csv(csv) {
    const [heading, ...rows] = csv.replace(/^\ufeff/, "").trim().split(/\r?\n/).map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
    return rows.map((cells) => Object.fromEntries(heading.map((name, i) => [name, cells[i]])));
}
export const fen_of = (yuan) => Math.round(Number(yuan) * 100);
