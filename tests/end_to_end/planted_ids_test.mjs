// Twenty planted ID numbers, with names and phones, go through a whole lunch: none of them is in any file of server or
// tills, log, journal, backup, feed, page or metric.
import assert from "node:assert/strict";
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { cookie_for } from "../../deploy/lunch/kitchen_listener.mjs";
import { Canteen } from "./support/canteen.mjs";

const demo = new URL("../../deploy/", import.meta.url).pathname;
const outside = "build/end_to_end/planted_input";  // the office's own files: not searched
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const frames = [];  // all frames that any screen received
const said = [];    // all that any command printed
let canteen;

// Area 999999 never existed; the check digit is right.
function id_number(n) {
    const body = `99999918840229${String(500 + n)}`;
    const sum = [...body].reduce((total, digit, place) => total + Number(digit) * weights[place], 0);
    return body + "10X98765432"[sum % 11];
}
const planted = Array.from({ length: 20 }, (_, n) => ({ number: String(7000 + n), id: id_number(n), phone: `1990000${4000 + n}` }));
const secrets = planted.flatMap(({ id, phone }) => [id, phone]);

async function ask(...words) {
    const text = await canteen.ask(...words).catch((error) => error.message);
    said.push(text);
    return text;
}

function listen(cookie, role, feeds) {
    const socket = new WebSocket(`ws://127.0.0.1:${canteen.port}/ws`, "canteen.v1.json", { headers: { Cookie: cookie, Origin: canteen.origin } });
    socket.on("message", (bytes) => {
        frames.push(bytes.toString());
        if (JSON.parse(bytes).challenge) socket.send(JSON.stringify({ hello: { protocol: 1, role, feeds: feeds.map((feed) => ({ feed })) } }));
    });
    socket.on("error", () => {});
    return socket;
}

// Does not use readdir's own recursion: that of Node 18 takes a socket for a directory.
function files_under(directory) {
    return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
        const path = `${directory}/${entry.name}`;
        return entry.isDirectory() ? files_under(path) : entry.isFile() ? [path] : [];
    });
}

function expect_nothing_planted(bytes, where) {
    for (const secret of secrets) assert.equal(bytes.includes(secret), false, `${secret} is in ${where}`);
}

before(async () => {
    mkdirSync(outside, { recursive: true });
    const rows = planted.map(({ number, id, phone }) => `${number},李秀英,${id},${phone},510117007,510117007,dibao\n`).join("");
    writeFileSync(`${outside}/members.csv`, `number,name,id_number,phone,hukou,residence,tags\n${rows}`);
    writeFileSync(`${outside}/wrong.csv`, `number,name,id_number,phone,hukou\n1,王,${planted[0].id.slice(0, 17)}Y,${planted[1].phone},x\n`);
    writeFileSync(`${outside}/numbers.csv`, `number,name,born\n${planted[8].id},甲,1950-01-01\n`);
    canteen = await Canteen.make("build/end_to_end/planted_ids", { begins: "11:40:00", imports: { menu: `${demo}demo-canteen/menu.csv` } });
    await canteen.server.stop();
    canteen.server.log = openSync(`${canteen.directory}/server.log`, "w");
    await canteen.serve();
});
after(() => canteen?.close());

// Does everything an office does with people: only the document handed to the person themselves holds their numbers,
// and it lies outside.
async function work_of_the_office() {
    const office = (...words) => ask("office", ...words);
    assert.match(await office("member", "find", planted[3].id), /^7003 /);
    assert.match(await office("member", "find", "lxy"), /20 found$/);
    await office("card", "issue", "7004", "C7004");
    await typed_in_the_wrong_place(office);
    await office("member", "review", "7004", "cd-qionglai-2025", "submitted", "note=材料齐全");
    await office("member", "review", "7004", "cd-qionglai-2025", "rejected", "note=不符合");
    await office("employer", "set", "wuye", "某某物业", "account=yes");
    assert.match(await office("claim", "draft", "cd-qionglai-2025/gov", "2026-04"), /20 lines/);
    for (const words of [["counts", "of", "2026-04"], ["ledger", "balances"], ["employer", "statement", "wuye", "2026-04"], ["claim", "list"]])
        await office(...words);
    const [claim] = (await office("claim", "list")).match(/[0-9a-f]{32}/);
    for (const form of ["persons", "meals"]) await office("claim", "print", claim, form);
    rmSync(`${outside}/his.json`, { force: true });
    await office("member", "export", "7005", "--out", `${outside}/his.json`);
    assert.ok(readFileSync(`${outside}/his.json`).includes(planted[5].id));
    await office("member", "erase", "7006");
    assert.equal((await office("member", "find", planted[6].id)).trim(), "0 found");
}

// Types whole numbers where a card, a member number or an employer is asked for: they are refused, and told only to
// whoever typed them.
async function typed_in_the_wrong_place(office) {
    const { id } = planted[8];
    const refused = async (why, ...words) => assert.match(await canteen.ask(...words).catch((error) => error.message), why);
    await refused(/card_unknown/, "office", "card", "lost", "7008", id);
    await refused(/card_unknown/, "office", "card", "issue", "7008", "C7008", `replaces=${id}`);
    await refused(/text_invalid|number/, "import", "members", `${outside}/numbers.csv`);
    await refused(/employer_unknown/, "office", "employer", "paid", id, "account", "1.00");
    await refused(/member/, "office", "member", "show", id);
    await refused(/member/, "topup", id, "10");
    await canteen.sell("A", "--dish", "206", "--pay", `employer:${id}`).catch(() => {});
}

test("a lunch of twenty planted people leaves their numbers nowhere", async () => {
    await ask("import", "scheme", `${demo}schemes/cd-qionglai-2025.json`);
    assert.match(await ask("import", "members", `${outside}/members.csv`), /COMMITTED/);
    assert.match(await ask("import", "members", `${outside}/wrong.csv`), /line 2/);
    await canteen.add_till("A", "A");
    const sockets = [
        listen(await cookie_for(canteen.port, await canteen.ask("enrol", "kitchen", "--name", "wall")), "KITCHEN", ["FEED_KITCHEN"]),
        listen(await cookie_for(canteen.port, await canteen.ask("enrol", "office", "--name", "desk")), "OFFICE", ["FEED_KITCHEN", "FEED_MENU"]),
    ];
    for (const { number } of planted) said.push(await canteen.sell("A", "--member", number, "--dish", "206"));
    await work_of_the_office();
    await ask("backup", `${canteen.directory}/backup.db`);
    assert.match(await ask("verify"), /^clean/m);
    const pages = await Promise.all(["/", "/metrics", "/healthz", "/kitchen/"].map(async (path) => (await fetch(canteen.origin + path)).text()));

    assert.ok(frames.some((text) => text.includes("portions")), "the screens heard of the lunch");
    expect_nothing_planted(frames.join("\n"), "a feed");
    expect_nothing_planted(said.join("\n"), "what a command printed");
    expect_nothing_planted(pages.join("\n"), "a page or metric");
    const files = files_under(canteen.directory);
    for (const name of ["canteen.db", "backup.db", "server.log", "tills/A"]) assert.ok(files.some((path) => path.includes(name)), name);
    for (const path of files) expect_nothing_planted(readFileSync(path), path);
    for (const socket of sockets) socket.close();
});
