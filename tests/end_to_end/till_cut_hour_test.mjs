// A till that is cut off for an hour of the lunch: 200 sales from its own disk, its core killed among them, and the way
// back, which is cut once more. What was answered stands in the books, in the till's order; what the server had to
// decide otherwise is told.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Books } from "../../deploy/lunch/canteen_books.mjs";
import { CuttingProxy } from "../../deploy/lunch/cutting_proxy.mjs";
import { line_live, PageCashier } from "../../deploy/lunch/page_cashier.mjs";
import { members_born_before } from "../../deploy/lunch/sales.mjs";
import { TillsCore } from "../../deploy/lunch/tills_core.mjs";
import { lunch_imports } from "./support/counter.mjs";
import { Canteen } from "./support/canteen.mjs";

const hour_ms = 3_600_000, cut_off_sales = 200, from_accounts = 60, thousand = 100_000;
const a_part_bytes = 20_000;  // more than may be under way unanswered, less than all of it
const [cash, wechat, stored_value] = [1, 2, 4];
const [rice, bun, set_meal, noodles] = [601, 603, 901, 802];
const [eats_twice, spends_twice] = ["1001", "1002"], saver = somebody_young();
const savers = ["1004", "1005", "1006", "1007", "1008"];
const cancelled = 5;

// Nobody bears a part of what they eat.
function somebody_young() {
    const members = readFileSync(lunch_imports.members, "utf8"), seniors = new Set(members_born_before(members, 1970));
    return members.trim().split("\n").slice(1).map((row) => row.split(",")[0]).find((number) => !seniors.has(number));
}

let canteen, proxy, core, front, other, books, left_at;
const answered = () => front.sales.filter(Boolean);
const till_file = () => new Books(`${canteen.till("front")}/till.db`);

before(async () => {
    canteen = await Canteen.make("build/end_to_end/till_cut_hour", { begins: "11:10:00", imports: lunch_imports });
    proxy = new CuttingProxy(canteen.port);
    await canteen.add_till("front", "A", await proxy.listen());
    await canteen.add_till("other", "B");
    for (const member of [spends_twice, saver]) await canteen.ask("topup", member, "100");
    core = await TillsCore.start(new Map([["A", canteen.till("front")], ["B", canteen.till("other")]]));
    front = new PageCashier("A", core);
    other = new PageCashier("B", core);
    for (const till of [front, other]) await till.connect().then(() => till.live());
});
after(async () => {
    await core?.stop();
    proxy?.close();
    await canteen?.close();
});

const sell = (till, sale) => till.sell({ guest: till.sales.length, ...sale });

// The core comes back while the server does not.
async function kill_the_core_in_mid_sale() {
    await front.fill(undefined, [{ dish: rice }]);
    front.page.ask("payBasket", front.payment([], 500));
    await core.kill_9();
    for (const till of [front, other]) await till.connect();
    const { page } = front;
    if (page.basket.rows.length > 0) await front.act("payBasket", front.payment([], 500));
    await front.until(() => page.sale?.stage === 2);
    front.note_sale(front.sales.length);
}

test("sells while it is there, and what it knows is on its disk", async () => {
    for (let n = 0; n < 3; n += 1) await sell(front, { dishes: [{ dish: rice }] });
    while (till_file().value("SELECT count(*) FROM kept WHERE name LIKE 'sealed.feed.%'") < 4) await sell(front, { dishes: [{ dish: rice }] });
    await front.sent();
    left_at = front.sales.length;
});

test("cut off, it sells to 200 guests within its bounds, and goes on when its core is killed", async () => {
    const cut = proxy.cut_mid_frame();
    await sell(front, { dishes: [{ dish: noodles }], parts: [{ kind: wechat, reference: "4200007" }] });
    await cut;
    await sell(front, { member: eats_twice, dishes: [{ dish: set_meal }] });
    await sell(front, { member: spends_twice, dishes: Array(8).fill({ dish: noodles }), parts: [{ kind: stored_value }] });
    for (let n = 0; n < from_accounts - 1; n += 1) await sell(front, { member: saver, dishes: [{ dish: rice }], parts: [{ kind: stored_value }] });
    await front.fill(saver, [{ dish: rice }]);
    assert.equal(await front.refusal_of("payBasket", front.payment([{ kind: stored_value }], 0)), "offline_limit");
    for (let n = 0; n < 3; n += 1) {
        await sell(front, { member: String(1020 + n), dishes: [{ dish: set_meal }], given: 5000 });
        await front.give_back({ of: front.sales.length - 1 });
    }
    await kill_the_core_in_mid_sale();
    while (front.sales.length < left_at + cut_off_sales)
        await sell(front, { dishes: [{ dish: rice }, { dish: bun }], parts: front.sales.length % 2 ? [] : [{ kind: wechat, reference: "42" }] });
    assert.notEqual(front.page.parts.status.line, line_live);
    assert.ok(front.page.parts.status.queued >= cut_off_sales, `${front.page.parts.status.queued} wait`);
});

