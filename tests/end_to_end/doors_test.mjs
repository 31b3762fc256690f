// Limits who may come in, and how much of the house one of them may take: with any one device flooding, a till sells
// on.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { openSync, readFileSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { after, afterEach, before, test } from "node:test";
import { cookie_for } from "../../deploy/lunch/kitchen_listener.mjs";
import { server_program } from "../../deploy/lunch/programs.mjs";
import { Canteen } from "./support/canteen.mjs";
import { opcode, RawPeer, ws_frame } from "./support/raw_peer.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const flood = 20_000;
let canteen;
let peers = [];

before(async () => {
    canteen = await Canteen.make("build/end_to_end/doors", {
        begins: "11:40:00", imports: { menu: `${demo}menu.csv`, members: `${demo}members.csv` },
    });
    await canteen.server.stop();
    canteen.server.log = openSync(`${canteen.directory}/server.log`, "w");
    await canteen.serve();
    await canteen.add_till("A", "A");
});
after(() => canteen?.close());
afterEach(() => {
    for (const peer of peers) peer.end();
    peers = [];
});

const cookie_of = async (role, name) => cookie_for(canteen.port, await canteen.ask("enrol", role, "--name", name));

async function screen(role, cookie) {
    peers.push(new RawPeer(canteen.port));
    const one = peers.at(-1);
    assert.equal(await one.upgrade({ cookie, origin: canteen.origin }), 101);
    assert.ok((await one.hear()).json.challenge);
    one.say({ hello: { protocol: 1, role, feeds: [] } });
    const heard = (await one.hear()).json;
    assert.ok(heard.welcome, JSON.stringify(heard));
    return one;
}

// Writes without waiting for an answer, and reads what comes back.
function pour(one, message) {
    one.waiting = () => { one.bytes = Buffer.alloc(0); };
    for (let n = 0; n < flood; n += 1) one.socket.write(ws_frame(opcode.text, JSON.stringify(message(n))));
}

// Sells by an ask: the guest is told at once, not the server afterwards.
async function sells_at_once(what) {
    assert.match(await canteen.sell("A", "--dish", "601"), /^COMMITTED\(\d+\)/m, what);
    const books = await canteen.books();
    assert.equal(books.value("SELECT command_name FROM journal WHERE command_name IN ('PlaceOrder', 'RecordSale') ORDER BY seq DESC LIMIT 1"), "PlaceOrder", what);
    return books;
}

const id = () => randomBytes(16).toString("base64");

test("a screen that gives commands without end", async () => {
    const one = await screen("KITCHEN", await cookie_of("kitchen", "wall"));
    pour(one, (n) => ({ submit: { command: { commandId: id(), setSoldOut: { meal: { date: 20557 + n, slot: "LUNCH" }, dish: 1, soldOut: true } } } }));
    const books = await sells_at_once("commands");
    assert.equal(books.value("SELECT count(*) FROM refusal"), 0, "and the disk does not fill with refusals");
});

test("an office that asks without end", async () => {
    const one = await screen("OFFICE", await cookie_of("office", "desk"));
    pour(one, (n) => ({ ask: { queryId: String(n + 1), findMembers: { text: "王" } } }));
    await sells_at_once("queries");
});

test("a screen that wants the whole picture without end", async () => {
    const one = await screen("OFFICE", await cookie_of("office", "second desk"));
    pour(one, () => ({ resume: { cursor: { feed: "FEED_MENU" } } }));
    await sells_at_once("pictures");
});

test("a cookie that is used by hundreds", async () => {
    const cookie = await cookie_of("kitchen", "door");
    const many = [];
    for (let n = 0; n < 30; n += 1) many.push(await screen("KITCHEN", cookie));
    await sells_at_once("sessions");
    assert.match(await canteen.ask("devices"), /kitchen {2}door .*connected 4 times/);
});

test("strangers who come and say nothing", async () => {
    for (let n = 0; n < 150; n += 1) {
        peers.push(new RawPeer(canteen.port));
        await peers.at(-1).upgrade({ forwarded_for: `203.0.113.${n}` });
    }
    await sells_at_once("strangers");
});

test("devices are listed, and of two with one name the right one is shut out", async () => {
    await canteen.ask("enrol", "office", "--name", "laptop");
    await assert.rejects(canteen.ask("enrol", "office", "--name", "laptop"), /name_taken/);
    const listed = await canteen.ask("devices");
    const [, till] = listed.match(/^([0-9a-f]{32}) {2}till {2}till A {2}A {2}claimed, last seen 2026-04-14 \d\d:\d\d/m);
    assert.match(listed, /^[0-9a-f]{32} {2}office {2}laptop {2}not claimed yet, never seen$/m);
    assert.match(await canteen.ask("revoke", "laptop"), /revoked/);
    await assert.rejects(canteen.ask("revoke", "laptop"), /no device/);
    await canteen.ask("enrol", "till", "--name", "till C", "--letters", "C");
    const [ghost] = (await canteen.ask("devices")).match(/^[0-9a-f]{32}(?= {2}till {2}till C)/m);
    assert.match(await canteen.ask("revoke", ghost), /revoked/);
    assert.ok((await canteen.ask("devices")).includes(till));
});

test("who acted stands in the row, and who read of a person in a list", async () => {
    await canteen.ask("office", "member", "show", "1001");
    await canteen.ask("topup", "1001", "10");
    assert.match(await canteen.ask("office", "audit"), new RegExp(`^2026-04-14 \\d\\d:\\d\\d {2}os_user ${process.getuid()} {2}ShowMember {2}1001$`, "m"));
    const books = await canteen.books();
    assert.equal(books.value("SELECT hex(person) FROM journal WHERE command_name = 'TopUp'").slice(0, 4), `01${process.getuid().toString(16).padStart(2, "0").slice(-2).toUpperCase()}`);
    await canteen.verified_head();
});

test("the log says in one line what somebody tried at the door", async () => {
    peers.push(new RawPeer(canteen.port));
    await peers.at(-1).upgrade({ origin: "http://evil.example", forwarded_for: "203.0.113.99" });
    const body = "code=0000-0000";
    await fetch(`${canteen.origin}/enrol`, { method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded" } });
    const log = () => readFileSync(`${canteen.directory}/server.log`, "utf8");
    for (const line of [/security what=connection code=origin address=203\.0\.113\.99/, /security what=enrol code=code_unknown address=127\.0\.0\.1/])
        while (!line.test(log())) await new Promise(setImmediate);
});

test("no core is dumped, and what is written is its user's alone", async () => {
    assert.match(readFileSync(`/proc/${canteen.server.child.pid}/limits`, "utf8"), /^Max core file size +0 +0 /m);
    const out = `${canteen.directory}/export.json`;
    await canteen.ask("office", "member", "export", "1001", "--out", out);
    assert.equal(statSync(out).mode & 0o077, 0);
});

test("a card need not stand in the shell's history", () => {
    const asked = spawnSync(server_program, ["--dir", canteen.house, "office", "card", "lost", "1001", "-"], { input: "C-NOBODYS\n", encoding: "utf8" });
    assert.match(asked.stdout + asked.stderr, /no card C-NOBODYS.*card_unknown/);
});
