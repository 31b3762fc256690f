// The real server tells clients that are wrong, greedy, slow or not allowed the reason, and goes on serving.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, afterEach, before, test } from "node:test";
import { cookie_for } from "../../deploy/lunch/kitchen_listener.mjs";
import { Canteen } from "./support/canteen.mjs";
import { opcode, RawPeer, ws_frame } from "./support/raw_peer.mjs";

const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const frame_bytes = 64 * 1024;
const connections = 200;
const unknown_per_address = 8;

let canteen, cookie;
let peers = [];

before(async () => {
    canteen = await Canteen.make("build/end_to_end/wire_limits", { begins: "11:40:00", imports: { menu: `${demo}menu.csv` } });
    await canteen.add_till("A", "A");
    cookie = await cookie_for(canteen.port, await canteen.ask("enrol", "kitchen", "--name", "wall"));
});
after(() => canteen?.close());
afterEach(async () => {
    for (const peer of peers) peer.end();
    peers = [];
    assert.equal((await get("/healthz")).status, 200);
});

function peer() {
    peers.push(new RawPeer(canteen.port));
    return peers.at(-1);
}

async function upgraded(options) {
    const one = peer();
    assert.equal(await one.upgrade(options), 101);
    return one;
}

// Opens a kitchen screen that is let in.
async function kitchen(feeds = [{ feed: "FEED_KITCHEN" }], more = {}) {
    const one = await upgraded({ cookie, origin: canteen.origin, ...more });
    assert.ok((await one.hear()).json.challenge);
    one.say({ hello: { protocol: 1, role: "KITCHEN", feeds } });
    return one;
}

// Gives the last message to a client that says this at once, and the code it is closed with.
async function sent_away(one) {
    let goodbye;
    for (;;) {
        const { json, close, gone } = await one.hear();
        if (json?.goodbye) goodbye = json.goodbye.name;
        if (close || gone) return { goodbye, close };
    }
}

async function answer_to(one, command) {
    one.say({ submit: { command: { commandId: randomBytes(16).toString("base64"), ...command } } });
    for (;;) {
        const { json } = await one.hear();
        if (json.answer) return json.answer.rejected?.name ?? "committed";
    }
}

const get = (path, headers = "") => peer().ask(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}Connection: close\r\n\r\n`);
const post_enrol = (body, headers = "") =>
    peer().ask(`POST /enrol HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);

test("a frame over 64 KiB is 1009, one of 64 KiB is read", async () => {
    const one = await upgraded();
    one.socket.write(ws_frame(opcode.text, "x".repeat(frame_bytes + 1)));
    assert.equal((await sent_away(one)).close, 1009);
    const other = await upgraded();
    other.socket.write(ws_frame(opcode.text, " ".repeat(frame_bytes)));
    assert.notEqual((await sent_away(other)).close, 1009);
});

test("bytes that are no message are answered with a goodbye", async () => {
    const one = await upgraded({ subprotocol: "canteen.v1" });
    one.socket.write(ws_frame(opcode.binary, randomBytes(200).fill(0xff, 0, 20)));
    assert.equal((await sent_away(one)).close, 1007);
    const text = await upgraded();
    text.socket.write(ws_frame(opcode.text, "{nonsense"));
    assert.deepEqual(await sent_away(text), { goodbye: "malformed", close: 1007 });
});

test("frames that break the protocol are closed as RFC 6455 says", async () => {
    const unmasked = await upgraded();
    unmasked.socket.write(ws_frame(opcode.text, "{}", { masked: false }));
    assert.equal((await sent_away(unmasked)).close, 1002);
    const no_text = await upgraded();
    no_text.socket.write(ws_frame(opcode.text, Buffer.from([0xc3, 0x28])));
    assert.equal((await sent_away(no_text)).close, 1007);
});

test("a command of a newer client is refused and the connection goes on", async () => {
    const one = await kitchen();
    assert.equal(await answer_to(one, { markTicket: { orderId: randomBytes(16).toString("base64"), ready: true, howWell: 3 } }), "client_newer");
    assert.equal(await answer_to(one, { markTicket: { orderId: randomBytes(16).toString("base64"), ready: true } }), "order_unknown");
});

