// Checks what must hold whatever was killed when. sqlite3 reads a copy of the server's database and the tills' own
// files; every function returns what is wrong, in words.
import { Books } from "../../../deploy/lunch/canteen_books.mjs";

const cancelled = 5;
const till_states = { asked: 1, sold: 2, refused: 3, cancelled: 4 };

const orders_in = (books) => new Map(books.rows("SELECT lower(hex(id)) AS id, state FROM orders").map((row) => [row.id, row.state]));
const all = (rows, words) => rows.map((row) => words(row));

// I1: sales that were confirmed are there once, refused ones are not, and nothing is there that no till sold.
export function lost_or_doubled(books, history, tills) {
    const found = orders_in(books);
    const known = new Map(tills.flatMap((till) => till.rows("SELECT lower(hex(order_id)) AS id, state FROM orders").map((row) => [row.id, row.state])));
    const wrong = [];
    for (const [id, words] of history.words) {
        if (!known.has(id)) wrong.push(`order ${id} was ${[...words]} and is not on its till's disk`);
        const is_refused = words.has("REFUSED") || (known.get(id) === till_states.refused && !words.has("COMMITTED") && !words.has("STATED"));
        if (is_refused === found.has(id)) wrong.push(`order ${id} was ${[...words]} and ${is_refused ? "is in the books" : "is lost"}`);
        if (words.has("CANCELLED") && found.get(id) !== cancelled) wrong.push(`order ${id} was cancelled and stands as ${found.get(id)}`);
    }
    for (const id of found.keys()) if (!known.has(id)) wrong.push(`order ${id} is in the books and no till sold it`);
    const twice = books.rows("SELECT letters || pickup_count AS number FROM orders GROUP BY date, letters, pickup_count HAVING count(*) > 1");
    return [...wrong, ...all(twice, (row) => `pickup number ${row.number} stands twice`)];
}

// I2: of every dish as much went as the orders say, and never more than there was.
export function stock_faults(books) {
    const on_orders = `SELECT l.dish, sum(CASE WHEN l.grams > 0 THEN l.grams ELSE l.quantity END) AS amount
        FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.state <> ${cancelled} GROUP BY l.dish`;
    const own = all(books.rows(`SELECT s.dish, s.sold - s.returned AS moved, coalesce(t.amount, 0) AS amount FROM stock s
        LEFT JOIN (${on_orders}) t ON t.dish = s.dish WHERE s.dish > 200 AND s.sold - s.returned <> coalesce(t.amount, 0)`),
    (row) => `dish ${row.dish}: ${row.moved} moved, ${row.amount} on orders`);
    // A set meal takes one of 101 and 102 and one of 104: together they must come out.
    const shared = (dishes, sets) => books.value(`SELECT (SELECT sum(sold - returned) FROM stock WHERE dish IN (${dishes}))
        - (SELECT coalesce(sum(l.quantity), 0) FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.state <> ${cancelled} AND l.dish IN (${dishes}, ${sets}))`);
    const together = [["101, 102", 401], ["104", 401], ["103", 0]].filter(([dishes, sets]) => shared(dishes, sets) !== 0)
        .map(([dishes]) => `dishes ${dishes}: stock and orders differ`);
    const bounds = all(books.rows(`SELECT dish FROM stock
        WHERE planned + restocked + found + oversold - sold + returned - wasted - held < 0 OR held <> 0`), (row) => `dish ${row.dish} is below zero or held`);
    return [...own, ...together, ...bounds];
}

// I3: every transaction and the whole ledger sum to zero; the money taken is what the orders say, once.
export function money_faults(books) {
    const wrong = all(books.rows("SELECT seq, place FROM posting GROUP BY seq, place HAVING sum(fen) <> 0"), (row) => `transaction ${row.seq}/${row.place} is not zero`);
    const must_equal = (what, left, right) => {
        const [a, b] = [left, right].map((sql) => books.value(`SELECT coalesce((${sql}), 0)`));
        if (a !== b) wrong.push(`${what}: ${a} and ${b} fen`);
    };
    const live = `JOIN orders o ON o.id = order_id WHERE o.state <> ${cancelled}`;
    const account = (kinds) => `SELECT sum(fen) FROM posting WHERE kind IN (${kinds})`;
    must_equal("the whole ledger", "SELECT sum(fen) FROM posting", "SELECT 0");
    must_equal("cash", account("1"), `SELECT sum(fen) FROM order_tender t ${live} AND t.kind = 1`);
    must_equal("other tenders", account("2"), `SELECT sum(fen) FROM order_tender t ${live} AND t.kind IN (2, 3)`);
    must_equal("payers", account("7"), `SELECT sum(fen) FROM order_share s ${live}`);
    must_equal("sales", `SELECT -sum(fen) FROM posting WHERE kind = 8`, `SELECT sum(l.fen) FROM order_line l ${live}`);
    must_equal("balances", "SELECT sum(abs(b.fen - coalesce((SELECT sum(p.fen) FROM posting p WHERE p.kind = b.kind AND p.owner = b.owner), 0))) FROM balance b", "SELECT 0");
    return [...wrong, ...all(books.rows("SELECT 1 FROM right_use WHERE kind = 2 GROUP BY member, period, scheme HAVING count(*) > 1"), () => "a right of one a day was used twice")];
}

// I5: every ticket reached the kitchen, none newly appeared twice, and no ticket there is not in the books.
export function kitchen_faults(books, kitchen) {
    const tickets = new Map(books.rows("SELECT hex(t.order_id) AS id, o.state FROM ticket t JOIN orders o ON o.id = t.order_id")
        .map((row) => [Buffer.from(row.id, "hex").toString("base64"), row.state]));
    const wrong = [];
    for (const [id, state] of tickets) {
        const times = kitchen.seen.get(id) ?? 0;
        // The order was taken back while the kitchen was away: it need not hear of it any more.
        if (times !== 1 && !(times === 0 && state === cancelled)) wrong.push(`ticket ${id} reached the kitchen ${times} times`);
    }
    for (const id of kitchen.seen.keys()) if (!tickets.has(id)) wrong.push(`the kitchen has ticket ${id} and the books have not`);
    return wrong;
}

// I6: once everything is answered, a till's orders are as the server has them.
export function till_faults(books, tills) {
    const found = orders_in(books);
    const wrong = [];
    for (const till of tills) {
        for (const { id, state } of till.rows("SELECT lower(hex(order_id)) AS id, state FROM orders")) {
            const there = !found.has(id) ? till_states.refused : found.get(id) === cancelled ? till_states.cancelled : till_states.sold;
            if (state !== there) wrong.push(`order ${id} is ${state} on its till and ${there} by the books`);
        }
        const waiting = till.value("SELECT count(*) FROM entries WHERE state = 1");
        if (waiting !== 0) wrong.push(`${waiting} entries of ${till.database} wait`);
    }
    return wrong;
}

export const till_books = (directory) => new Books(`${directory}/till.db`);
