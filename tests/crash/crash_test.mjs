// Kills the server, and now and then the tills, with -9 in the middle of selling, again and again; then counts. Three
// tills sell without a pause, a kitchen listens. When to kill comes from a printed seed:
//   CANTEEN_SEED=1 CANTEEN_CYCLES=500 tests/crash/run
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Books } from "../../deploy/lunch/canteen_books.mjs";
import { cookie_for, KitchenListener } from "../../deploy/lunch/kitchen_listener.mjs";
import { members_born_before } from "../../deploy/lunch/sales.mjs";
import { Canteen } from "../end_to_end/support/canteen.mjs";
import { menu_csv, sales_csv } from "./support/busy_menu.mjs";
import { kitchen_faults, lost_or_doubled, money_faults, stock_faults, till_books, till_faults } from "./support/oracle.mjs";
import { Chance } from "../../deploy/lunch/seeded.mjs";
import { History, TillsProcess } from "./support/tills_process.mjs";

const seed = Number(process.env.CANTEEN_SEED ?? Date.now() % 1_000_000_000);
const cycles = Number(process.env.CANTEEN_CYCLES ?? 30);
const registers = ["1", "2", "3"];
const sales_a_till = 25;
const tills_die_every = 5;
const latest_kill_line = registers.length * sales_a_till;  // each sale makes two lines: it is reached while they sell
const verify_every = 10;
const deploy = new URL("../../deploy/", import.meta.url).pathname;

const chance = new Chance(seed);
const history = new History();
const heads = [];
const kills = { server: 0, tills: 0 };
let canteen, members, kitchen, books, tills;

// Sells while the server is killed and started again once, and the tills are killed if they are to be.
async function cycle(number, tills_die) {
    const file = canteen.file("sales.csv", sales_csv(chance, registers, sales_a_till, members, number));
    const server_dies_at = 1 + chance.below(latest_kill_line);
    const tills_die_at = tills_die ? 1 + chance.below(latest_kill_line) : Infinity;
    const some_ms = chance.below(12);  // otherwise it would always be killed right after a commit
    let restarted;
    const selling = new TillsProcess(file, canteen.till(""), history, (line) => {
        if (line === tills_die_at) selling.kill_9();
        if (line === server_dies_at) restarted = kill_and_restart(some_ms);
    });
    const [code, signal] = await selling.ended;
    restarted ??= kill_and_restart(0);  // the tills died first
    await restarted;
    if (signal) kills.tills += 1;
    else assert.equal(code, 0, `the tills of cycle ${number} ended with ${code}`);
}

async function kill_and_restart(after_ms) {
    await new Promise((done) => setTimeout(done, after_ms));
    await canteen.server.kill_9();
    kills.server += 1;
    await canteen.serve();
}

// Makes a last sale at each till, and brings everything that waits to the server.
async function drain() {
    const file = canteen.file("sales.csv", sales_csv(chance, registers, 1, members, "last"));
    const [code] = await new TillsProcess(file, canteen.till(""), history, () => {}).ended;
    assert.equal(code, 0);
}

// Waits until the kitchen has heard of every ticket that stands open or ready.
async function kitchen_catches_up() {
    const open = books.rows("SELECT hex(order_id) AS id FROM ticket WHERE state <= 2").map((row) => Buffer.from(row.id, "hex").toString("base64"));
    const waits = (resolve) => {
        const look = () => open.every((id) => kitchen.tickets.has(id)) && resolve();
        const on_feed = kitchen.on_feed.bind(kitchen);
        kitchen.on_feed = (feed) => { on_feed(feed); look(); };
        look();
    };
    let too_late;
    await Promise.race([new Promise(waits), new Promise((done) => (too_late = setTimeout(done, 20_000)))]);
    clearTimeout(too_late);
}

before(async () => {
    console.log(`seed ${seed}`);
    canteen = await Canteen.make("build/crash/kills", {
        begins: "11:00:00", menu_csv: menu_csv(),
        imports: { calendar: `${deploy}demo-canteen/calendar.csv`, members: `${deploy}demo-canteen/members.csv`, scheme: `${deploy}schemes/cd-qionglai-2025.json` },
    });
    members = members_born_before(readFileSync(`${deploy}demo-canteen/members.csv`, "utf8"), 1966);
    for (const register of registers) await canteen.add_till(register, "ABC"[register - 1]);
    kitchen = new KitchenListener(canteen.port, await cookie_for(canteen.port, await canteen.ask("enrol", "kitchen", "--name", "kitchen")));
});

