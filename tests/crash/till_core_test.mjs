// Kills the core behind a till's page with -9 while somebody fills baskets, parks them, is paid, moves money and counts the
// drawer, again and again. After each start the page shows what it showed; in the end everything that was answered is
// in the books once and on paper once. What is done and when to kill come from a printed seed:
//   CANTEEN_SEED=1 CANTEEN_CYCLES=50 tests/crash/run tests/crash/till_core_test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { start as start_printer } from "../../deploy/lunch/fake_printer.mjs";
import { members_born_before } from "../../deploy/lunch/sales.mjs";
import { Chance } from "../../deploy/lunch/seeded.mjs";
import { printed, slips_of } from "../../deploy/lunch/till_paper.mjs";
import { TillPage } from "../../deploy/lunch/till_page.mjs";
import { TillsCore } from "../../deploy/lunch/tills_core.mjs";
import { Canteen } from "../end_to_end/support/canteen.mjs";
import { menu_csv } from "./support/busy_menu.mjs";
import { Clerk } from "./support/clerk.mjs";
import { money_faults, till_books, till_faults } from "./support/oracle.mjs";

const seed = Number(process.env.CANTEEN_SEED ?? Date.now() % 1_000_000_000);
const cycles = Number(process.env.CANTEEN_CYCLES ?? 50);
const most_actions = 14, latest_kill_ms = 8;
const pin = "402917";
const deploy = new URL("../../deploy/", import.meta.url).pathname;

const chance = new Chance(seed), strips = [];
let canteen, core, printer, clerk, page, books;

before(async () => {
    console.log(`seed ${seed}`);
    canteen = await Canteen.make("build/crash/till_core", {
        begins: "11:00:00", menu_csv: menu_csv(),
        imports: { calendar: `${deploy}demo-canteen/calendar.csv`, members: `${deploy}demo-canteen/members.csv`, scheme: `${deploy}schemes/cd-qionglai-2025.json` },
    });
    await canteen.ask("office", "staff", "add", "李慧", "role=cashier");
    await canteen.ask("office", "staff", "pin", "李慧", `pin=${pin}`);
    await canteen.add_till("front", "A");
    printer = await start_printer();
    printer.on_strip = (strip) => strips.push(strip);
    core = await TillsCore.start(new Map([["A", canteen.till("front")]]), ["--printer", `127.0.0.1:${printer.port}`]);
    clerk = new Clerk(chance, members_born_before(readFileSync(`${deploy}demo-canteen/members.csv`, "utf8"), 1966), pin);
    await begin();
    await page.act("setSwitches", { paperAlways: true });
});

after(async () => {
    await core?.stop();
    await printer?.close();
    await canteen?.close();
    console.log(`seed ${seed}: ${cycles} kills, ${clerk.actions} actions answered, ${clerk.sold.size} sales, ${clerk.shifts.closed} shifts closed, ${strips.length} strips`);
});

async function begin() {
    page = await TillPage.open(core.service.origin, core.cookie_of("A"));
    await clerk.stand_at(page);
}

// Works until the core dies: some milliseconds after one of the next actions was asked for.
async function work_until_it_dies() {
    let left = chance.below(most_actions);
    const some_ms = chance.below(latest_kill_ms);
    clerk.on_act = () => { if (left-- === 0) setTimeout(() => core.kill_9(), some_ms); };
    const died = page.closed.then(() => "died");
    while ((await Promise.race([clerk.do_something().then(() => "done"), died])) !== "died");
    await core.back;
}

test(`${cycles} kills, after each of which the page shows what it showed`, async () => {
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
        await work_until_it_dies();
        await begin();
        assert.deepEqual(clerk.faults_after_start(), [], `after kill ${cycle}`);
        clerk.flying = undefined;
    }
    clerk.on_act = undefined;
    await page.until(() => page.parts.status.queued === 0);
    await printed(page, canteen.till("front"));
    books = await canteen.books();
});

test("every sale that was answered is in the books once, and no other", () => {
    const found = books.rows("SELECT lower(hex(id)) AS id FROM orders").map((row) => row.id);
    assert.deepEqual(found.sort(), [...clerk.sold.keys()].sort());
    assert.deepEqual(money_faults(books).filter((fault) => !fault.startsWith("cash:")), []);
    assert.deepEqual(till_faults(books, [till_books(canteen.till("front"))]), []);
});

test("every drawer move and shift that was answered is in the books once", () => {
    const reasons = books.rows("SELECT reason FROM drawer_move").map((row) => row.reason);
    assert.equal(new Set(reasons).size, reasons.length);
    for (const reason of clerk.moved) assert.ok(reasons.includes(reason), `${reason} is lost`);
    for (const reason of reasons) assert.ok(clerk.moved.has(reason) || clerk.under_way.has(reason), `${reason} was never asked for`);
    const { opened, closed, in_doubt } = clerk.shifts;
    const [there] = books.rows("SELECT count(*) AS opened, coalesce(sum(closed_ms IS NOT NULL), 0) AS closed FROM shift");
    assert.ok(there.opened >= opened && there.opened <= opened + in_doubt, `${there.opened} shifts of ${opened}`);
    assert.ok(there.closed >= closed && there.closed <= closed + in_doubt, `${there.closed} closed of ${closed}`);
    assert.equal(books.value("SELECT count(*) FROM exception"), 0);
});

test("every sale has its receipt, and none twice without COPY", () => {
    const receipts = slips_of(strips).filter((slip) => slip.kind === "receipt" && !slip.is_torn);
    for (const pickup of clerk.sold.values()) {
        const own = receipts.filter((slip) => slip.pickup === pickup);
        assert.ok(own.length > 0, `${pickup} has no receipt`);
        assert.ok(own.filter((slip) => !slip.is_copy).length <= 1, `${pickup} was printed twice`);
    }
});
