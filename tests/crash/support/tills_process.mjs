// Runs the tills of one cycle as one process, and keeps all that the tills of all cycles ever said.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { till_program } from "../../../deploy/lunch/programs.mjs";

// Keeps what was said of each order, by its id: the words a cashier or a guest relied on.
export class History {
    constructor() {
        this.words = new Map();
        this.lines = 0;
    }

    note(line) {
        const [word, , , , order] = line.trim().split(/\s+/);
        if (!order) return;
        this.lines += 1;
        if (!this.words.has(order)) this.words.set(order, new Set());
        this.words.get(order).add(word);
    }
    orders_with(word) { return [...this.words].filter(([, words]) => words.has(word)).map(([order]) => order); }
}

export class TillsProcess {
    // Calls `on_line(n)` after the n-th line about an order.
    constructor(sales, tills, history, on_line) {
        this.child = spawn(till_program, ["--lang", "en", "run", sales, "--tills", tills, "--speed", "0", "--answer-all"],
            { stdio: ["ignore", "pipe", "inherit"] });
        const before = history.lines;
        createInterface({ input: this.child.stdout }).on("line", (line) => {
            history.note(line);
            on_line(history.lines - before);
        });
        // Gives [exit code, signal], only when all it printed was read.
        this.ended = new Promise((done) => this.child.on("close", (...how) => done(how)));
    }

    kill_9() { this.child.kill("SIGKILL"); }
}
