// The busiest day of a real canteen, sold again at 24 tills: every gram and every fen must be in the books.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { play_lunch } from "./support/lunch_play.mjs";

let lunch;
before(async () => { lunch = await play_lunch("build/end_to_end/lunch_rush", 0); });
after(() => lunch?.canteen.close());

test("every till sold all it had to sell and nothing waits", () => {
    const { said } = lunch;
    assert.equal(said.code, 0);
    assert.equal(said.words.QUEUED, 3311);
    const { registers, sales, committed, refused, exceptions, waiting } = said.sums;
    assert.deepEqual({ registers, sales, committed, refused, waiting }, { registers: 24, sales: 3311, committed: 3311, refused: 0, waiting: 0 });
    // A till states what it asked before only on a machine whose disk stands still for seconds.
    assert.ok(exceptions === 0 || said.words.STATED > 0);
});

test("checkouts, lines and grams of each dish are the file's", () => {
    const { books, day } = lunch;
    assert.equal(books.value("SELECT count(*) FROM orders"), day.money().checkouts);
    assert.equal(books.value("SELECT count(*) FROM order_line"), day.sales.length);
    const sold = books.rows("SELECT dish, count(*) AS lines, sum(grams) AS grams FROM order_line GROUP BY dish");
    assert.equal(sold.length, day.by_dish().size);
    for (const { dish, lines, grams } of sold) assert.deepEqual({ lines, grams }, pick(day.by_dish().get(dish)));
    assert.equal(books.value("SELECT count(DISTINCT device) FROM orders"), 24);
    assert.equal(books.value("SELECT count(DISTINCT letters || '/' || pickup_count) FROM orders"), day.money().checkouts);
});

const pick = ({ lines, grams }) => ({ lines, grams });

test("the money is the independent sum's, to the fen", () => {
    const { books, day } = lunch;
    const { food, rounding } = day.money();
    const fen = (sql) => BigInt(books.value(sql));
    assert.equal(fen("SELECT sum(fen) FROM order_line"), food);
    assert.equal(fen("SELECT sum(food_fen) FROM orders"), food);
    assert.equal(fen("SELECT sum(fen) FROM order_tender WHERE kind = 1"), food - rounding);
    assert.equal(fen("SELECT sum(rounding_fen) FROM orders"), rounding);
    assert.equal(fen("SELECT sum(fen) FROM balance WHERE kind = 1"), food - rounding);
    assert.equal(fen("SELECT fen FROM balance WHERE kind = 11"), rounding);
    assert.equal(fen("SELECT fen FROM balance WHERE kind = 8"), -food);
    assert.equal(fen("SELECT sum(fen) FROM posting"), 0n);
});

test("no gram is left anywhere, and one gram more is refused", async () => {
    const { books, day, canteen } = lunch;
    const left = `SELECT dish, planned + restocked + found + oversold - sold + returned - wasted - held AS "left", oversold FROM stock`;
    const stock = books.rows(left);
    assert.equal(stock.length, day.by_dish().size);
    for (const row of stock) assert.deepEqual([row.left, row.oversold], [0, 0], `dish ${row.dish}`);
    await assert.rejects(canteen.sell(day.registers[0], "--dish", `${stock[0].dish}:1g`), /sold out/i);
    assert.equal((await canteen.books()).value("SELECT count(*) FROM orders"), day.money().checkouts);
});

test("an outside check of journal, tables and ledger finds nothing", async () => {
    await lunch.canteen.verified_head();
});
