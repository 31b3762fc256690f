// Plays the lunch day at a canteen of 24 tills and reads the books afterwards.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { till_program } from "../../../deploy/lunch/programs.mjs";
import { Canteen } from "./canteen.mjs";
import { LunchDay } from "./lunch_day.mjs";

export async function play_lunch(directory, speed) {
    const day = new LunchDay();
    const canteen = await Canteen.make(directory, { begins: "10:55:00", menu_csv: day.menu_csv() });
    for (const register of day.registers) await canteen.add_till(register, day.letters(register));
    const sales = canteen.file("sales.csv", day.sales_csv());
    const said = await tills(sales, canteen, speed);
    return { day, canteen, said, books: await canteen.books() };
}

// Runs all registers as one process. Gives its words with how often each was said, its sums, and milliseconds from
// QUEUED to COMMITTED.
async function tills(sales, canteen, speed) {
    const child = spawn(till_program, ["--lang", "en", "run", sales, "--tills", canteen.till(""), "--speed", String(speed), "--answer-all"],
        { stdio: ["ignore", "pipe", "inherit"] });
    const said = { words: {}, sums: {}, waits_ms: [] };
    const queued = new Map();
    createInterface({ input: child.stdout }).on("line", (line) => {
        const [word, ...rest] = line.trim().split(/\s+/);
        if (word === word.toLowerCase()) return (said.sums[[word, ...rest.slice(0, -1)].join(" ")] = Number(rest.at(-1)));
        said.words[word] = (said.words[word] ?? 0) + 1;
        if (word === "QUEUED") queued.set(rest[3], performance.now());
        if (word === "COMMITTED") said.waits_ms.push(performance.now() - queued.get(rest[3]));
    });
    said.code = await new Promise((done) => child.on("close", done));
    said.waits_ms.sort((a, b) => a - b);
    return said;
}
