// The till's page while things go wrong: the server away, a page closed or a core killed in the middle of paying, a second
// tab, the last portion wanted at two tills. Everything is sold once, or stands there still.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { Counter, dish, launch_browser, lunch_imports, lunch_with_tills } from "./support/counter.mjs";

let canteen, browser, at, second;
const orders = async () => (await canteen.books()).value("SELECT count(*) FROM orders") ?? 0;

before(async () => {
    canteen = await lunch_with_tills("build/end_to_end/till_page_cut", ["front", "second"], { menu: menu_with_one_ribs() });
    browser = await launch_browser();
    at = await Counter.start(canteen, "front", browser);
    second = await Counter.start(canteen, "second", browser);
});
after(async () => {
    await browser?.close();
    for (const counter of [at, second]) await counter?.close();
    await canteen?.close();
});
beforeEach(async () => {
    await at.open();
    await at.screen("sale");
});
afterEach(() => at.context.close());

// The demo's menu, but of the ribs there is one portion.
function menu_with_one_ribs() {
    const file = "build/end_to_end/one_ribs.csv";
    mkdirSync("build/end_to_end", { recursive: true });
    writeFileSync(file, readFileSync(lunch_imports.menu, "utf8").replace(/^(2026-04-14,lunch,.*,209,.*,line,,)60,/m, "$11,"));
    return file;
}

async function fill(counter, ...dishes) {
    await counter.tap(...dishes);
    await counter.key("pay").click();
    await counter.screen("pay");
}

// Stops the server in its tracks, so that whoever asks it waits.
const hold_server = () => canteen.server.child.kill("SIGSTOP");
const release_server = () => canteen.server.child.kill("SIGCONT");

test("the server is killed: the bar says so, the sale is QUEUED, and committed once the server is back", async () => {
    await canteen.server.kill_9();
    await at.seen("离线收银", ".banner");
    await fill(at, dish.rice);
    await at.key("exact").click();
    await at.sold(false);
    await at.seen("已入队", ".done");
    await at.seen("待上传 1", '[data-chip="queued"]');
    await canteen.serve();
    await at.live();
    await at.sold();
    await at.seen("待上传 0", '[data-chip="queued"]');
    assert.equal(await orders(), 1);
    await at.next_guest();
});

test("a reload and a second tab show the same basket, and two pays are one sale", async () => {
    const before_it = await orders();
    await at.tap(dish.chicken);
    await at.row("香菇滑鸡").waitFor();
    await at.page.reload();
    await at.row("香菇滑鸡").waitFor();
    const tab = await at.another("/till/?lang=zh");
    await tab.locator(".banner", { hasText: "另一个页面" }).waitFor();
    await tab.locator(".basket li", { hasText: "香菇滑鸡" }).waitFor();
    for (const page of [at.page, tab]) await page.locator('[data-key="pay"]').click();
    await Promise.all([at.page, tab].map((page) => page.locator('[data-key="exact"]').click({ force: true })));
    await at.sold();
    assert.equal(await orders(), before_it + 1);
    await at.next_guest();
});

test("a page that is closed in the middle of paying has sold once, and the next page shows it", async () => {
    const before_it = await orders();
    await fill(at, dish.rice);
    hold_server();
    await at.key("exact").click();
    await at.page.locator('[data-stage="SALE_ASKING"]').waitFor();
    await at.context.close();
    release_server();
    await at.open();
    await at.sold();
    assert.equal(await orders(), before_it + 1);
    await at.next_guest();
});

test("a core killed in the middle of paying sells once, and its page goes on by itself", async () => {
    const before_it = await orders();
    await fill(at, dish.rice);
    hold_server();
    await at.key("note-500").click();
    await at.page.locator('[data-stage="SALE_ASKING"]').waitFor();
    await at.service.kill_9();
    await at.page.locator('[data-gone="gone"]').waitFor();
    release_server();
    await at.serve();
    await at.sold();
    await at.sum("change", "¥4.00");
    assert.equal(await orders(), before_it + 1);
    await at.next_guest();
});

test("taps at the moment in which the core dies are done once or not at all, and the basket says which", async () => {
    for (let death = 0; death < 3; ++death) {
        await Promise.all([at.tile(dish.rice).click({ force: true }), at.service.kill_9()]);
        await at.serve();
        await at.live();
        const rows = await at.page.locator(".basket li .q").allInnerTexts();
        assert.ok(rows.length <= 1 && rows.every((one) => Number.parseInt(one, 10) <= death + 1), rows.join());
    }
});

test("the last portion at two tills: one sells it, and the other is told before anybody pays", async () => {
    await second.open();
    await at.page.locator(".basket").waitFor();
    if (await at.key("clear").count()) {
        await at.key("clear").click();
        await at.key("yes").click();
    }
    const before_it = await orders();
    await Promise.all([fill(at, 209), fill(second, 209)]);
    await Promise.all([at, second].map((counter) => counter.key("exact").click()));
    const sold = (counter) => counter.page.locator('[data-stage="SALE_SOLD"]').waitFor().then(() => "sold");
    const told = (counter) => counter.seen("已售完", '[role="alert"]').then(() => "told");
    const became = await Promise.all([at, second].map((counter) => Promise.race([sold(counter), told(counter)])));
    assert.deepEqual(became.sort(), ["sold", "told"]);
    assert.equal(await orders(), before_it + 1);
    await second.context.close();
});