const lunch = { date: 20557, slot: "LUNCH" };
const bowl_of_rice = (order) => ({
    orderId: order, meal: lunch, mode: "DINE_IN", origin: "COUNTER", pickup: { letters: "A", count: 1 }, menuVersion: 1,
    lines: [{ lineId: 1, dish: 601, quantity: 1, unitPriceFen: "100", amountFen: "100" }], shown: { foodFen: "100", toPayFen: "100" },
});

test("a screen may give only its own commands and follow only its own feeds", async () => {
    const order = randomBytes(16).toString("base64");
    const one = await kitchen();
    assert.equal(await answer_to(one, { cancelOrder: { orderId: order } }), "not_permitted");
    assert.equal(await answer_to(one, { placeOrder: { order: bowl_of_rice(order), tenders: [] } }), "not_permitted");
    assert.equal(await answer_to(one, { addPortions: { meal: lunch, dish: 601, reason: "FOUND", amount: 5 } }), "not_permitted");
    assert.deepEqual(await sent_away(await kitchen([{ feed: "FEED_SHEETS" }])), { goodbye: "not_permitted", close: 1008 });
    const resuming = await kitchen();
    resuming.say({ resume: { cursor: { feed: "FEED_USES" } } });
    assert.deepEqual(await sent_away(resuming), { goodbye: "not_permitted", close: 1008 });
});

test("a feed this server does not know is left out, and the newer client is served the rest", async () => {
    const one = await kitchen([{ feed: 99 }, { feed: "FEED_KITCHEN" }]);
    assert.ok((await one.hear()).json.welcome);
    assert.equal((await one.hear()).json.feed.feed, "FEED_KITCHEN");
});

test("a cookie opens only the role it was given to, and none opens nothing", async () => {
    const hello = async (options, role) => {
        const one = await upgraded(options);
        one.say({ hello: { protocol: 1, role } });
        return sent_away(one);
    };
    assert.deepEqual(await hello({ cookie }, "OFFICE"), { goodbye: "not_permitted", close: 1008 });
    assert.deepEqual(await hello({ cookie }, "TILL"), { goodbye: "device_unknown", close: 1008 });
    assert.deepEqual(await hello({}, "KITCHEN"), { goodbye: "device_unknown", close: 1008 });
    assert.deepEqual(await hello({ cookie: "canteen_device=00" }, "KITCHEN"), { goodbye: "device_unknown", close: 1008 });
});

test("another site's page is not let in", async () => {
    for (const origin of ["http://evil.example", "null", "https://127.0.0.1.evil.example"])
        assert.equal(await peer().upgrade({ cookie, origin }), 403, origin);
    assert.equal(await peer().upgrade({ cookie, origin: "http://127.0.0.1:9" }), 403, "another service of this machine");
    assert.equal(await peer().upgrade({ cookie, origin: canteen.origin.replace("http:", "https:") }), 403);
    assert.equal(await peer().upgrade({ cookie, host: "evil.example" }), 421);
    assert.equal((await post_enrol("code=AAAA", "Origin: http://evil.example\r\n")).status, 403);
});

test("a client that says nothing is sent away after five seconds", async () => {
    assert.deepEqual(await sent_away(await upgraded()), { goodbye: "hello_late", close: 1008 });
});

test("one that asks and does not read is closed, and nobody else waits for it", async () => {
    const one = await kitchen();
    one.socket.pause();
    const pings = 400_000, at_once = 1_000;
    const ping = Buffer.concat(Array.from({ length: at_once }, () => ws_frame(opcode.text, JSON.stringify({ ping: { token: "1" } }))));
    for (let n = 0; n < pings && !one.socket.destroyed; n += at_once) one.socket.write(ping);
    const other = await kitchen();
    assert.ok((await other.hear()).json.welcome);
    await closed_with(1013);
    one.socket.resume();
    let pongs = 0;
    for (let frame; (frame = await one.frame());) pongs += 1;
    assert.ok(pongs < pings);
});

async function closed_with(code) {
    while (!new RegExp(`canteen_closed_total{code="${code}"} [1-9]`).test(await metrics()));
}

async function metrics() {
    return (await fetch(`${canteen.origin}/metrics`)).text();
}

