// While a service holds a till, the command line works as without one: same words, same options, same exit codes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { start as start_printer } from "../../deploy/lunch/fake_printer.mjs";
import { TillService, till_program } from "../../deploy/lunch/programs.mjs";
import { Canteen } from "./support/canteen.mjs";
import { TillPage, paired_cookie } from "../../deploy/lunch/till_page.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const files = Object.fromEntries(["calendar", "menu", "members"].map((kind) => [kind, `${demo}${kind}.csv`]));
const done = 0, failed = 1, usage = 2, refused = 3, waiting = 4;
const live = 1;
const of_the_line = "206", cooked = "801";

let canteen, service, cookies, pages;
before(async () => {
    canteen = await Canteen.make("build/end_to_end/till_command", { imports: files });
    await canteen.add_till("A", "A");
    await canteen.add_till("B", "B");
    service = await TillService.start([canteen.till("A"), canteen.till("B")]);
    cookies = [];
    for (const address of service.addresses) cookies.push(await paired_cookie(address));
    pages = await Promise.all(cookies.map((cookie) => TillPage.open(service.origin, cookie)));
    await Promise.all(pages.map((page) => page.until(() => page.parts.status?.line === live && page.parts.menus.meals.length > 0)));
});
after(() => Promise.all([service?.stop(), canteen?.close()]));

// Gives the exit code and all that was printed.
function pos(words, input = "") {
    return new Promise((settle) => {
        const child = spawn(till_program, ["--lang", "en", ...words], { stdio: ["pipe", "pipe", "pipe"] });
        let said = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
        child.once("close", (code) => settle({ code, said }));
        child.stdin.end(input);
    });
}
const at = (till, word, ...more) => pos([word, ...more, "--dir", canteen.till(till)]);
const sell = (dish, ...more) => at("A", "sell", "--dish", dish, ...more);
const pickup_of = (said) => said.match(/QUEUED (\S+):/)[1];

test("a sale is made at the till that a service holds, and its page goes on", async () => {
    const sale = await sell(of_the_line);
    assert.equal(sale.code, done, sale.said);
    assert.match(sale.said, new RegExp(`QUEUED A001:[^]*COMMITTED\\(\\d+\\) A001`));
    await pages[0].act("addDish", { dish: 206 });
    await pages[0].pay();
    await pages[0].until(() => pages[0].sale?.committed);
    assert.equal(pages[0].sale.pickup.count, 2, "one till, one row of numbers");
    await pages[0].act("nextGuest");
});

test("what cannot be sold is refused with the code and the words that it has without a service", async () => {
    const unknown = await sell(of_the_line, "--member", "7777");
    assert.equal(unknown.code, refused, unknown.said);
    const wrong = await at("A", "sell", "--dish", "no-dish");
    assert.equal(wrong.code, usage, wrong.said);
    const card = await pos(["sell", "--dir", canteen.till("A"), "--dish", "206", "--card", "-"], "00000000\n");
    assert.equal(card.code, refused, card.said);
});

test("an order is taken back and another refunded, each by its number", async () => {
    const [first, second] = [pickup_of((await sell(cooked)).said), pickup_of((await sell(of_the_line)).said)];
    const cancelled = await at("A", "cancel", first);
    assert.equal(cancelled.code, done, cancelled.said);
    const refunded = await at("A", "refund", second, "--reason", "quality");
    assert.equal(refunded.code, done, refunded.said);
    const again = await at("A", "refund", second);
    assert.equal(again.code, refused, again.said);
    assert.equal((await at("A", "cancel", "A999")).code, refused);
});

test("cut off, a sale waits in the queue, its kitchen slip is printed, and on return it is brought in", async (t) => {
    const printer = await start_printer();
    t.after(() => printer.close());
    await pages[0].act("setPrinter", { address: `127.0.0.1:${printer.port}`, columns: 48 });
    await canteen.server.stop();
    await pages[0].until(() => pages[0].parts.status.line !== live);
    const sale = await sell(cooked, "--wait-ms", "300");
    assert.equal(sale.code, waiting, sale.said);
    const slips = () => printer.strips.map(({ pieces }) => pieces.map((piece) => piece.text ?? "").join("\n"));
    while (!slips().some((slip) => slip.includes(pickup_of(sale.said)))) await printer.next_strip();
    const queue = await at("A", "queue");
    assert.equal(queue.code, waiting, queue.said);
    assert.match(queue.said, new RegExp(pickup_of(sale.said)));
    await canteen.serve();
    await pages[0].until(() => pages[0].parts.status.line === live && pages[0].parts.status.queued === 0);
    const dismissed = await at("A", "queue", "--dismiss");
    assert.equal(dismissed.code, done, dismissed.said);
});

test("a till is paired again, and its page goes on by itself", async () => {
    const code = await canteen.ask("enrol", "till", "--again", "till A");
    const paired = await pos(["pair", code, "--server", `127.0.0.1:${canteen.port}`, "--dir", canteen.till("A")]);
    assert.equal(paired.code, done, paired.said);
    await pages[0].closed;
    assert.equal((await fetch(`${service.origin}/healthz`)).status, 503, "its page must not take itself for unknown");
    let page = null;
    while (!page) page = await TillPage.open(service.origin, cookies[0]).catch(() => new Promise((go) => setTimeout(go, 200)));
    await page.until(() => page.parts.status.line === live);
    const sale = await sell(of_the_line);
    assert.equal(sale.code, done, sale.said);
});

test("a file of sales is made at the tills that a service holds", async () => {
    const sales = canteen.file("sales.csv", "at_ms,register,order,dish,pay\n0,A,1,206,cash\n0,B,2,206,cash\n");
    const played = await pos(["run", sales, "--tills", `${canteen.directory}/tills`, "--speed", "0", "--answer-all"]);
    assert.equal(played.code, done, played.said);
});

test("a service that ends in the middle says so, and what it did is on the till's disk", async () => {
    await canteen.server.stop();
    while ((await fetch(`${service.origin}/healthz`).catch(() => ({ status: 0 }))).status !== 200) await new Promise((go) => setTimeout(go, 200));
    const selling = sell(of_the_line, "--wait-ms", "60000");
    const asked = await pos(["queue", "--dir", canteen.till("A")]);
    assert.ok([done, waiting].includes(asked.code));
    await service.kill_9();
    const sale = await selling;
    assert.equal(sale.code, failed, sale.said);
    assert.match(sale.said, /canteen-pos queue/);
    await canteen.serve();
});
