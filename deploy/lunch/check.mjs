// Plays a lunch at a fresh demo canteen over real sockets and proves what became of it: three tills, 300 orders, 90 of
// seniors, a kitchen that listens; the server is killed with -9 in the middle, one till is cut off in mid-frame, sells
// on and comes back. Prints one table; exits non-zero unless everything adds up.
//   node deploy/lunch/check.mjs DIRECTORY [--keep]     the programs are taken from $CANTEEN_BIN (build/release)
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Books } from "./canteen_books.mjs";
import { CuttingProxy } from "./cutting_proxy.mjs";
import { cookie_for, KitchenListener } from "./kitchen_listener.mjs";
import { findings, table } from "./lunch_audit.mjs";
import { run, server_program, ServerProcess, till_program } from "./programs.mjs";
import { dishes_of, lunch_sales, members_born_before, orders, seniors } from "./sales.mjs";

const directory = process.argv[2] ?? "build/lunch";
const seed = Number(process.env.CANTEEN_SEED ?? 20260414);
const date = "2026-04-14";
const clock_start_ms = Date.parse(`${date}T11:00:00+08:00`);
const lunch_seconds = 30;
const demo = new URL("../demo-canteen/", import.meta.url).pathname;
const scheme = new URL("../schemes/cd-qionglai-2025.json", import.meta.url).pathname;

async function make_canteen(canteen) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const server = (...words) => run(server_program, "--dir", canteen, ...words);
    await server("init", "--name", "德安邻里食堂", "--area", "510117007", "--port", "0", "--demo", "--demo-clock", `${date}T10:55:00+08:00`);
    for (const kind of ["calendar", "menu", "members"]) await server("import", kind, `${demo}${kind}.csv`);
    await server("import", "scheme", scheme);
    return server;
}

function write_sales() {
    const menu = dishes_of(readFileSync(`${demo}menu.csv`, "utf8"), date, "lunch");
    const members = members_born_before(readFileSync(`${demo}members.csv`, "utf8"), 1966).slice(0, seniors);
    writeFileSync(`${directory}/sales.csv`, lunch_sales({ menu, members, seed, seconds: lunch_seconds }));
}

// The three tills as one process; `on_line` gets each line it prints.
function play(on_line) {
    const child = spawn(till_program, ["--lang", "en", "run", `${directory}/sales.csv`, "--tills", `${directory}/tills`, "--speed", "1", "--answer-all"],
        { stdio: ["ignore", "pipe", "inherit"] });
    const lines = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
        lines.push(line);
        on_line(line);
    });
    return new Promise((done) => child.on("close", (code) => done({ code, lines })));
}

async function until(what, holds, seconds = 30) {
    const deadline = Date.now() + seconds * 1000;
    while (!holds()) {
        if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`);
        await new Promise((done) => setTimeout(done, 50));
    }
}

async function main() {
    const began = Date.now();
    const canteen = `${directory}/canteen`;
    const ask = await make_canteen(canteen);
    write_sales();
    const server = new ServerProcess(canteen, 0, clock_start_ms);
    const port = await server.start();
    const proxy = new CuttingProxy(port);
    const proxy_port = await proxy.listen();
    for (const letters of ["A", "B", "C"]) {
        const code = await ask("enrol", "till", "--name", `till ${letters}`, "--letters", letters);
        await run(till_program, "pair", code, "--server", `127.0.0.1:${letters === "C" ? proxy_port : port}`, "--dir", `${directory}/tills/${letters}`);
    }
    const kitchen = new KitchenListener(port, await cookie_for(port, await ask("enrol", "kitchen", "--name", "kitchen")));

    let committed = 0;
    const faults = [];
    const fault_at = new Map([
        [60, async () => {
            await proxy.cut_mid_frame();
            faults.push("till C was cut off in mid-frame");
            setTimeout(() => proxy.mend(), 6000);
        }],
        [130, async () => {
            await server.kill_9();
            faults.push("the server was killed with -9");
            await server.start();
        }],
    ]);
    const played = await play((line) => {
        if (!line.startsWith("COMMITTED")) return;
        committed += 1;
        fault_at.get(committed)?.();
    });

    const books_file = `${directory}/books.db`;
    await ask("backup", books_file);
    const books = new Books(books_file);
    const tickets = books.value("SELECT count(*) FROM ticket");
    await until("the kitchen to have every ticket", () => kitchen.tickets.size >= tickets).catch(() => {});
    const verdict = await ask("verify");
    kitchen.close();
    proxy.close();
    await server.stop();

    const lunch = { books, kitchen, played, verdict, faults, proxy, server, orders, seconds: Math.round((Date.now() - began) / 1000) };
    console.log(table(lunch));
    const wrong = findings(lunch);
    for (const finding of wrong) console.log(`WRONG: ${finding}`);
    console.log(wrong.length === 0 ? "the lunch adds up" : `seed ${seed}`);
    return wrong.length === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
    console.error(error);
    return 1;
});
// A server left behind by a failure must not outlive the check.
process.exit();
