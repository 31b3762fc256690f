// The till's page in a real browser, given by the real core, which sells at the real server: by keys and by taps, in
// several ways at once, with a printer that runs dry and a display for the guest.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { start as start_printer } from "../../deploy/lunch/fake_printer.mjs";
import { Counter, dish, launch_browser, lunch_with_tills } from "./support/counter.mjs";

const card = "04A7C1E2";
const most_keys = 6, most_taps = 3;
const more_members = "number,name,born,cards,allergens\n90001,陈淑芬,1950-03-01,5100008807,\n90002,陈淑芬,1951-07-09,5100001234,\n90003,刘国栋,1990-01-05,,4\n";

const [cash, wechat] = [1, 2];
const tenders_of = (number) => `SELECT kind, fen FROM order_tender JOIN orders ON id = order_id WHERE pickup_count = ${Number(number.slice(1))} ORDER BY place`;

let canteen, browser, printer, at;
const orders = async (where = "1") => (await canteen.books()).value(`SELECT count(*) FROM orders WHERE ${where}`);

before(async () => {
    canteen = await lunch_with_tills("build/end_to_end/till_page", ["front"]);
    await canteen.ask("import", "members", canteen.file("more.csv", more_members));
    await canteen.ask("office", "card", "issue", "1001", card);
    await canteen.ask("topup", "1001", "100");
    printer = await start_printer();
    browser = await launch_browser();
    at = await Counter.start(canteen, "front", browser, "--printer", `127.0.0.1:${printer.port}`);
});
after(async () => {
    await browser?.close();
    await at?.close();
    await printer?.close();
    await canteen?.close();
});
beforeEach(async () => {
    await at.open();
    await at.screen("sale");
});
afterEach(async () => {
    await at.context.close();
    assert.deepEqual(at.complaints, []);
});

test("a member's subsidised lunch is a scan and six keys, and says who pays but not by which scheme", async () => {
    await at.scan(card);
    await at.seen("唐玉珍", ".strip");
    assert.match(await at.text(".strip"), /今日补贴午餐\s*剩 1 次/);
    const keys = ["9", "0", "1", "Enter", "Enter", "Enter"];
    assert.ok(keys.length <= most_keys);
    await at.keys(...keys.slice(0, 4));
    await at.sum("to-pay", "¥9.00");
    assert.match(await at.text(".sum"), /补贴\s*−¥/);
    assert.doesNotMatch(await at.text("body"), /qionglai|gov\b/);
    await at.keys(...keys.slice(4));
    await at.sold();
    assert.match(await at.text(".done"), /储值 ¥9.00 · 余额 ¥91.00/);
    assert.equal(await orders(), 1);
    await at.next_guest();
    await at.scan(card);
    await at.seen("已用", ".strip");
    await at.key("drop-guest").click();
});

test("a guest pays in cash by three taps, and the change is the largest thing", async () => {
    const taps = [at.tile(dish.chicken), at.key("pay"), at.key("note-2000")];
    assert.ok(taps.length <= most_taps);
    for (const tap of taps) await tap.click();
    await at.sum("change", "¥9.00");
    await at.sold();
    await at.next_guest();
});

test("a sum is paid in two ways: five by WeChat, the rest in cash", async () => {
    await at.tap(dish.noodles);
    await at.sum("to-pay", "¥12.00");
    await at.keys("F7");
    await at.screen("pay");
    await at.page.locator('[data-way="2"]').click();
    await at.page.locator(".tenders .now", { hasText: "微信" }).waitFor();
    await at.keys("5", "Enter");
    await at.seen("正好 ¥7.00");
    await at.keys("Enter");
    const number = await at.sold();
    assert.match(await at.text(".done"), /微信 ¥5.00 · 现金 ¥7.00/);
    assert.deepEqual((await canteen.books()).rows(tenders_of(number)), [{ kind: wechat, fen: 500 }, { kind: cash, fen: 700 }]);
    await at.next_guest();
    await refund_whole(number, "¥5.00");
});

// Gives all of a sale back; `sum` is among what the page says to hand over.
async function refund_whole(number, sum) {
    await at.keys("F11");
    await at.key(`refund-${number}`).click();
    await at.screen("refund");
    await at.keys("a");
    await at.key("give-back").click();
    await at.seen(sum, '[data-refund="done"]');
    await at.page.locator('[data-key="end-refund"]:not(.deaf)').click();
    await at.screen("sale");
}

