// The core behind a till's page, whole: paired by a code, sells a subsidised lunch once whatever is tapped twice or
// killed, and lets nobody else in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run, TillService, till_program } from "../../deploy/lunch/programs.mjs";
import { Canteen } from "./support/canteen.mjs";
import { TillPage, hex, id_bytes, paired_cookie } from "../../deploy/lunch/till_page.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const scheme = new URL("../../deploy/schemes/cd-qionglai-2025.json", import.meta.url).pathname;
const [set_meal, cash] = [901, 1];

async function lunch_with_till(directory) {
    const imports = Object.fromEntries(["calendar", "menu", "members"].map((kind) => [kind, `${demo}${kind}.csv`]));
    const canteen = await Canteen.make(directory, { imports: { ...imports, scheme } });
    await canteen.add_till("front", "A");
    const service = await TillService.start([canteen.till("front")]);
    const cookie = await paired_cookie(service.addresses[0]);
    const page = await TillPage.open(service.origin, cookie);
    await page.until(() => page.parts.status?.line === 1 && page.parts.menus.meals.length > 0);
    return { canteen, service, cookie, page };
}

const sold = (page) => page.until(() => page.sale?.stage === 2 && page.sale.committed);

test("a member's subsidised lunch goes from the field to the books", async (t) => {
    const { canteen, service, page } = await lunch_with_till("build/end_to_end/till_core");
    t.after(() => Promise.all([service.stop(), canteen.close()]));
    assert.equal((await page.act("typeField", { text: "1001" })).routed, 1);
    assert.equal(page.basket.guest.name, "唐玉珍");
    assert.equal(page.basket.guest.rights[0].left, 1);
    await page.act("addDish", { dish: set_meal });
    const { listFen, reductions, toPayFen } = page.basket;
    assert.equal(listFen - reductions.reduce((sum, r) => sum + r.fen, 0n), toPayFen);
    assert.ok(toPayFen < listFen);
    assert.equal((await page.pay([], 5000n)).refused, undefined);
    await sold(page);
    assert.equal(page.sale.changeFen, 5000n - page.sale.tenders[0].amountFen);
    assert.equal(page.basket.rows.length, 0);
    const books = await canteen.books();
    assert.equal(books.value("SELECT count(*) FROM orders"), 1);
    await page.act("nextGuest");
    assert.equal(page.sale.stage, 0);
    assert.equal((await page.act("typeField", { text: "1001" })).routed, 1);
    assert.equal(page.basket.guest.rights[0].left, 0, "the right is used");
});

test("a second tap, a second tab and a page that comes back sell nothing twice", async (t) => {
    const { canteen, service, cookie, page } = await lunch_with_till("build/end_to_end/till_twice");
    t.after(() => Promise.all([service.stop(), canteen.close()]));
    const other = await TillPage.open(service.origin, cookie);
    const action = id_bytes();
    await Promise.all([page.act("addDish", { dish: set_meal }, action), page.act("addDish", { dish: set_meal }, action)]);
    await other.until(() => other.basket.rows.length === 1);
    assert.equal(other.basket.rows[0].quantity, 1);
    const seen = page.basket;
    const answers = await Promise.all([page.pay([], 0n, seen), other.pay([], 0n, seen), page.pay([], 0n, seen)]);
    assert.deepEqual(answers.map((answer) => answer.refused), [undefined, undefined, undefined]);
    await sold(page);
    assert.equal((await page.pay([], 0n, seen)).refused, undefined);
    const again = await TillPage.open(service.origin, cookie);
    assert.equal(hex(again.sale.orderId), hex(page.sale.orderId));
    assert.equal((await canteen.books()).value("SELECT count(*) FROM orders"), 1);
    await page.act("addDish", { dish: set_meal });
    assert.equal((await page.pay([], 0n, { ...page.basket, revision: 0 })).refused.name, "basket_changed");
});

test("a core killed in the middle of paying sells once, and the basket of a killed core stands there again", async (t) => {
    const { canteen, service, cookie, page } = await lunch_with_till("build/end_to_end/till_killed");
    t.after(() => canteen.close());
    await page.act("addDish", { dish: set_meal });
    const seen = page.basket;
    page.ask("payBasket", { basketId: seen.basketId, revision: seen.revision, givenFen: 10000n });
    await page.until(() => page.sale?.stage);
    await service.kill_9();
    const next = await TillService.start([canteen.till("front")]);
    t.after(() => next.stop());
    assert.deepEqual(next.addresses, [], "the browser is still paired");
    const back = await TillPage.open(next.origin, cookie);
    await sold(back);
    assert.equal(back.sale.givenFen, 10000n);
    assert.equal((await back.pay([], 0n, seen)).refused, undefined);
    assert.equal((await canteen.books()).value("SELECT count(*) FROM orders"), 1);
});

test("nobody comes in without a cookie of this till, from another page, or with a code twice", async (t) => {
    const { canteen, service, cookie } = await lunch_with_till("build/end_to_end/till_doors");
    t.after(() => Promise.all([service.stop(), canteen.close()]));
    const rejected = (origin, key) => assert.rejects(TillPage.open(origin, key), /403/);
    await rejected(service.origin, "canteen_till=00");
    await assert.rejects(paired_cookie(service.addresses[0]));
    const address = (await run(till_program, "page", "--dir", canteen.till("front"))).trim();
    const second = await paired_cookie(address);
    assert.notEqual(second, cookie);
    const display = await TillPage.open(service.origin, second, { guestDisplay: true });
    assert.equal(display.basket, undefined);
    assert.equal((await display.act("addDish", { dish: set_meal })).refused.name, "not_permitted");
    assert.equal(display.parts.display.stage, "idle");
    const older = await TillPage.open(service.origin, cookie);
    await older.close();
});
