// A kitchen screen without a picture: follows the feed over `canteen.v1.json`, remembers every ticket, marks them ready.
import { randomBytes } from "node:crypto";
import WebSocket from "ws";

// The cookie of a screen, for a one-time code.
export async function cookie_for(port, code) {
    const reply = await fetch(`http://127.0.0.1:${port}/enrol`, {
        method: "POST", redirect: "manual", body: new URLSearchParams({ code }),
        headers: { Origin: `http://127.0.0.1:${port}` },
    });
    const cookie = reply.headers.get("set-cookie");
    if (!cookie) throw new Error(`enrol: ${reply.status} ${await reply.text()}`);
    return cookie.split(";")[0];
}

function uuid7() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString("base64");
}

const busy_wait_ms = 500;

export class KitchenListener {
    constructor(port, cookie) {
        this.port = port;
        this.cookie = cookie;
        this.cursor = { epoch: "0", seq: "0" };
        this.seen = new Map();     // order id -> how often it newly appeared
        this.tickets = new Map();  // order id -> state
        this.given = new Map();    // command id -> what was not answered yet
        this.gaps = 0;             // frames that did not follow: answered by a resume
        this.connections = 0;
        this.open();
    }

    open() {
        if (this.closed) return;
        this.socket = new WebSocket(`ws://127.0.0.1:${this.port}/ws`, "canteen.v1.json", {
            headers: { Cookie: this.cookie, Origin: `http://127.0.0.1:${this.port}` },
        });
        this.socket.on("message", (text) => this.on_message(JSON.parse(text.toString())));
        this.socket.on("error", () => {});
        this.socket.on("close", () => setTimeout(() => this.open(), 200));
    }

    close() {
        this.closed = true;
        this.socket.close();
    }

    say(frame) {
        if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
    }

    on_message(frame) {
        if (frame.challenge) this.say({ hello: { protocol: 1, role: "KITCHEN", feeds: [{ feed: "FEED_KITCHEN", ...this.cursor }] } });
        if (frame.welcome) this.connections += 1;
        if (frame.answer) this.on_answer(frame.answer);
        if (frame.feed) this.on_feed(frame.feed);
        if (frame.goodbye) throw new Error(`the server sent the kitchen away: ${JSON.stringify(frame.goodbye)}`);
    }

    // A screen that gives more than the server takes of one is told to wait, as a page is.
    on_answer({ commandId, rejected }) {
        const command = this.given.get(commandId);
        if (rejected?.name !== "busy") this.given.delete(commandId);
        else if (command) setTimeout(() => this.say({ submit: { command } }), busy_wait_ms);
    }

    give(body) {
        const command = { commandId: uuid7(), ...body };
        this.given.set(command.commandId, command);
        this.say({ submit: { command } });
    }

    on_feed(feed) {
        const follows = feed.epoch === this.cursor.epoch && (feed.after ?? "0") === this.cursor.seq;
        if (feed.snapshot) {
            if (feed.snapshot.first) this.snapshot = new Map();
            for (const ticket of feed.tickets ?? []) this.snapshot.set(ticket.orderId, ticket);
            if (!feed.snapshot.last) return;
            for (const ticket of this.snapshot.values()) this.note(ticket);
        } else if (!follows) {
            this.gaps += 1;
            this.say({ resume: { cursor: { feed: "FEED_KITCHEN", ...this.cursor } } });
            return;
        } else {
            for (const ticket of feed.tickets ?? []) this.note(ticket);
        }
        this.cursor = { epoch: feed.epoch, seq: feed.seq ?? "0" };
    }

    note(ticket) {
        const known = this.tickets.get(ticket.orderId);
        if (!known) this.seen.set(ticket.orderId, (this.seen.get(ticket.orderId) ?? 0) + 1);
        this.tickets.set(ticket.orderId, ticket);
        if (!known && ticket.state === "TICKET_OPEN")
            this.give({ markLine: { orderId: ticket.orderId, lineIndex: 0, done: true } });
    }
}
