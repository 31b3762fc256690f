// Plays a lunch at a fresh demo canteen over real sockets and proves what became of it: three tills, 300 orders, 90 of
// seniors, a kitchen that listens; the server is killed with -9 in the middle, one till is cut off in mid-frame, sells
// on and comes back. Then a day of 300 guests at the tills' pages (day.mjs), whose shifts' slips are held against the books.
// Prints a table of each; exits non-zero unless everything adds up. CANTEEN_SEED plays another lunch and day.
//   node deploy/lunch/check.mjs DIRECTORY     the programs are taken from $CANTEEN_BIN (build/release)
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Books } from "./canteen_books.mjs";
import { CuttingProxy } from "./cutting_proxy.mjs";
import { play_day } from "./day.mjs";
import { day_table } from "./day_table.mjs";
import { clock_start_ms, demo_sales, make_canteen, pair_tills, seed } from "./demo_canteen.mjs";
import { cookie_for, KitchenListener } from "./kitchen_listener.mjs";
import { findings, table } from "./lunch_audit.mjs";
import { ServerProcess, till_program } from "./programs.mjs";
import { orders } from "./sales.mjs";

const directory = process.argv[2] ?? "build/lunch";
const lunch_seconds = 30;

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

// Prints what was wrong, or that nothing was; returns whether nothing was.
function verdict_of(what, wrong) {
    for (const finding of wrong) console.log(`WRONG: ${finding}`);
    console.log(wrong.length === 0 ? `the ${what} adds up` : `seed ${seed}`);
    return wrong.length === 0;
}

async function check_lunch() {
    const began = Date.now();
    const canteen = `${directory}/canteen`;
    const ask = await make_canteen(directory, canteen);
    writeFileSync(`${directory}/sales.csv`, demo_sales(lunch_seconds));
    const server = new ServerProcess(canteen, 0, clock_start_ms);
    const port = await server.start();
    const proxy = new CuttingProxy(port);
    const proxy_port = await proxy.listen();
    await pair_tills(ask, directory, (letters) => (letters === "C" ? proxy_port : port));
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

    writeFileSync(`${directory}/tills.log`, played.lines.join("\n") + "\n");

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
    return verdict_of("lunch", findings(lunch));
}

async function check_day() {
    const day = await play_day(`${directory}/day`, seed);
    console.log(`\n${day_table(day)}`);
    return verdict_of("day", day.audit.wrong);
}

async function main() {
    console.log(`seed ${seed}`);
    const lunch_adds_up = await check_lunch();
    return (await check_day()) && lunch_adds_up ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
    console.error(error);
    return 1;
});
// A server left behind by a failure must not outlive the check.
process.exit();
