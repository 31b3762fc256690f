// The kitchen's page in a real browser, given by the real server, with orders from real tills.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { chromium } from "playwright-core";
import { Canteen } from "./support/canteen.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const beef_noodles = 802;
const fried_rice = 804;
const sour_noodles = 805;
const cooking = 2, ready = 3;  // states of an order's ticket, as the books number them

let canteen, browser, page, cookie;
let complaints = [];

before(async () => {
    canteen = await Canteen.make("build/end_to_end/kitchen_page", { begins: "11:40:00", imports: { calendar: `${demo}calendar.csv`, menu: `${demo}menu.csv` } });
    await canteen.add_till("A", "A");
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    });
});
after(async () => {
    await browser?.close();
    await canteen?.close();
});
afterEach(() => page?.context().close());

// Opens the page as a person does, first by the code on the form and later with the cookie it got.
async function open(language = "zh") {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "zh-CN" });
    if (cookie) await context.addCookies([cookie]);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);  // a loaded machine is no failure
    complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error" && is_new(message)) complaints.push(`${message.text()} ${message.location().url}`); });
    if (!cookie) {
        await page.goto(`${canteen.origin}/enrol/#code=${await canteen.ask("enrol", "kitchen", "--name", "热菜")}`);
        await page.waitForURL("**/kitchen/");
        [cookie] = await context.cookies();
    }
    await page.goto(`${canteen.origin}/kitchen/?lang=${language}`);
    await link("live");
}

// A browser asks for an icon of its own accord, and says itself that a server it dials is away.
const is_new = (message) => !/favicon/.test(message.location().url) && !/ERR_|WebSocket/.test(message.text());
const link = (kind) => page.locator(`[data-link="${kind}"]`).waitFor();
const ticket = (number, on = page) => on.locator(`[data-number="${number}"].ticket`);

// Sells one portion of each dish; returns the pickup number.
async function sell(...dishes) {
    const said = await canteen.sell("A", ...dishes.flatMap((dish) => ["--dish", String(dish)]));
    return said.match(/\b[A-Z]{1,2}\d{3,}\b/)[0];
}

async function state_of(number) {
    const [, letters, count] = number.match(/^([A-Z]+)(\d+)$/);
    return (await canteen.books()).value(`SELECT state FROM orders WHERE letters = '${letters}' AND pickup_count = ${Number(count)}`);
}

test("an order sold at a till stands on the screen within a second of its commit", async () => {
    await open();
    const number = await sell(beef_noodles, sour_noodles);
    const committed = performance.now();
    await ticket(number).waitFor();
    assert.ok(performance.now() - committed < 1000);
    assert.match(await ticket(number).innerText(), /堂食[\s\S]*牛肉面[\s\S]*酸辣粉/);
    assert.equal((await canteen.books()).value("SELECT count(*) FROM ticket"), 1);
    assert.deepEqual(complaints, []);
});

test("what is handed out from the line makes no ticket", async () => {
    await open();
    const from_line = await sell(601);
    const to_order = await sell(fried_rice);
    await ticket(to_order).waitFor();
    assert.equal(await ticket(from_line).count(), 0);
});

test("a tapped line is done on every screen, and a tapped number is ready in the books", async () => {
    await open();
    const other = await page.context().newPage();
    await other.goto(`${canteen.origin}/kitchen/?lang=zh`);
    const number = await sell(beef_noodles, fried_rice);
    await ticket(number).getByRole("button", { name: "牛肉面" }).click();
    await ticket(number, other).locator("li.done", { hasText: "牛肉面" }).waitFor();
    assert.equal(await ticket(number, other).locator("li.done").count(), 1);
    await ticket(number).locator(".head").click({ delay: 500 });
    await ticket(number, other).waitFor({ state: "detached" });
    assert.equal(await state_of(number), ready);
});

test("the server is killed with -9 and starts again: taps made meanwhile count, and nothing stands twice", async () => {
    await open();
    const [first, second] = [await sell(beef_noodles), await sell(fried_rice, sour_noodles)];
    await ticket(second).waitFor();
    const before_kill = await numbers_shown();
    await canteen.server.kill_9();
    await link("offline");
    await ticket(second).getByRole("button", { name: "酸辣粉" }).click();
    await ticket(second).locator("li.done").waitFor();
    await canteen.serve();
    await link("live");
    const third = await sell(beef_noodles);
    await ticket(third).waitFor();
    assert.deepEqual(await numbers_shown(), [...before_kill, third].sort());
    assert.equal(await state_of(first), cooking);
    await page.reload();
    await ticket(second).locator("li.done", { hasText: "酸辣粉" }).waitFor();
});

const numbers_shown = async () => (await page.locator(".ticket").evaluateAll((all) => all.map((one) => one.dataset.number))).sort();

test("a dish set sold out on the screen is refused at the till, and sold again when it is back", async () => {
    await open();
    await page.locator('[data-key="sold-out"]').click();
    await page.locator('.dish-key[data-dish="蛋炒饭"]').click();
    await page.locator('[data-key="set-sold-out"]').click();
    await page.locator('[data-key="back"]').waitFor();
    await until_books("SELECT sold_out_since IS NOT NULL FROM stock WHERE slot = 2 AND dish = 804 AND date = (SELECT max(date) FROM orders)");
    await assert.rejects(sell(fried_rice), /sold out/i);
    await page.locator('[data-key="back"]').click();
    await until_books("SELECT sold_out_since IS NULL FROM stock WHERE slot = 2 AND dish = 804 AND date = (SELECT max(date) FROM orders)");
    const number = await sell(fried_rice);
    await page.keyboard.press("Escape");
    await ticket(number).waitFor();
});

// Asks the books until they say so: a tap is on its way to the server for a moment.
async function until_books(sql) {
    while ((await canteen.books()).value(sql) !== 1);
}

test("the same ticket in English", async () => {
    const number = await sell(beef_noodles);
    await open("en");
    await ticket(number).getByText("Beef noodles").waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

test("a revoked screen is cut off and says so", async () => {
    await open();
    await canteen.ask("revoke", "热菜");
    await page.locator(".banner").waitFor();
    assert.match(await page.locator(".banner").innerText(), /这块屏已停用/);
});