test("tops cards up to its bound, and not beyond", async () => {
    await front.open_desk(savers[0]);
    assert.equal(await front.refusal_of("topUp", { fen: BigInt(thousand + 1), kind: cash }), "top_up_limit");
    await front.act("closeDesk");
    await front.act("dropGuest");
    for (const member of savers) await front.top_up({ member, fen: thousand, kind: cash });
    await front.open_desk(savers[0]);
    assert.equal(await front.refusal_of("topUp", { fen: 1n, kind: cash }), "top_up_limit");
    await front.act("closeDesk");
    await front.act("dropGuest");
});

test("an hour later its entries come back in order, though the way back is cut once more", async () => {
    await other.live();
    await sell(other, { member: eats_twice, dishes: [{ dish: set_meal }] });
    await sell(other, { member: spends_twice, dishes: Array(8).fill({ dish: noodles }), parts: [{ kind: stored_value }] });
    await other.sent();
    await canteen.server.kill_9();
    canteen.server.clock_start_ms += hour_ms;
    await canteen.serve();
    const waited = front.page.parts.status.queued;
    const cut = proxy.cut_mid_frame(a_part_bytes);
    proxy.mend();
    await cut;
    await front.until(() => front.page.parts.status.line !== line_live && front.page.parts.status.queued < waited);
    assert.ok(front.page.parts.status.queued > 0, "all of it was there before the second cut");
    assert.equal(proxy.cuts, 2);
    proxy.mend();
    await front.sent();
    books = await canteen.books();
    const seqs = books.rows(`SELECT device_seq FROM journal WHERE device = (SELECT id FROM device WHERE letters = 'A') AND device_seq > 0
        ORDER BY seq`).map((row) => row.device_seq);
    assert.deepEqual(seqs, [...seqs].sort((a, b) => a - b));
    assert.equal(new Set(seqs).size, seqs.length);
});

test("the books hold what was answered, once, on the hour in which it was sold", async () => {
    const found = new Map(books.rows(`SELECT lower(hex(o.id)) AS id, o.state, o.placed_ms,
        (SELECT group_concat(kind || ':' || fen) FROM order_tender t WHERE t.order_id = o.id) AS tenders FROM orders o JOIN device d ON d.id = o.device WHERE d.letters = 'A'`).map((row) => [row.id, row]));
    assert.equal(found.size, answered().length);
    const back = new Set(front.given_back.map((one) => one.order));
    assert.equal(back.size, 3);
    for (const { order, tenders } of answered()) {
        const row = found.get(order);
        assert.equal(row?.tenders, tenders.map(({ kind, fen }) => `${kind}:${fen}`).join());
        assert.equal(row.state === cancelled, back.has(order));
        assert.ok(row.placed_ms < canteen.server.clock_start_ms, "sold before the server's hour passed");
    }
    assert.equal(books.value("SELECT count(*) FROM orders WHERE ticket_state IS NOT NULL AND letters = 'A'"), 0, "eaten long ago: nobody cooks it");
    const topped_up = books.rows(`SELECT p.fen FROM posting p JOIN journal j ON j.seq = p.seq JOIN device d ON d.id = j.device
        WHERE j.command_name = 'TopUp' AND d.letters = 'A' AND p.kind = ${cash}`);
    assert.deepEqual(topped_up.map((row) => row.fen), savers.map(() => thousand));
    assert.equal(books.value("SELECT sum(fen) FROM posting"), 0);
    await canteen.verified_head();
});

test("what was decided otherwise is told at the till and listed in the office", async () => {
    const told = front.page.parts.notices.notices.flatMap((notice) => notice.why.map((why) => why.name));
    assert.deepEqual([...new Set(told)].sort(), ["account_short", "right_already_used"]);
    assert.match(await canteen.ask("office", "short", "list"), /萧光荣/);
    const [second] = books.rows(`SELECT s.fen FROM order_share s JOIN orders o ON o.id = s.order_id WHERE o.id = X'${other.sales[0].order}'`);
    assert.equal(second.fen, 600, "who was committed first keeps the right");
});