test("the two hundred and first connection is told that it is full", async () => {
    const idle = Array.from({ length: connections }, () => peer());
    await Promise.all(idle.map((one) => one.connected));
    assert.equal((await get("/healthz")).status, 503);
    idle.forEach((one) => one.end());
    while ((await get("/healthz")).status !== 200);
    assert.match(await metrics(), /canteen_refused_connections_total{\w+="full"} [1-9]/);
});

test("behind a front one address holds eight strangers, and a screen that is known is not counted", async () => {
    const from = { forwarded_for: "203.0.113.7" };
    for (let n = 0; n < unknown_per_address; n += 1) assert.equal(await peer().upgrade(from), 101);
    assert.equal(await peer().upgrade(from), 429);
    assert.equal(await peer().upgrade({ forwarded_for: "203.0.113.8" }), 101);
    for (let n = 0; n <= unknown_per_address; n += 1) {
        const screen = await kitchen([{ feed: "FEED_KITCHEN" }], { forwarded_for: "203.0.113.9" });
        assert.ok((await screen.hear()).json.welcome);
    }
});

test("an enrolment code works once, and guessing is stopped", async () => {
    const code = await canteen.ask("enrol", "kitchen", "--name", "board");
    const first = await post_enrol(`code=${code}`);
    assert.equal(first.status, 303);
    assert.match(first.headers["set-cookie"], /^canteen_device=[0-9a-f]{32,}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=\d+$/);
    assert.equal((await post_enrol(`code=${code}`)).status, 403);
    const guess = () => post_enrol("code=0000-0000", "X-Forwarded-For: 203.0.113.20\r\n");
    for (let n = 0; n < 10; n += 1) assert.equal((await guess()).status, 403);
    assert.equal((await guess()).status, 429);
});

test("a screen's code is no till's, and a till's no screen's", async () => {
    assert.equal((await post_enrol(`code=${await canteen.ask("enrol", "till", "--name", "till B", "--letters", "B")}`)).status, 403);
});

test("a revoked screen is cut off at once and a revoked till not let in again", async () => {
    const board = await cookie_for(canteen.port, await canteen.ask("enrol", "kitchen", "--name", "door"));
    const screen = await kitchen(undefined, { cookie: board });
    assert.ok((await screen.hear()).json.welcome);
    await canteen.ask("revoke", "door");
    assert.deepEqual(await sent_away(screen), { goodbye: "revoked", close: 1008 });
    assert.deepEqual(await sent_away(await kitchen(undefined, { cookie: board })), { goodbye: "revoked", close: 1008 });
    await canteen.ask("revoke", "till A");
    await assert.rejects(canteen.sell("A", "--dish", "601", "--wait-ms", "1500"));
    assert.equal((await canteen.books()).value("SELECT count(*) FROM orders"), 0);
});

test("health and measures are told, and only what is a page is given", async () => {
    assert.equal((await fetch(`${canteen.origin}/healthz`)).status, 200);
    assert.match(await (await fetch(`${canteen.origin}/healthz`)).text(), /^ok epoch [1-9]\d* seq [1-9]\d*\n$/);
    assert.equal((await fetch(`${canteen.origin}/healthz`, { method: "HEAD" })).status, 200);
    assert.match(await metrics(), /^canteen_journal_seq [1-9]/m);
    assert.doesNotMatch(await metrics(), /德安|wall/);
    for (const path of ["/canteen.key", "/../canteen.key", "/kitchen/../../canteen.db", "/%2e%2e/canteen.key", "/kitchen/main.js.map", "/ws/../metrics"])
        assert.ok([400, 404].includes((await get(path)).status), path);
    assert.equal((await get("/ws")).status, 426);
    assert.equal((await get(`/${"x".repeat(2000)}`)).status, 414);
    assert.equal((await get("/", `X-Long: ${"x".repeat(9000)}\r\n`)).status, 431);
    assert.equal((await post_enrol("x".repeat(frame_bytes + 1))).status, 413);
});

test("every answer carries the headers that keep foreign code out", async () => {
    for (const path of ["/kitchen/", "/kitchen/main.js", "/enrol/", "/healthz", "/metrics", "/nothing", "/ws"]) {
        const { headers } = await get(path);
        assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'; base-uri 'none'/, path);
        assert.equal(headers["x-content-type-options"], "nosniff", path);
        assert.equal(headers["referrer-policy"], "no-referrer", path);
    }
});
