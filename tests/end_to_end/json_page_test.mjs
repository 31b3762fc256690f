// deploy/JSON.md is true: its commands run as they stand, and its frames played in their order get the answers it shows.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, resolve } from "node:path";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { cookie_for } from "../../deploy/lunch/kitchen_listener.mjs";
import { server_program } from "../../deploy/lunch/programs.mjs";
import { Canteen } from "./support/canteen.mjs";

const page = readFileSync("deploy/JSON.md", "utf8");
const blocks = [...page.matchAll(/^```(sh|json send|json receive)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({ kind, text }));
const answer_within_ms = 5000;
let canteen;

before(async () => {
    const menu = new URL("../../deploy/demo-canteen/menu.csv", import.meta.url).pathname;
    canteen = await Canteen.make("build/end_to_end/json_page", { begins: "11:00:00", imports: { menu } });
});
after(() => canteen?.close());

// True if every key that the page shows is in the frame, and of the same kind; a list's first item stands for its
// items.
function shows(shown, frame) {
    if (Array.isArray(shown)) return Array.isArray(frame) && frame.some((item) => shows(shown[0], item));
    if (shown === null || typeof shown !== "object") return typeof shown === typeof frame;
    return typeof frame === "object" && frame !== null && Object.keys(shown).every((key) => shows(shown[key], frame[key]));
}

// Plays the messages of one connection, in order.
class Script {
    constructor(cookie) {
        this.heard = [];
        this.socket = new WebSocket(`ws://127.0.0.1:${canteen.port}/ws`, "canteen.v1.json", { headers: { Cookie: cookie, Origin: canteen.origin } });
        this.socket.on("message", (text) => {
            this.heard.push(JSON.parse(text.toString()));
            this.wake?.();
        });
    }

    // Returns the next frame that is as the page shows it; skips others before it.
    async expect(shown) {
        const late = setTimeout(() => this.wake?.(), answer_within_ms);
        const until = Date.now() + answer_within_ms;
        while (Date.now() < until) {
            while (this.heard.length > 0) {
                const frame = this.heard.shift();
                if (!shows(shown, frame)) continue;
                clearTimeout(late);
                return frame;
            }
            await new Promise((done) => (this.wake = done));
        }
        assert.fail(`no frame like ${JSON.stringify(shown)}`);
    }
}

test("the page's commands run as they stand, one after the other", async () => {
    const commands = blocks.filter(({ kind }) => kind === "sh").map(({ text }) => text).join("");
    const directory = resolve("build/end_to_end/json_page/script");
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const child = spawn("bash", ["-euo", "pipefail", "-c", commands], {
        stdio: ["ignore", "pipe", "pipe"],
        env: {
            ...process.env, CANTEEN_URL: canteen.origin, CANTEEN_DIR: canteen.house, CANTEEN_COOKIE: `${directory}/cookie`,
            PATH: [resolve(dirname(server_program)), process.env.PATH].join(delimiter),
        },
    });
    let said = "", complained = "";
    child.stdout.on("data", (bytes) => (said += bytes));
    child.stderr.on("data", (bytes) => (complained += bytes));
    assert.equal(await new Promise((done) => child.on("close", done)), 0, complained);
    const [enrolled, ...lines] = said.trim().split("\n");
    assert.match(enrolled, /^enrolled/);
    const frames = lines.map((line) => JSON.parse(line));
    assert.equal(frames.length, 3);
    assert.equal(frames[0].feed, "FEED_MENU");
    assert.ok(frames[1].committed);
    assert.ok(frames[2].members);
});

test("the page's frames get the answers it shows", async () => {
    const script = new Script(await cookie_for(canteen.port, await canteen.ask("enrol", "office", "--name", "page")));
    const frames = blocks.filter(({ kind }) => kind !== "sh");
    assert.ok(frames.length >= 10);
    for (const { kind, text } of frames) {
        const frame = JSON.parse(text);
        if (kind === "json send") script.socket.send(JSON.stringify(frame));
        else await script.expect(frame);
    }
    script.socket.close();
});
