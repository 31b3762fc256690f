// A client that sends any bytes, also wrong ones, and keeps all that comes back.
import { randomBytes } from "node:crypto";
import net from "node:net";

export const opcode = { text: 1, binary: 2, close: 8, ping: 9 };

// Makes a client's frame; `masked` false breaks RFC 6455 5.1.
export function ws_frame(kind, payload, { masked = true } = {}) {
    const body = Buffer.from(payload);
    const wide = body.length > 65535;
    const head = Buffer.alloc(body.length < 126 ? 2 : wide ? 10 : 4);
    head[0] = 0x80 | kind;
    head[1] = (masked ? 0x80 : 0) | (body.length < 126 ? body.length : wide ? 127 : 126);
    if (wide) head.writeBigUInt64BE(BigInt(body.length), 2);
    else if (body.length >= 126) head.writeUInt16BE(body.length, 2);
    return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), body]);  // a mask of zeros is allowed
}

export class RawPeer {
    constructor(port) {
        this.port = port;
        this.bytes = Buffer.alloc(0);
        this.is_closed = false;
        this.waiting = () => {};
        this.socket = net.connect(port, "127.0.0.1");
        this.socket.on("data", (more) => {
            this.bytes = Buffer.concat([this.bytes, more]);
            this.waiting();
        });
        this.socket.on("error", () => {});
        this.socket.on("close", () => {
            this.is_closed = true;
            this.waiting();
        });
        this.connected = new Promise((done) => this.socket.once("connect", done));
    }

    // Upgrades by hand; gives the server's answer as a status.
    async upgrade({ origin, host = `127.0.0.1:${this.port}`, cookie, subprotocol = "canteen.v1.json", forwarded_for } = {}) {
        const lines = [`GET /ws HTTP/1.1`, `Host: ${host}`, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
            `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`, `Sec-WebSocket-Protocol: ${subprotocol}`];
        if (origin) lines.push(`Origin: ${origin}`);
        if (cookie) lines.push(`Cookie: ${cookie}`);
        if (forwarded_for) lines.push(`X-Forwarded-For: ${forwarded_for}`);
        return (await this.ask(`${lines.join("\r\n")}\r\n\r\n`)).status;
    }

    // Sends one HTTP request as bytes; gives the head of the answer. A closed connection without an answer has status
    // 0.
    async ask(text) {
        this.socket.write(text);
        const end = await this.until(() => this.bytes.indexOf("\r\n\r\n"));
        if (end === undefined) return { status: 0, headers: {} };
        const [first, ...lines] = this.bytes.subarray(0, end).toString().split("\r\n");
        this.bytes = this.bytes.subarray(end + 4);
        return {
            status: Number(first.split(" ")[1]),
            headers: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)])),
        };
    }

    say(message) { this.socket.write(ws_frame(opcode.text, JSON.stringify(message))); }

    // Gives the next message as {json}, {close: code}, or {gone} if the connection ended without a close frame.
    async hear() {
        for (;;) {
            const frame = await this.frame();
            if (!frame) return { gone: true };
            if (frame.kind === opcode.text) return { json: JSON.parse(frame.body.toString()) };
            if (frame.kind === opcode.close) return { close: frame.body.readUInt16BE(0) };
            if (frame.kind === opcode.binary) return { binary: frame.body };
        }
    }

    async frame() {
        const size = await this.until(() => this.frame_size());
        if (size === undefined) return undefined;
        const frame = { kind: this.bytes[0] & 0x0f, body: this.bytes.subarray(size.head, size.head + size.body) };
        this.bytes = this.bytes.subarray(size.head + size.body);
        return frame;
    }

    // Returns -1 while the frame at the front is not complete.
    frame_size() {
        if (this.bytes.length < 2) return -1;
        const short = this.bytes[1] & 0x7f;
        const head = short === 126 ? 4 : short === 127 ? 10 : 2;
        if (this.bytes.length < head) return -1;
        const body = short === 126 ? this.bytes.readUInt16BE(2) : short === 127 ? Number(this.bytes.readBigUInt64BE(2)) : short;
        return this.bytes.length < head + body ? -1 : { head, body };
    }

    // Gives what `find` finds in the bytes; undefined if the connection ended before.
    until(find) {
        return new Promise((done) => {
            const look = () => {
                const found = find();
                if (found !== -1) done(found);
                else if (this.is_closed) done(undefined);
                else return;
                this.waiting = () => {};
            };
            this.waiting = look;
            look();
        });
    }

    end() { this.socket.destroy(); }
}