after(async () => {
    kitchen?.close();
    await canteen?.close();
    const count = (word) => history.orders_with(word).length;
    console.log(`seed ${seed}: server killed ${kills.server} times, tills ${kills.tills} times; ${history.words.size} orders, `
        + `${count("COMMITTED")} committed, ${count("STATED")} stated, ${count("REFUSED")} refused, ${count("CANCELLED")} cancelled`);
});

test(`${cycles} kills in the middle of selling, each followed by a start`, async () => {
    for (let number = 1; number <= cycles; number += 1) {
        await cycle(number, number % tills_die_every === 0);
        if (number % verify_every === 0) heads.push(await canteen.verified_head());
    }
    await drain();
    books = await canteen.books();
    tills = registers.map((register) => till_books(canteen.till(register)));
    await kitchen_catches_up();
    assert.equal(kills.server, cycles);
    assert.ok(history.orders_with("COMMITTED").length > cycles);
});

test("I1: every sale is in the books exactly once, and nothing else is", () => assert.deepEqual(lost_or_doubled(books, history, tills), []));
test("I2: stock is what was cooked less what stands on the orders", () => assert.deepEqual(stock_faults(books), []));
test("I3: the ledger is zero and the money is the orders'", () => assert.deepEqual(money_faults(books), []));
test("I5: the kitchen got every ticket, and none twice", () => assert.deepEqual(kitchen_faults(books, kitchen), []));
test("I6: tills and server think the same of every order", () => assert.deepEqual(till_faults(books, tills), []));

test("I7: the journal holds every head that was noted on the way", async () => {
    assert.ok(heads.length > 0 || cycles < verify_every);
    for (const head of heads) await canteen.verified_head("--anchor", head);
    const [seq, hash] = (heads[0] ?? await canteen.verified_head()).split(":");
    const other = `${seq}:${hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0"))}`;
    await assert.rejects(canteen.verified_head("--anchor", other), /NOT CLEAN/);
});

// Shows that the checks above can fail: gives each one books in which one thing was made wrong.
const planted = [
    ["a lost order", "DELETE FROM orders WHERE id = (SELECT min(id) FROM orders)", (wrong) => lost_or_doubled(wrong, history, tills)],
    ["an order no till sold", "UPDATE orders SET id = zeroblob(16) WHERE id = (SELECT min(id) FROM orders)", (wrong) => lost_or_doubled(wrong, history, tills)],
    ["a portion counted twice", "UPDATE stock SET sold = sold + 1 WHERE dish = 201", stock_faults],
    ["a fen that went astray", "UPDATE posting SET fen = fen + 1 WHERE (seq, place, line) = (SELECT seq, place, line FROM posting LIMIT 1)", money_faults],
    ["cash booked twice", "INSERT INTO posting SELECT seq, (SELECT max(place) + 1 FROM posting), line, order_id, kind, owner, fen FROM posting WHERE (seq, place) = (SELECT seq, place FROM posting WHERE kind = 1 LIMIT 1)", money_faults],
    ["a ticket the kitchen never saw", "UPDATE orders SET ticket_state = 1, ticket_seen = 0 WHERE id = (SELECT min(id) FROM orders WHERE ticket_state IS NULL)", (wrong) => kitchen_faults(wrong, kitchen)],
    ["an order only the till thinks sold", "UPDATE orders SET state = 5 WHERE id = (SELECT min(id) FROM orders WHERE state <> 5)", (wrong) => till_faults(wrong, tills)],
];
for (const [what, sql, check] of planted) {
    test(`the check finds ${what}`, () => {
        const file = `${canteen.directory}/wrong.db`;
        copyFileSync(books.database, file);
        assert.equal(spawnSync("sqlite3", [file, `PRAGMA foreign_keys = OFF; ${sql}`], { stdio: "inherit" }).status, 0);
        assert.notDeepEqual(check(new Books(file)), []);
    });
}
