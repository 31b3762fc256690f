// The canteen's programs as child processes.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const bin = process.env.CANTEEN_BIN ?? "build/release";
export const server_program = `${bin}/canteen/canteen-server`;
export const till_program = `${bin}/pos-client/canteen-pos`;

// What it printed; rejects with all of it if it failed.
export async function run(program, ...words) {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
    const code = await new Promise((done) => child.on("close", done));
    if (code !== 0) throw new Error(`${program} ${words.join(" ")}: ${said}`);
    return said.trim();
}

// The service behind the pages of tills, as a process of its own.
export class TillService {
    addresses = [];  // that let a browser in, one a till that has none yet

    static async start(directories, { pages = "build/web/till-dist", port = 0, words = [], quiet = false } = {}) {
        const service = new TillService();
        const dirs = directories.flatMap((directory) => ["--dir", directory]);
        service.process = spawn(till_program, ["--lang", "en", "serve", ...dirs, "--pages", pages, "--port", String(port), ...words],
            { stdio: ["ignore", "pipe", quiet ? "ignore" : "inherit"] });
        service.exited = new Promise((done) => service.process.once("exit", done));
        const lines = createInterface({ input: service.process.stdout });
        await new Promise((resolve, reject) => {
            lines.on("line", (line) => {
                const address = line.match(/http:\S+/)?.[0];
                if (address) service.addresses.push(address);
                service.port = Number(line.match(/port (\d+)$/)?.[1]) || undefined;
                if (service.port) resolve();
            });
            service.exited.then((code) => reject(new Error(`the till's service ended with ${code} before it listened`)));
        });
        return service;
    }

    get origin() { return `http://127.0.0.1:${this.port}`; }
    async kill_9() {
        this.process.kill("SIGKILL");
        await this.exited;
    }
    async stop() {
        this.process.kill("SIGTERM");
        await this.exited;
    }
}

// A server that can be killed with -9 and started again where its demo clock stood.
export class ServerProcess {
    constructor(directory, port, clock_start_ms, speed = 1) {
        Object.assign(this, { directory, port, clock_start_ms, speed, began: Date.now(), starts: 0 });
    }

    now_ms() { return this.clock_start_ms + (Date.now() - this.began) * this.speed; }

    async start(...more) {
        const instant = new Date(this.now_ms() + 8 * 3600_000).toISOString().slice(0, 19) + "+08:00";
        this.child = spawn(server_program, ["--dir", this.directory, "serve", "--port", String(this.port),
            "--demo-clock", `${instant},${this.speed}`, ...more], { stdio: ["ignore", "pipe", this.log ?? "inherit"] });
        this.starts += 1;
        this.exited = new Promise((done) => this.child.once("exit", done));
        const lines = createInterface({ input: this.child.stdout });
        this.port = await new Promise((done, fail) => {
            lines.on("line", (line) => {
                const match = line.match(/listening on http:\/\/.*:(\d+)/);
                if (match) done(Number(match[1]));
            });
            this.child.once("exit", (code) => fail(new Error(`the server ended with ${code} before it listened`)));
        });
        return this.port;
    }

    async kill_9() {
        this.child.kill("SIGKILL");
        await this.exited;
    }

    async stop() {
        this.child.kill("SIGTERM");
        await this.exited;
    }
}
