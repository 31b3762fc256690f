// A client of `canteen.v1.json` to run or to copy from; deploy/JSON.md explains it line by line.
//   node json_client.mjs enrol CODE          exchanges a one-time code for this script's cookie; `-`: read from stdin
//   node json_client.mjs follow FEED [N]     prints each frame of KITCHEN or MENU as a line; ends after N frames
//   node json_client.mjs submit BODY         gives a command, prints the answer; exit code 1 if it was refused
//   node json_client.mjs ask QUERY           asks a query, prints the answer or the file's bytes; exit code 1 if refused
// CANTEEN_URL is where the server listens, CANTEEN_COOKIE the file the cookie is kept in, CANTEEN_ROLE the device's role.
import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import WebSocket from "ws";

const url = process.env.CANTEEN_URL ?? "http://127.0.0.1:8470";
const cookie_file = process.env.CANTEEN_COOKIE ?? "canteen.cookie";
const role = process.env.CANTEEN_ROLE ?? "OFFICE";

// A UUIDv7 in base64: whoever mints a command names it, so that sending it again has no second effect.
function new_id() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString("base64");
}

// Arguments stand in the shell's history and in everybody's list of processes; a code, card or ID number need not.
const from_stdin = (word) => (word === "-" ? readFileSync(0, "utf8").trim() : word);

async function enrol(word) {
    const code = from_stdin(word);
    const nonce = randomBytes(16).toString("hex");  // a lost answer is asked for again with the same one
    const body = () => ({ method: "POST", redirect: "manual", body: new URLSearchParams({ code, nonce }), headers: { Origin: url } });
    const reply = await fetch(`${url}/enrol`, body()).catch(() => fetch(`${url}/enrol`, body()));
    const cookie = reply.headers.get("set-cookie");
    if (!cookie) throw new Error(`refused: ${reply.status} ${await reply.text()}`);
    writeFileSync(cookie_file, cookie.split(";")[0], { mode: 0o600 });
    chmodSync(cookie_file, 0o600);  // also of a file that was there
    console.log(`enrolled; the cookie is in ${cookie_file}`);
}

// `on` gets each frame and a function that sends one. Resolves when the connection is closed.
function connect(on) {
    const cookie = readFileSync(cookie_file, "utf8");
    const socket = new WebSocket(`${url.replace("http", "ws")}/ws`, "canteen.v1.json", { headers: { Cookie: cookie, Origin: url } });
    const say = (frame) => socket.send(JSON.stringify(frame));
    socket.on("message", (text) => on(JSON.parse(text.toString()), say, socket));
    return new Promise((done, fail) => {
        socket.on("close", done);
        socket.on("error", fail);
    });
}

async function follow(name, most = Infinity) {
    const feed = `FEED_${name}`;
    let cursor = { epoch: "0", seq: "0" };  // "0": at the beginning
    let frames = 0;
    await connect((frame, say, socket) => {
        if (frame.challenge) say({ hello: { protocol: 1, role, feeds: [{ feed, ...cursor }] } });
        if (frame.goodbye) throw new Error(`sent away: ${JSON.stringify(frame.goodbye)}`);
        if (!frame.feed || frames >= most) return;
        const follows = frame.feed.epoch === cursor.epoch && (frame.feed.after ?? "0") === cursor.seq;
        if (!frame.feed.snapshot && !follows) return say({ resume: { cursor: { feed, ...cursor } } });
        if (!frame.feed.snapshot || frame.feed.snapshot.last) cursor = { epoch: frame.feed.epoch, seq: frame.feed.seq ?? "0" };
        console.log(JSON.stringify(frame.feed));
        if (++frames >= most) socket.close();
    });
}

async function submit(body) {
    const commandId = new_id();
    await connect((frame, say, socket) => {
        if (frame.challenge) say({ hello: { protocol: 1, role } });
        if (frame.welcome) say({ submit: { command: { commandId, ...body } } });
        if (frame.goodbye) throw new Error(`sent away: ${JSON.stringify(frame.goodbye)}`);
        if (!frame.answer) return;
        console.log(JSON.stringify(frame.answer));
        process.exitCode = frame.answer.rejected ? 1 : 0;
        socket.close();
    });
}

async function ask(query) {
    await connect((frame, say, socket) => {
        if (frame.challenge) say({ hello: { protocol: 1, role } });
        if (frame.welcome) say({ ask: { queryId: "1", ...query } });
        if (frame.goodbye) throw new Error(`sent away: ${JSON.stringify(frame.goodbye)}`);
        if (!frame.told) return;
        const { document } = frame.told;
        if (document) process.stdout.write(Buffer.from(document.part ?? "", "base64"));
        else console.log(JSON.stringify(frame.told));
        process.exitCode = frame.told.refused ? 1 : 0;
        if (!document || document.last) socket.close();
    });
}

const [verb, ...words] = process.argv.slice(2);
if (verb === "enrol" && words.length === 1) await enrol(words[0]);
else if (verb === "follow" && words.length >= 1) await follow(words[0], Number(words[1] ?? Infinity));
else if (verb === "submit" && words.length === 1) await submit(JSON.parse(from_stdin(words[0])));
else if (verb === "ask" && words.length === 1) await ask(JSON.parse(from_stdin(words[0])));
else {
    console.error("usage: json_client.mjs enrol CODE | follow KITCHEN|MENU [N] | submit BODY | ask QUERY");
    process.exitCode = 2;
}