test("a basket is held while another guest pays, and taken up again by a key", async () => {
    await at.tap(dish.set_meal);
    await at.row("十五元套餐").waitFor();
    await at.keys("F9");
    await at.row("十五元套餐").waitFor({ state: "detached" });
    await at.tap(dish.rice);
    await at.key("pay").click();
    await at.key("exact").click();
    await at.sold();
    await at.next_guest();
    await at.keys("F10");
    await at.screen("parked");
    await at.keys("1");
    await at.row("十五元套餐").waitFor();
    await clear();
});

async function clear() {
    await at.key("clear").click();
    await at.key("yes").click();
    await at.seen("点菜，或先刷客人的卡", ".basket");
}

test("what a guest must not eat is shown before they pay, and Enter alone does not pass it by", async () => {
    await at.type("90003");
    await at.seen("刘国栋", ".strip");
    await at.tap(dish.eggs);
    await at.row("鸡蛋").or(at.row("蛋类")).waitFor();
    await at.key("pay").click();
    await at.seen("刘国栋 请先看这里", '[data-dialog="warnings"]');
    await at.keys("Enter");
    await at.seen("刘国栋 请先看这里", '[data-dialog="warnings"]');
    await at.page.locator('[data-key="yes"]:not(.deaf)').click();
    await at.screen("pay");
    await at.keys("Escape");
    await clear();
});

test("of two members of one name the cashier asks which, by the last digits", async () => {
    await at.page.locator("#field").fill("陈淑芬");
    await at.keys("Enter");
    await at.screen("find");
    const second = at.page.locator('[data-candidate="2"]');
    assert.match(await second.innerText(), /1234[\s\S]*陈淑芬/);
    await at.keys("2");
    await at.seen("陈淑芬", ".strip");
    await at.key("drop-guest").click();
});

test("what payers bear whole is sold by one tap more, and nobody counts money", async () => {
    await at.type("1004");
    await at.tap(dish.rice);
    await at.sum("to-pay", "¥0.00");
    await at.key("pay").click();
    await at.sold();
    assert.match(await at.text(".done"), /已收 ¥0.00/);
    await at.next_guest();
});

test("the guest sees what they buy and what it comes to, and nothing that names a benefit", async () => {
    const display = await at.another("/guest/?lang=zh");
    await display.locator('[data-stage="idle"]').waitFor();
    await at.page.bringToFront();
    await at.scan(card);
    await at.tap(dish.set_meal, dish.chicken);
    await display.locator('[data-sum="to-pay"]', { hasText: "¥26.00" }).waitFor();
    assert.match(await display.locator("body").innerText(), /十五元套餐[\s\S]*香菇滑鸡/);
    assert.doesNotMatch(await display.locator("body").innerText(), /补贴|政府|唐玉珍|qionglai|长者/);
    await at.key("pay").click();
    await at.sold();
    await display.locator('[data-stage="paid"]', { hasText: "¥65.00" }).waitFor();
    await at.next_guest();
    await display.locator('[data-stage="idle"]').waitFor();
    await at.page.reload();
    await at.live();
    assert.equal(await at.page.locator(".banner").count(), 0, "a display is no second till");
});

test("a receipt that finds no paper is said in words, and comes out as a COPY when asked for again", async () => {
    printer.mood = "out_of_paper";
    await at.type("1001");
    await at.tap(dish.rice);
    await at.key("pay").click();
    await at.seen("缺纸", ".done");
    const first = printer.next_strip();
    printer.mood = "well";
    await first;
    await at.seen("已打印", ".done");
    const copy = printer.next_strip();
    await at.keys("p");
    assert.match((await copy).pieces.map((piece) => piece.text ?? "").join("\n"), /补打 COPY/);
    await at.next_guest();
});

test("the same sale in English, to the dish and its number", async () => {
    await at.key("language").click();
    await at.seen("Rice", ".tile");
    await at.tap(dish.rice);
    await at.seen("To pay", ".sum");
    await at.key("pay").click();
    await at.key("exact").click();
    await at.seen("Pickup number", ".done");
    await at.sold();
    assert.equal(await at.page.locator("html").getAttribute("lang"), "en");
    await at.next_guest();
});
