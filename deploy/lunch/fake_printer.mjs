// A receipt printer that is none: it listens where printers listen, answers how it is, does what real ones do at the worst
// moment, and shows its paper as a web page. For the demo and for tests.
//   node deploy/lunch/fake_printer.mjs [PORT [HTTP_PORT]]
import http from "node:http";
import net from "node:net";
import { pathToFileURL } from "node:url";
import { paper_page } from "./fake_paper.mjs";
import { decoded, is_unfinished } from "./escpos_decoder.mjs";

// Its moods. `hang` reads nothing more, `close` hangs up at once, `die` prints half of the next job.
export const moods = ["well", "out_of_paper", "cover_open", "silent", "hang", "close", "die"];

const strips_kept = 100;
const status_bits = 0x12;

// Answers DLE EOT `kind` in that mood.
export function status_answer(kind, mood) {
    let bits = status_bits;
    if (kind === 1 && ["out_of_paper", "cover_open"].includes(mood)) bits |= 0x08;
    if (kind === 2 && mood === "cover_open") bits |= 0x04;
    if (kind === 2 && mood === "out_of_paper") bits |= 0x20;
    if (kind === 4 && mood === "out_of_paper") bits |= 0x60;
    return bits;
}

const question_bytes = 3;

// Returns the kind of the question that ends the bytes; 0 for none. Dots of a picture are none, whatever they look like.
function question_at_end(bytes) {
    const [first, second, kind] = bytes.subarray(-question_bytes);
    if (first !== 0x10 || second !== 0x04 || ![1, 2, 4].includes(kind)) return 0;
    try {
        decoded(bytes.subarray(0, -question_bytes));
    } catch (error) {
        if (is_unfinished(error)) return 0;
    }
    return kind;
}

class FakePrinter {
    constructor() {
        this.mood = "well";
        this.strips = [];  // the newest last: { at, pieces, trouble }
        this.drawer_openings = 0;
        this.guests = new Set();
        this.printer = net.createServer((guest) => this.welcome(guest));
        this.pages = http.createServer((request, response) => this.answer(request, response));
    }

    welcome(guest) {
        if (this.mood === "close") return guest.destroy();
        let job = Buffer.alloc(0);
        this.guests.add(guest);
        guest.on("error", () => guest.destroy());
        guest.on("close", () => {
            this.guests.delete(guest);
            if (job.length > 0) this.tear_off(job);
        });
        guest.on("data", (bytes) => {
            if (this.mood === "hang") return guest.pause();
            job = Buffer.concat([job, bytes]);
            const kind = question_at_end(job);
            if (kind > 0) job = job.subarray(0, -question_bytes);
            if (kind > 0 && this.mood !== "silent") guest.write(Buffer.from([status_answer(kind, this.mood)]));
            if (this.mood !== "die" || job.length === 0) return;
            job = job.subarray(0, Math.floor(job.length / 2));
            this.mood = "well";
            guest.destroy();
        });
    }

    // Shows what a job printed, also if it ends in its middle or says what no printer knows.
    tear_off(job) {
        let pieces = [], trouble = "";
        try {
            pieces = decoded(job);
        } catch (error) {
            trouble = is_unfinished(error) ? "ends in its middle" : error.message;
            pieces = error.pieces ?? [];
        }
        this.drawer_openings += pieces.filter((piece) => piece.kind === "drawer").length;
        this.strips.push({ at: new Date(), pieces, trouble });
        if (this.strips.length > strips_kept) this.strips.shift();
        this.on_strip?.(this.strips.at(-1));
    }

    // Resolves with the next strip.
    next_strip() {
        return new Promise((done) => {
            this.on_strip = (strip) => {
                this.on_strip = undefined;
                done(strip);
            };
        });
    }

    answer(request, response) {
        const url = new URL(request.url, "http://127.0.0.1");
        const mood = url.searchParams.get("mood");
        if (request.method === "POST" && url.pathname === "/mood" && moods.includes(mood)) {
            this.mood = mood;
            response.writeHead(303, { location: "/" }).end();
        } else if (request.method === "GET" && url.pathname === "/strips") {
            response.writeHead(200, { "content-type": "application/json" });
            response.end(JSON.stringify({ mood: this.mood, drawer_openings: this.drawer_openings, strips: this.strips }));
        } else if (request.method === "GET" && url.pathname === "/") {
            response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(paper_page(this, moods));
        } else response.writeHead(404).end();
    }

    async listen(port, http_port) {
        await new Promise((done) => this.printer.listen(port, "127.0.0.1", done));
        await new Promise((done) => this.pages.listen(http_port, "127.0.0.1", done));
        this.port = this.printer.address().port;
        this.http_port = this.pages.address().port;
        return this;
    }

    async close() {
        for (const guest of this.guests) guest.destroy();
        this.pages.closeAllConnections();
        await Promise.all([this.printer, this.pages].map((server) => new Promise((done) => server.close(done))));
    }
}

// Resolves with a printer that listens; 0 is any free port. Its `mood`, `strips`, `port`, `http_port`, `next_strip()` and
// `close()` are for who started it.
export function start({ port = 0, http_port = 0 } = {}) {
    return new FakePrinter().listen(port, http_port);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const printer = await start({ port: Number(process.argv[2] ?? 9100), http_port: Number(process.argv[3] ?? 9180) });
    console.log(`A printer listens at 127.0.0.1:${printer.port}; its paper: http://127.0.0.1:${printer.http_port}/`);
}
