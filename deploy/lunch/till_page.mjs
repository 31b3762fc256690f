// A till's page without a browser: speaks to the core of `canteen-pos serve` in its own messages, and keeps the parts
// it is told.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { create, createFileRegistry, fromBinary, toBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import WebSocket from "ws";

const set = "build/till_page.binpb";
mkdirSync("build", { recursive: true });
execFileSync("protoc", ["-Iproto", "--include_imports", `--descriptor_set_out=${set}`, "canteen/v1/till_page.proto"]);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(set)));
const page_frame = registry.getMessage("canteen.v1.PageFrame");
const core_frame = registry.getMessage("canteen.v1.CoreFrame");

export const id_bytes = () => Uint8Array.from(Buffer.from(randomUUID().replaceAll("-", ""), "hex"));
export const hex = (bytes) => Buffer.from(bytes).toString("hex");

// Exchanges the code in the address that the service printed; gives the cookie.
export async function paired_cookie(address) {
    const url = new URL(address);
    const code = url.hash.slice("#code=".length);
    const reply = await fetch(new URL("/enrol", url), {
        method: "POST", redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded", origin: url.origin },
        body: new URLSearchParams({ code }).toString(),
    });
    if (reply.status !== 303) throw new Error(`not paired: ${reply.status} ${await reply.text()}`);
    return reply.headers.get("set-cookie").split(";")[0];
}

export class TillPage {
    parts = {};
    numbers = [];
    #waiting = [];  // id and what to do with the answer
    #watchers = new Set();

    // Resolves once the core has told everything.
    static async open(origin, cookie, hello = {}) {
        const page = new TillPage();
        page.socket = new WebSocket(`${origin.replace("http", "ws")}/ws`, "canteen.v1", { headers: { cookie }, origin });
        page.closed = new Promise((resolve) => page.socket.on("close", resolve));
        page.socket.on("message", (bytes) => page.#hear(fromBinary(core_frame, new Uint8Array(bytes)).frame));
        await new Promise((resolve, reject) => { page.socket.on("open", resolve); page.socket.on("error", reject); });
        page.socket.removeAllListeners("error");
        page.socket.on("error", () => {});
        page.#send({ case: "hello", value: { pageProtocol: 1, ...hello } });
        await page.until(() => page.numbers.length > 0);
        return page;
    }

    #send(action, action_id = id_bytes()) {
        const [kind, value] = [action.case, action.value];
        const schema = page_frame.fields.find((field) => field.localName === kind).message;
        this.socket.send(toBinary(page_frame, create(page_frame, { actionId: action_id, action: { case: kind, value: create(schema, value) } })));
        return action_id;
    }

    #hear(frame) {
        if (frame.case === "view") {
            const { $typeName, number, ...parts } = frame.value;
            this.numbers.push(number);
            for (const [name, part] of Object.entries(parts)) if (part !== undefined) this.parts[name] = part;
        }
        if (frame.case === "hello") this.hello = frame.value;
        if (frame.case === "goodbye") this.goodbye = frame.value.name;
        if (frame.case === "answer") {
            for (const [id, resolve] of this.#waiting) if (id === hex(frame.value.actionId)) resolve(frame.value);
            this.#waiting = this.#waiting.filter(([id]) => id !== hex(frame.value.actionId));
        }
        for (const look of [...this.#watchers]) look();
    }

    // Resolves with the answer. The same `action_id` again is the same action.
    act(kind, value = {}, action_id = id_bytes()) {
        return new Promise((resolve) => {
            this.#waiting.push([hex(action_id), resolve]);
            this.#send({ case: kind, value }, action_id);
        });
    }
    // Does not wait: the core may be dead before it answers.
    ask(kind, value = {}) { this.#send({ case: kind, value }); }

    until(holds) {
        return new Promise((resolve) => {
            const look = () => { if (!holds()) return; this.#watchers.delete(look); resolve(); };
            this.#watchers.add(look);
            look();
        });
    }

    get basket() { return this.parts.basket; }
    get sale() { return this.parts.sale; }
    pay(parts = [], given = 0n, basket = this.basket) {
        return this.act("payBasket", { basketId: basket.basketId, revision: basket.revision, parts, givenFen: given });
    }
    close() { this.socket.close(); return this.closed; }
}
