// The service behind a till's page, as a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { till_program } from "../../../deploy/lunch/programs.mjs";

export class TillService {
    addresses = [];

    static async start(directories, { pages = "build/web/till-dist", port = 0, words = [] } = {}) {
        const service = new TillService();
        const dirs = directories.flatMap((directory) => ["--dir", directory]);
        service.process = spawn(till_program, ["--lang", "en", "serve", ...dirs, "--pages", pages, "--port", String(port), ...words],
            { stdio: ["ignore", "pipe", "inherit"] });
        service.exited = once(service.process, "exit");
        const lines = createInterface({ input: service.process.stdout });
        await new Promise((resolve, reject) => {
            lines.on("line", (line) => {
                service.port ??= Number(line.match(/port (\d+)$/)?.[1]) || undefined;
                const address = line.match(/http:\S+/)?.[0];
                if (address) service.addresses.push(address);
                if (service.port) resolve();
            });
            service.exited.then(() => reject(new Error("the till's service ended")));
        });
        return service;
    }

    get origin() { return `http://127.0.0.1:${this.port}`; }
    async kill() { this.process.kill("SIGKILL"); await this.exited; }
    async stop() { this.process.kill("SIGTERM"); await this.exited; }
}
