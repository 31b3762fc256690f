// Plays a day at a fresh demo canteen through the tills' pages: three cashiers log in, open their shifts, sell to 300
// guests, top up, give back, move money and close by a count. Till A's printer runs out of paper, till B's core is killed
// with -9 in mid-sale, till C is cut off in mid-frame, sells on and comes back.
import { readFileSync, writeFileSync } from "node:fs";
import { Books } from "./canteen_books.mjs";
import { CuttingProxy } from "./cutting_proxy.mjs";
import { audited } from "./day_audit.mjs";
import { guests_of_day, letters, plan_of_day } from "./day_plan.mjs";
import { DayTill } from "./day_till.mjs";
import { clock_start_ms, make_canteen, pair_till } from "./demo_canteen.mjs";
import { start as start_printer } from "./fake_printer.mjs";
import { ServerProcess } from "./programs.mjs";
import { members_born_before } from "./sales.mjs";
import { printed } from "./till_paper.mjs";
import { TillsCore } from "./tills_core.mjs";

const menu_csv = new URL("../demo-canteen/menu.csv", import.meta.url);
const members_csv = new URL("../demo-canteen/members.csv", import.meta.url);
const cashiers = { A: ["李慧", "402917"], B: ["王敏", "730264"], C: ["陈洁", "518306"] };
const columns = { A: 48, B: 42, C: 48 };
const found_too_much = { A: 0, B: -100, C: 50 };  // fen, by the count at the end
const out_of_paper = [0.3, 0.5], killed = 0.4, cut = [0.45, 0.75];  // when, as parts of a till's guests

// A day in which nothing runs out: what does is the lunch's matter.
async function cook_enough(ask, file) {
    const [heading, ...rows] = readFileSync(menu_csv, "utf8").trim().split("\n").map((line) => line.split(","));
    const planned = heading.indexOf("planned");
    for (const row of rows) if (row[planned]) row[planned] *= 10;
    writeFileSync(file, [heading, ...rows].map((row) => row.join(",")).join("\n") + "\n");
    await ask("import", "menu", file);
}

async function add_cashiers(ask) {
    for (const [name, pin] of Object.values(cashiers)) {
        await ask("office", "staff", "add", name, "role=cashier");
        await ask("office", "staff", "pin", name, `pin=${pin}`);
    }
}

// The faults, by till and part of its guests: each befalls once before the guest's first step, or as they pay.
class Faults {
    constructor(guests, { printers, cores, proxy }) {
        this.all = [];
        const add = (till, share, what, does, as_they_pay = false) => this.all.push({ till, guest: Math.floor(guests * share), what, does, as_they_pay });
        add("A", out_of_paper[0], "till A's printer ran out of paper", () => { printers.get("A").mood = "out_of_paper"; });
        add("A", out_of_paper[1], "was filled again", () => { printers.get("A").mood = "well"; });
        add("B", killed, "till B's core was killed with -9 in mid-sale", () => cores.get("B").kill_9(), true);
        add("C", cut[0], "till C was cut off in mid-frame", () => { proxy.cut_mid_frame(); });
        add("C", cut[1], "and came back", () => proxy.mend());
    }

    befall(till, guest, as_they_pay) {
        for (const fault of this.all) {
            if (fault.happened || fault.till !== till || fault.guest !== guest || fault.as_they_pay !== as_they_pay) continue;
            fault.happened = true;
            fault.does();
        }
    }
}

async function work(till, steps, printer, faults) {
    await till.open(printer);
    till.on_pay = (guest) => faults.befall(till.letters, guest, true);
    for (const step of steps) {
        faults.befall(till.letters, step.guest, false);
        await till.do(step);
    }
    await till.close(found_too_much[till.letters]);
}

// Returns what the day left: { books, tills, strips, csv, verdict, faults, seconds } and, by `audited`, its findings.
export async function play_day(directory, seed, guests = guests_of_day) {
    const began = Date.now(), canteen = `${directory}/canteen`;
    const ask = await make_canteen(directory, canteen);
    await cook_enough(ask, `${directory}/menu.csv`);
    await add_cashiers(ask);
    const server = new ServerProcess(canteen, 0, clock_start_ms);
    const port = await server.start();
    const proxy = new CuttingProxy(port);
    const proxy_port = await proxy.listen();
    for (const letter of letters) await pair_till(ask, `${directory}/tills/${letter}`, letter, letter === "C" ? proxy_port : port);
    const printers = new Map(), strips = new Map(letters.map((letter) => [letter, []])), cores = new Map();
    for (const letter of letters) {
        const printer = Object.assign(await start_printer(), { columns: columns[letter] });
        printer.on_strip = (strip) => strips.get(letter).push(strip);
        printers.set(letter, printer);
    }
    const core_of = (...some) => TillsCore.start(new Map(some.map((letter) => [letter, `${directory}/tills/${letter}`])));
    const shared = await core_of("A", "C"), own = await core_of("B");
    for (const [letter, core] of [["A", shared], ["B", own], ["C", shared]]) cores.set(letter, core);
    try {
        const faults = new Faults(guests / letters.length, { printers, cores, proxy });
        const plan = plan_of_day(seed, members_born_before(readFileSync(members_csv, "utf8"), 1966), guests);
        const tills = letters.map((letter) => new DayTill(letter, cores.get(letter), ...cashiers[letter]));
        await Promise.all(tills.map((till) => work(till, plan.get(till.letters), printers.get(till.letters), faults)));
        for (const till of tills) await printed(till.page, `${directory}/tills/${till.letters}`);
        await ask("backup", `${directory}/books.db`);
        const day = { books: new Books(`${directory}/books.db`), tills, strips, faults: faults.all,
            csv: await ask("office", "shifts", "list", "csv=yes"), verdict: await ask("verify") };
        return { ...day, ...{ audit: audited(day) }, proxy, seconds: Math.round((Date.now() - began) / 1000) };
    } finally {
        for (const core of [shared, own]) await core.stop();
        for (const printer of printers.values()) await printer.close();
        proxy.close();
        await server.stop();
    }
}
