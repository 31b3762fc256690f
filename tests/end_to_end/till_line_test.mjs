// The real programs tell a cashier when older sales wait, when the till's file is an older one, when it is paired again
// or with another canteen, and when a number fits two days' orders.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { till_program } from "../../deploy/lunch/programs.mjs";
import { Canteen } from "./support/canteen.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const files = { calendar: `${demo}calendar.csv`, menu: `${demo}menu.csv` };
const done = 0, refused = 3, waiting = 4, trouble = 5;

let canteen;
before(async () => {
    canteen = await Canteen.make("build/end_to_end/till_line", { imports: files });
});
after(() => canteen?.close());

// Gives the exit code and all that was printed.
function pos(...words) {
    return new Promise((settle) => {
        const child = spawn(till_program, ["--lang", "en", ...words], { stdio: ["ignore", "pipe", "pipe"] });
        let said = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
        child.once("close", (code) => settle({ code, said }));
    });
}
const sell = (till, ...words) => pos("sell", "--dir", canteen.till(till), "--dish", "206", ...words);
const queue = (till) => pos("queue", "--dir", canteen.till(till));

const pickup_of = (said) => said.match(/QUEUED (\S+):/)[1];
const orders_in = async () => {
    const books = await canteen.books();
    return books.value("SELECT count(*) FROM orders") ?? 0;
};

test("a sale made while older ones wait hears its own fate", async () => {
    await canteen.add_till("A", "A");
    assert.equal((await sell("A")).code, done);
    const before_it = await orders_in();
    for (let waits = 1; waits <= 3; ++waits) {
        await canteen.server.stop();
        for (let i = 0; i < waits; ++i) assert.equal((await sell("A", "--wait-ms", "200")).code, waiting);
        const returns = canteen.serve();
        if (waits > 1) await returns;
        const sale = await sell("A", "--wait-ms", "15000");
        await returns;
        assert.equal(sale.code, done, sale.said);
        assert.match(sale.said, new RegExp(`COMMITTED\\(\\d+\\) ${pickup_of(sale.said)}`));
    }
    assert.equal((await queue("A")).code, done);
    assert.equal(await orders_in(), before_it + 2 + 3 + 4);
});

test("a till whose file is an older one sells on, and nothing it sells is lost", async () => {
    await canteen.add_till("B", "B");
    assert.equal((await sell("B")).code, done);
    cpSync(canteen.till("B"), `${canteen.till("B")}-older`, { recursive: true });
    for (let i = 0; i < 3; ++i) assert.equal((await sell("B")).code, done);
    const before_it = await orders_in();
    rmSync(canteen.till("B"), { recursive: true });
    cpSync(`${canteen.till("B")}-older`, canteen.till("B"), { recursive: true });
    const sale = await sell("B", "--wait-ms", "10000");
    assert.equal(sale.code, done, sale.said);
    assert.equal(pickup_of(sale.said), "B005");
    assert.equal(await orders_in(), before_it + 1);
});

test("a till is paired again as itself, and what waits in it is sent", async () => {
    await canteen.add_till("C", "C");
    assert.equal((await sell("C")).code, done);
    await canteen.server.stop();
    assert.equal((await sell("C", "--wait-ms", "200")).code, waiting);
    await canteen.serve();
    const code = await canteen.ask("enrol", "till", "--again", "till C");
    const another = await canteen.ask("enrol", "till", "--name", "till D", "--letters", "D");
    const server = `127.0.0.1:${canteen.port}`;
    const not_its = await pos("pair", another, "--server", server, "--dir", canteen.till("C"));
    assert.equal(not_its.code, refused, not_its.said);
    assert.match(not_its.said, /1 entries of this till still wait/);
    cpSync(canteen.till("C"), `${canteen.till("C")}-old`, { recursive: true });
    assert.equal((await pos("pair", code, "--server", server, "--dir", canteen.till("C"))).code, done);
    const sale = await sell("C", "--wait-ms", "10000");
    assert.equal(sale.code, done, sale.said);
    assert.equal((await queue("C")).code, done);
    const with_the_old_key = await pos("sell", "--dir", `${canteen.till("C")}-old`, "--dish", "206", "--wait-ms", "1500");
    assert.equal(with_the_old_key.code, trouble, with_the_old_key.said);
    assert.match(with_the_old_key.said, /does not accept this till's key/);
    assert.doesNotMatch(with_the_old_key.said, /server is away/);
    // The code that was not for this till is still good.
    assert.equal((await pos("pair", another, "--server", server, "--dir", canteen.till("D"))).code, done);
});

test("nothing of a till reaches another canteen's books", async () => {
    const other = await Canteen.make("build/end_to_end/till_line_other", { imports: files });
    try {
        await canteen.add_till("E", "E");
        assert.equal((await sell("E")).code, done);
        const server = `127.0.0.1:${other.port}`;
        await canteen.server.stop();
        assert.equal((await sell("E", "--wait-ms", "200")).code, waiting);
        await canteen.serve();
        const code = await other.ask("enrol", "till", "--name", "till E", "--letters", "E");
        assert.equal((await pos("pair", code, "--server", server, "--dir", canteen.till("E"))).code, refused);
        assert.equal((await sell("E", "--wait-ms", "10000")).code, done);
        const moved = await pos("pair", code, "--server", server, "--dir", canteen.till("E"));
        assert.equal(moved.code, done, moved.said);
        assert.match(moved.said, /set aside as .*till\.db\.before-/);
        assert.ok(readdirSync(canteen.till("E")).some((name) => name.startsWith("till.db.before-")));
        assert.ok(existsSync(`${canteen.till("E")}/till.db`));
        assert.equal((await sell("E")).code, done);
        const books = await other.books();
        assert.equal(books.value("SELECT count(*) FROM orders"), 1);
    } finally {
        await other.close();
    }
});

test("a revoked till is told so, and not that the server is away", async () => {
    await canteen.add_till("F", "F");
    await canteen.ask("revoke", "till F");
    const first = await sell("F", "--wait-ms", "1500");
    assert.notEqual(first.code, done);
    const listed = await queue("F");
    assert.equal(listed.code, trouble, listed.said);
    assert.match(listed.said, /shut out/);
});
