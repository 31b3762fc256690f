// A day of people at the till's page, in a real browser with the real core: log-in, the float, the drawer, the card desk,
// a hand-over in the middle, and the end of a shift with a difference that is recorded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start as start_printer } from "../../deploy/lunch/fake_printer.mjs";
import { Counter, dish, launch_browser, lunch_with_tills } from "./support/counter.mjs";

const [cashier, cashier_pin] = ["李慧", "402917"];
const [supervisor, supervisor_pin] = ["王敏", "730264"];

let canteen, browser, printer, at;
const office = (...words) => canteen.ask("office", ...words);
const opened = () => printer.drawer_openings;

before(async () => {
    canteen = await lunch_with_tills("build/end_to_end/till_page_people", ["front"]);
    for (const [name, role, pin] of [[cashier, "cashier", cashier_pin], [supervisor, "supervisor", supervisor_pin]]) {
        await office("staff", "add", name, `role=${role}`);
        await office("staff", "pin", name, `pin=${pin}`);
    }
    await office("card", "issue", "1001", "04A7C1E2");
    printer = await start_printer();
    browser = await launch_browser();
    at = await Counter.start(canteen, "front", browser, "--printer", `127.0.0.1:${printer.port}`);
    await at.open();
});
after(async () => {
    await browser?.close();
    await at?.close();
    await printer?.close();
    await canteen?.close();
});

test("nobody sells before they are logged in by their PIN and have counted the float", async () => {
    await at.log_in(cashier, "111222");
    await at.page.locator('[role="alert"]').waitFor();
    await at.type(cashier_pin);
    await at.screen("float");
    await at.count([[10000, 2], [1000, 10]]);
    await at.sum("counted", "¥300.00");
    await at.key("open-shift").click();
    await at.screen("sale");
    assert.match(await at.text(".bar"), /班次 A[\s\S]*收银 李慧/);
});

test("cash opens the drawer, and so does a reason without a sale", async () => {
    const before_it = opened();
    await at.tap(dish.chicken);
    await at.key("pay").click();
    await at.key("note-2000").click();
    await at.sold();
    await at.next_guest();
    await at.keys("Control+d");
    await at.screen("drawer");
    await at.page.locator('input[name="reason"]').fill("换零钱");
    await at.key("move").click();
    await at.seen("换零钱", ".rows");
    await at.page.locator('[data-choice="safe_drop"]').click();
    await at.page.locator('input[name="reason"]').fill("投保险箱");
    await at.key("back").focus();
    await at.keys("2", "0", "0");
    await at.key("move").click();
    await at.seen("¥200.00", ".rows");
    await at.keys("Escape");
    await at.screen("sale");
    assert.ok(opened() >= before_it + 2, `${opened() - before_it} openings`);
});

test("the card desk tops up and stops a lost card, and says who may issue another", async () => {
    await at.type("1001");
    await at.seen("唐玉珍", ".strip");
    await at.keys("Control+t");
    await at.screen("desk");
    await at.key("yuan-100").click();
    await at.key("top-up").click();
    await at.seen("已充值 ¥100.00");
    await at.seen("¥100.00", ".strip");
    await at.page.locator('[data-choice="lost"]').click();
    await at.key("lost-C1E2").click();
    await at.seen("这张卡已停用");
    await at.scan("04A7C1E2");
    await at.seen("这张卡已挂失", '[role="alert"]');
    await at.key("replace").click();
    await at.scan("05B8D2F3");
    await at.key("issue").click();
    await at.seen("无此权限，请主管处理");
    await at.key("back").click();
    await at.key("drop-guest").click();
    await at.scan("04A7C1E2");
    await at.seen("04A7C1E2", '[role="alert"]');
});

test("a large sum goes back only with a second person's PIN", async () => {
    await at.tap(dish.set_meal, dish.set_meal, dish.set_meal, dish.set_meal);
    await at.sum("to-pay", "¥60.00");
    await at.key("pay").click();
    await at.key("note-10000").click();
    const number = await at.sold();
    await at.next_guest();
    await at.keys("F11");
    await at.key(`refund-${number}`).click();
    await at.screen("refund");
    await at.keys("a");
    await at.key("give-back").click();
    await at.seen("请另一位输入密码", ".login");
    await at.keys(...supervisor_pin);
    await at.key("give-back").click();
    await at.seen("¥60.00", '[data-refund="done"]');
    await at.page.locator('[data-key="end-refund"]:not(.deaf)').click();
    await at.screen("sale");
});

test("a cashier who leaves hands the drawer over by a count, and a restart logs nobody out", async () => {
    await at.keys("Control+q");
    await at.screen("shift");
    assert.equal(await at.page.locator('[data-sum="expected"]').count(), 0, "counted first");
    // float 300.00, sale 11.00, dropped 200.00, top-up 100.00
    await at.count([[10000, 2], [1000, 1], [100, 1]]);
    await at.key("counted").click();
    await at.sum("expected", "¥211.00");
    await at.seen("平", ".diff");
    await at.key("hand-over").click();
    await at.seen("王敏 的密码", ".login");
    await at.keys(...supervisor_pin);
    await at.key("hand-over-now").click();
    await at.seen(`收银 ${supervisor}`, ".bar");
    await at.service.kill_9();
    await at.page.locator('[data-gone="gone"]').waitFor();
    await at.serve();
    await at.live();
    await at.seen(`收银 ${supervisor}`, ".bar");
    await at.screen("sale");
});

test("a supervisor issues the card, and what the member had is still theirs", async () => {
    await at.type("1001");
    await at.seen("唐玉珍", ".strip");
    await at.keys("Control+t");
    await at.page.locator('[data-choice="issue"]').click();
    await at.scan("05B8D2F3");
    await at.key("issue").click();
    await at.seen("新卡可以用了");
    await at.seen("D2F3", ".rows");
    await at.key("back").click();
    await at.key("drop-guest").click();
    await at.scan("05B8D2F3");
    await at.seen("唐玉珍", ".strip");
    await at.tap(dish.set_meal);
    await at.sum("to-pay", "¥9.00");
    await at.key("pay").click();
    await at.sold();
    assert.match(await at.text(".done"), /储值 ¥9.00 · 余额 ¥91.00/);
    await at.next_guest();
});

test("the shift is closed with what was counted, and paper and office say the difference", async () => {
    await at.keys("Control+q");
    await at.screen("shift");
    await at.count([[10000, 2], [1000, 1]]);
    await at.key("counted").click();
    await at.seen("少 ¥1.00", ".diff");
    await at.page.locator('input[name="reason"]').fill("找错一元");
    const slip = printer.next_strip();
    await at.page.locator('[data-key="close-shift"]:not(.deaf)').click();
    await at.screen("closed");
    await at.seen("少 ¥1.00");
    assert.match((await slip).pieces.map((piece) => piece.text ?? "").join("\n"), /1\.00/);
    await at.key("seen").click();
    await at.screen("start");
    const shifts = await office("shifts", "list", "csv=yes");
    assert.match(shifts, /李慧.*211\.00/);
    assert.match(shifts, /王敏.*210\.00/);
    assert.deepEqual(at.complaints, []);
});
