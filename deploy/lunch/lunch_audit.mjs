// What must hold after the lunch, from the tills' own words, the kitchen's feed and the database.

const yuan = (fen) => (Number(fen) / 100).toFixed(2);

// Per order id: the words the tills printed about it.
function words_by_order(lines) {
    const words = new Map();
    for (const line of lines) {
        const [word, , , , id] = line.trim().split(/\s+/).length >= 5 ? line.trim().split(/\s+/) : [];
        if (!id) continue;
        if (!words.has(id)) words.set(id, new Set());
        words.get(id).add(word);
    }
    return words;
}

const stock_sql = `SELECT date, slot, dish, planned, restocked, found, oversold, sold, returned, wasted, held,
    planned + restocked + found + oversold - sold + returned - wasted - held AS "left" FROM stock`;

export function findings({ books, kitchen, played, verdict, faults, server, orders }) {
    const wrong = [];
    const must = (holds, text) => holds || wrong.push(text);
    must(played.code === 0, `the tills ended with ${played.code}`);
    must(faults.length === 2 && server.starts === 2, `not every fault happened: ${faults}`);
    check_orders(must, books, words_by_order(played.lines), orders);
    check_sums(must, books);
    check_kitchen(must, books, kitchen);
    must(verdict.startsWith("clean"), `verify: ${verdict}`);
    return wrong;
}

function check_orders(must, books, words, orders) {
    const in_books = new Map(books.rows("SELECT lower(hex(id)) AS id, state FROM orders").map((row) => [row.id, row.state]));
    let asked = 0;
    for (const [id, said] of words) {
        if (said.has("QUEUED")) asked += 1;
        const sold = (said.has("COMMITTED") || said.has("STATED") || said.has("CANCELLED")) && !said.has("REFUSED");
        must(!sold || in_books.has(id), `order ${id} was acknowledged and is not in the books`);
        must(sold || !in_books.has(id), `order ${id} was refused and is in the books`);
        must(!said.has("QUEUED") || said.has("COMMITTED") || said.has("REFUSED"), `order ${id} was never answered`);
    }
    for (const id of in_books.keys()) must(words.has(id), `order ${id} is in the books and no till knows it`);
    must(asked >= orders - 5, `only ${asked} orders were rung up`);
    const cancelled = [...words].filter(([, said]) => said.has("CANCELLED"));
    must(cancelled.length > 0, "no order was cancelled");
    for (const [id] of cancelled) must(in_books.get(id) === 5, `order ${id} was cancelled and stands as ${in_books.get(id)}`);
    must([...words.values()].some((said) => said.has("REFUSED")), "no dish ran out");
    must(books.value("SELECT count(*) FROM (SELECT letters, pickup_count FROM orders WHERE letters <> '' GROUP BY date, letters, pickup_count HAVING count(*) > 1)") === 0, "a pickup number stands twice");
}

function check_sums(must, books) {
    for (const row of books.rows(stock_sql)) must(row.left >= 0 && row.held === 0, `dish ${row.dish}: ${row.left} left, ${row.held} held`);
    for (const row of books.rows(`SELECT s.dish, s.sold - s.returned AS moved, coalesce(sum(CASE WHEN l.grams > 0 THEN l.grams ELSE l.quantity END), 0) AS lines
        FROM stock s LEFT JOIN orders o ON o.date = s.date AND o.slot = s.slot AND o.state <> 5 LEFT JOIN order_line l ON l.order_id = o.id AND l.dish = s.dish
        WHERE s.dish BETWEEN 700 AND 899 AND s.slot = 2 AND s.date = (SELECT max(date) FROM orders) GROUP BY s.dish`))
        must(row.moved === row.lines, `dish ${row.dish}: ${row.moved} moved, ${row.lines} on orders`);
    must(books.value("SELECT coalesce(sum(fen), 0) FROM posting") === 0, "the ledger is not zero");
    must(books.rows("SELECT seq FROM posting GROUP BY seq, place HAVING sum(fen) <> 0").length === 0, "a transaction is not zero");
    must(books.value("SELECT count(*) FROM right_use") > 0, "no right was used");
    must(books.value("SELECT count(*) FROM (SELECT 1 FROM right_use WHERE kind = 2 GROUP BY member, period, scheme HAVING count(*) > 1)") === 0, "a right of one a day was used twice");
}

