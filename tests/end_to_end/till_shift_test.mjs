// A till's shift, whole: people log in by PIN, sell, move money, give back, count the drawer, and the slips on paper and
// the office's books say the same sums.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TillService } from "../../deploy/lunch/programs.mjs";
import { start as start_printer } from "../../deploy/lunch/fake_printer.mjs";
import { Canteen } from "./support/canteen.mjs";
import { TillPage, paired_cookie } from "../../deploy/lunch/till_page.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const scheme = new URL("../../deploy/schemes/cd-qionglai-2025.json", import.meta.url).pathname;
const set_meal = 901, rice = 601;
const [stored_value, wechat] = [4, 2];
const guest_asked = 1, sold = 2, paper_printed = 3;
const [cashier_pin, supervisor_pin] = ["402917", "730264"];

let canteen, service, page, printer, cookie;
const office = (...words) => canteen.ask("office", ...words);
const person = (name) => page.parts.shift.staff.find((one) => one.name === name).staffId;
const must = async (kind, value = {}) => {
    const answer = await page.act(kind, value);
    assert.equal(answer.refused, undefined, `${kind}: ${answer.refused?.name}`);
    return answer;
};
const refused = async (name, kind, value = {}) => assert.equal((await page.act(kind, value)).refused?.name, name);

async function sell(dishes, { member, parts = [], given = 0n } = {}) {
    if (page.sale?.stage) await must("nextGuest");
    if (member) await must("typeField", { text: member });
    for (const dish of dishes) await must("addDish", { dish });
    const answer = await page.pay(parts, given);
    assert.equal(answer.refused, undefined, answer.refused?.name);
    await page.until(() => page.sale.stage === sold && page.sale.committed);
    return page.sale;
}

before(async () => {
    const imports = Object.fromEntries(["calendar", "menu", "members"].map((kind) => [kind, `${demo}${kind}.csv`]));
    canteen = await Canteen.make("build/end_to_end/till_shift", { imports: { ...imports, scheme } });
    await office("staff", "add", "李慧", "role=cashier");
    await office("staff", "add", "王敏", "role=supervisor");
    await office("staff", "pin", "李慧", `pin=${cashier_pin}`);
    await office("staff", "pin", "王敏", `pin=${supervisor_pin}`);
    await canteen.add_till("front", "A");
    printer = await start_printer();
    service = await TillService.start([canteen.till("front")], { words: ["--printer", `127.0.0.1:${printer.port}`] });
    cookie = await paired_cookie(service.addresses[0]);
    page = await TillPage.open(service.origin, cookie);
    await page.until(() => page.parts.status?.line === 1 && page.parts.shift?.staff.length === 2);
});
after(async () => {
    await service?.stop();
    await printer?.close();
    await canteen?.close();
});

test("nobody sells before they are logged in and have counted the drawer", async () => {
    await must("addDish", { dish: rice });
    await refused("log_in_first", "payBasket", { basketId: page.basket.basketId, revision: page.basket.revision });
    await refused("pin_wrong", "logIn", { staffId: person("李慧"), pin: "111222" });
    await must("logIn", { staffId: person("李慧"), pin: cashier_pin });
    assert.equal(page.parts.shift.cashier, "李慧");
    await refused("no_shift", "payBasket", { basketId: page.basket.basketId, revision: page.basket.revision });
    await must("openShift", { counted: [{ fen: 10000, count: 2 }, { fen: 1000, count: 10 }] });
    assert.equal(page.parts.shift.floatFen, 30000n);
    await must("clearBasket");
});

test("a subsidised sale prints its receipt, and says so only when the printer did", async () => {
    const paid = await sell([set_meal], { member: "1001", given: 5000n });
    assert.equal(paid.toPayFen, 900n);
    assert.equal(paid.changeFen, 4100n);
    await page.until(() => page.sale.paper === paper_printed);
    await sell([rice, rice], { parts: [{ kind: wechat, reference: "4200001" }] });
});

test("money that moves has a reason, and a card's top-up is in the drawer", async () => {
    await refused("reason_needed", "moveDrawer", { kind: "no_sale", reason: "" });
    await must("moveDrawer", { kind: "no_sale", reason: "换零钱" });
    await must("moveDrawer", { kind: "pay_in", fen: 5000n, reason: "备零" });
    await must("moveDrawer", { kind: "safe_drop", fen: 20000n, reason: "投保险箱" });
    await must("typeField", { text: "1001" });
    await must("openDesk");
    await must("topUp", { fen: 10000n, kind: 1 });
    await page.until(() => page.parts.desk.done === "desk.topped_up" && page.parts.desk.guest.balanceFen === 10000n);
    await must("closeDesk");
    await must("dropGuest");
    const paid = await sell([rice], { member: "1001", parts: [{ kind: stored_value }] });
    assert.equal(paid.tenders[0].kind, stored_value);
});

test("a large sum goes back only with a second person's PIN", async () => {
    const banquet = await sell(Array(8).fill(set_meal), { given: 20000n });
    assert.equal(banquet.toPayFen, 12000n);
    const give = (second_pin) => page.act("giveBack", { orderId: banquet.orderId, reason: guest_asked, secondPin: second_pin });
    assert.equal((await give("")).refused.name, "second_person_needed");
    assert.equal((await give(cashier_pin)).refused.name, "second_person_needed", "nobody signs for themselves");
    assert.equal((await give(supervisor_pin)).refused, undefined);
    await page.until(() => page.parts.refund.stage === "done");
    assert.equal(page.parts.refund.back[0].amountFen, 12000n);
    await must("endRefund");
});

test("a restart logs nobody out and keeps the shift", async () => {
    const before = page.parts.shift;
    await service.kill_9();
    service = await TillService.start([canteen.till("front")]);
    page = await TillPage.open(service.origin, cookie);
    await page.until(() => page.parts.status?.line === 1);
    assert.equal(page.parts.shift.cashier, "李慧");
    assert.equal(page.parts.shift.expectedFen, before.expectedFen);
});

test("the drawer is handed over by a count in the middle, closed with its difference, and the office sees both", async () => {
    // float 300.00, sale 9.00, pay-in 50.00, drop 200.00, top-up 100.00; the banquet came and went
    assert.equal(page.parts.shift.expectedFen, 25900n);
    await must("closeShift", { counted: [{ fen: 10000, count: 2 }, { fen: 1000, count: 5 }, { fen: 100, count: 9 }], nextStaffId: person("王敏"), nextPin: supervisor_pin });
    assert.equal(page.parts.shift.cashier, "王敏");
    assert.equal(page.parts.shift.floatFen, 25900n);
    await sell([rice], { given: 100n });
    await must("closeShift", { counted: [{ fen: 10000, count: 2 }, { fen: 1000, count: 6 }] });
    assert.equal(page.parts.shift.countedFen - page.parts.shift.expectedFen, 0n);
    await page.until(() => page.parts.status.queued === 0);
    const shifts = (await office("shifts", "list", "csv=yes")).split("\n");
    assert.equal(shifts.filter((row) => row.includes("李慧")).length, 1, shifts.join("\n"));
    assert.match(shifts.join("\n"), /259\.00/);
    assert.match(await office("audit", "acts", "100"), /till .*: 李慧 {2}\w+ {2}row \d+/);
});
