// The day of deploy/demo --check, a short one: it adds up, and the audit finds whatever is made wrong of it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { before, test } from "node:test";
import { Books } from "../../deploy/lunch/canteen_books.mjs";
import { audited } from "../../deploy/lunch/day_audit.mjs";
import { play_day } from "../../deploy/lunch/day.mjs";
import { slips_of } from "../../deploy/lunch/till_paper.mjs";

const directory = "build/end_to_end/till_day", guests = 60;
const seed = Number(process.env.CANTEEN_SEED ?? Date.now() % 1_000_000);

let day;

before(async () => {
    console.log(`seed ${seed}`);
    day = await play_day(directory, seed, guests);
});

test("a printer runs dry, a core is killed, a till is cut off: slips, list and books are the same to the fen", () => {
    assert.deepEqual(day.audit.wrong, []);
    assert.equal(day.tills.reduce((all, till) => all + till.sales.length, 0), guests);
    assert.deepEqual(day.tills.map((till) => till.deaths), [0, 1, 0]);
    assert.ok(day.tills.every((till) => till.given_back.length === 4 && till.moves.length === 4));
    assert.ok(day.audit.tills.every(({ slip }) => slip.journal), "each slip names a row of the journal");
});

const first = "(SELECT min(id) FROM orders WHERE shift IS NOT NULL AND json_array_length(tenders) > 0)";
const planted_in_books = [
    ["a lost sale", `DELETE FROM orders WHERE id = ${first}`],
    ["a sale that is there twice", `CREATE TEMP TABLE twin AS SELECT * FROM orders WHERE id = ${first};
        UPDATE twin SET id = zeroblob(16), letters = ''; INSERT INTO orders SELECT * FROM twin`],
    ["a tender of a fen more", `UPDATE orders SET tenders = json_set(tenders, '$[0][1]', json_extract(tenders, '$[0][1]') + 1) WHERE id = ${first}`],
    ["a tender of another kind", `UPDATE orders SET tenders = json_set(tenders, '$[0][0]', 3)
        WHERE id = (SELECT min(order_id) FROM order_tender WHERE kind = 1)`],
    ["a payer's share of a yuan more", `UPDATE orders SET shares = json_set(shares, '$[0][3]', 700)
        WHERE id = (SELECT min(order_id) FROM order_share WHERE fen = 600)`],
    ["a portion more", `UPDATE orders SET lines = json_set(lines, '$[0][2]', 7) WHERE id = ${first}`],
    ["a refund that was never made", "DELETE FROM refund_tender WHERE refund_id = (SELECT refund_id FROM refund_tender WHERE fen > 0 LIMIT 1)"],
    ["a lost move of the drawer", "DELETE FROM drawer_move WHERE id = (SELECT min(id) FROM drawer_move WHERE fen > 0)"],
    ["a move that is there twice", "INSERT INTO drawer_move SELECT zeroblob(16), shift, till, kind, fen, reason, time_ms FROM drawer_move WHERE id = (SELECT min(id) FROM drawer_move)"],
    ["a top-up of a fen more", "UPDATE posting SET fen = fen + 1 WHERE kind = 1 AND seq = (SELECT min(seq) FROM journal WHERE command_name = 'TopUp')"],
    ["another count", "UPDATE shift SET counted_fen = counted_fen + 1 WHERE id = (SELECT min(id) FROM shift)"],
    ["another float", "UPDATE shift SET opening_fen = opening_fen + 1 WHERE id = (SELECT min(id) FROM shift)"],
    ["a lost shift", "DELETE FROM shift WHERE id = (SELECT min(id) FROM shift)"],
];
for (const [what, sql] of planted_in_books) {
    test(`the audit finds ${what}`, () => {
        const file = `${directory}/wrong.db`;
        copyFileSync(day.books.database, file);
        assert.equal(spawnSync("sqlite3", [file, `PRAGMA foreign_keys = OFF; ${sql}`], { stdio: "inherit" }).status, 0);
        assert.notDeepEqual(audited({ ...day, books: new Books(file) }).wrong, []);
    });
}

const is_receipt = (strip) => slips_of([strip])[0]?.kind === "receipt";
const planted_on_paper = [
    ["a receipt that came out twice without COPY", (strips) => [...strips, strips.find(is_receipt)]],
    ["a receipt that never came out", (strips) => strips.filter((strip) => strip !== strips.find(is_receipt))],
    ["a slip whose sum is another", (strips) => JSON.parse(JSON.stringify(strips).replace(/(应有 +\d+\.)\d/, "$17"))],
    ["a slip of another journal", (strips) => JSON.parse(JSON.stringify(strips).replace(/(账本 .* )[0-9a-f]{4}"/, '$1zzzz"'))],
    ["a slip that was printed twice", (strips) => [...strips, strips.at(-1)]],
];
for (const [what, made_wrong] of planted_on_paper) {
    test(`the audit finds ${what}`, () => {
        const strips = new Map(day.strips);
        strips.set("C", made_wrong(strips.get("C")));
        assert.notDeepEqual(audited({ ...day, strips }).wrong, []);
    });
}

test("the audit finds a list that says something else", () => {
    assert.notDeepEqual(audited({ ...day, csv: day.csv.replace(/(\d+\.\d)\d/, "$19") }).wrong, []);
});