function check_kitchen(must, books, kitchen) {
    const tickets = books.rows("SELECT hex(order_id) AS id FROM ticket").map((row) => Buffer.from(row.id, "hex").toString("base64"));
    must(tickets.length > 0, "the kitchen had nothing to do");
    for (const id of tickets) must(kitchen.seen.get(id) === 1, `ticket ${id} reached the kitchen ${kitchen.seen.get(id) ?? 0} times`);
    must(kitchen.seen.size === tickets.length, `the kitchen saw ${kitchen.seen.size} tickets of ${tickets.length}`);
    must(kitchen.connections >= 2, "the kitchen never had to come back");
}

export function table({ books, kitchen, played, verdict, faults, proxy, server, seconds }) {
    const lines = [];
    const row = (name, text) => lines.push(`${name.padEnd(26)} ${text}`);
    const one = (sql) => books.value(sql) ?? 0;
    const each = (sql) => books.rows(sql).map((r) => Object.values(r).join(" ")).join(" · ") || "none";
    const states = { 1: "held", 2: "placed", 3: "ready", 4: "handed over", 5: "cancelled", 6: "expired" };
    row("orders", `${one("SELECT count(*) FROM orders")} (${books.rows("SELECT state, count(*) AS n FROM orders GROUP BY state").map((r) => `${r.n} ${states[r.state]}`).join(", ")})`);
    row("of members", one("SELECT count(*) FROM orders WHERE member IS NOT NULL"));
    row("refused by reason", Object.entries(count_by(played.lines.filter((l) => l.startsWith("REFUSED")).map((l) => l.trim().split(/\s+/)[5] ?? "?"))).map(([k, n]) => `${n} ${k}`).join(" · ") || "none");
    row("lines", one("SELECT count(*) FROM order_line"));
    const stock = books.rows(`SELECT sum(planned) AS planned, sum("left") AS "left", sum(sold) AS sold, sum(returned) AS returned, sum(oversold) AS oversold, sum(wasted) AS wasted
        FROM (${stock_sql}) WHERE slot = 2 AND date = (SELECT max(date) FROM orders) AND dish NOT BETWEEN 701 AND 799`)[0];
    row("portions before, after", `${stock.planned} -> ${stock.left} (sold ${stock.sold}, returned ${stock.returned}, wasted ${stock.wasted}, oversold ${stock.oversold})`);
    row("money by tender", money(books, "SELECT CASE kind WHEN 1 THEN 'cash' WHEN 2 THEN 'wechat' WHEN 3 THEN 'alipay' ELSE 'stored value' END AS name, sum(fen) AS fen FROM order_tender GROUP BY kind"));
    row("money by payer", money(books, "SELECT scheme || '/' || payer AS name, sum(fen) AS fen FROM order_share GROUP BY 1"));
    row("rounded, conceded", money(books, "SELECT CASE kind WHEN 11 THEN 'rounding' ELSE 'concession' END AS name, sum(fen) AS fen FROM posting WHERE kind IN (10, 11) GROUP BY kind"));
    row("ledger", yuan(one("SELECT coalesce(sum(fen), 0) FROM posting")));
    row("rights used, disputed", `${one("SELECT count(*) FROM right_use WHERE kind = 2")}, ${one("SELECT count(*) FROM right_dispute")}`);
    row("exceptions", each("SELECT count(*) AS n, code FROM exception GROUP BY code"));
    row("tickets, seen by kitchen", `${one("SELECT count(*) FROM ticket")}, ${kitchen.seen.size}`);
    row("kitchen came back", `${kitchen.connections - 1} times, resumed ${kitchen.gaps} times`);
    row("faults", `${faults.join("; ")} (${proxy.cuts} cut, ${server.starts} starts)`);
    row("verify", verdict);
    row("seconds", seconds);
    return lines.join("\n");
}

function money(books, sql) {
    return books.rows(sql).map((r) => `${r.name} ${yuan(r.fen)}`).join(" · ") || "none";
}

function count_by(names) {
    const counts = {};
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
}
