// The demo canteen with its tills, their printers and cores, and the line of till C that can be cut.
import { readFileSync, writeFileSync } from "node:fs";
import { Books } from "./canteen_books.mjs";
import { CuttingProxy } from "./cutting_proxy.mjs";
import { letters } from "./day_plan.mjs";
import { clock_start_ms, make_canteen, pair_till } from "./demo_canteen.mjs";
import { start as start_printer } from "./fake_printer.mjs";
import { ServerProcess } from "./programs.mjs";
import { TillsCore } from "./tills_core.mjs";

const menu_csv = new URL("../demo-canteen/menu.csv", import.meta.url);
const columns = { A: 48, B: 42, C: 48 };
export const cashiers = { A: ["李慧", "402917"], B: ["王敏", "730264"], C: ["陈洁", "518306"] };  // name and PIN

export class DayHouse {
    printers = new Map();
    strips = new Map();  // by till: whatever its printer printed
    cores = new Map();

    static async open(directory) {
        const house = new DayHouse();
        Object.assign(house, { directory, canteen: `${directory}/canteen` });
        house.ask = await make_canteen(directory, house.canteen);
        await house.cook_enough();
        await house.add_cashiers();
        house.server = new ServerProcess(house.canteen, 0, clock_start_ms);
        const port = await house.server.start();
        house.proxy = new CuttingProxy(port);
        const proxy_port = await house.proxy.listen();
        for (const letter of letters) await pair_till(house.ask, house.till(letter), letter, letter === "C" ? proxy_port : port);
        for (const letter of letters) await house.add_printer(letter);
        for (const some of [["A", "C"], ["B"]]) await house.start_core(some);
        return house;
    }

    till(letter) { return `${this.directory}/tills/${letter}`; }

    // Nothing runs out on this day: that is the lunch's matter.
    async cook_enough() {
        const [heading, ...rows] = readFileSync(menu_csv, "utf8").trim().split("\n").map((line) => line.split(","));
        const planned = heading.indexOf("planned"), file = `${this.directory}/menu.csv`;
        for (const row of rows) if (row[planned]) row[planned] *= 10;
        writeFileSync(file, [heading, ...rows].map((row) => row.join(",")).join("\n") + "\n");
        await this.ask("import", "menu", file);
    }

    async add_cashiers() {
        for (const [name, pin] of Object.values(cashiers)) {
            await this.ask("office", "staff", "add", name, "role=cashier");
            await this.ask("office", "staff", "pin", name, `pin=${pin}`);
        }
    }

    async add_printer(letter) {
        const printer = Object.assign(await start_printer(), { columns: columns[letter] });
        this.strips.set(letter, []);
        printer.on_strip = (strip) => this.strips.get(letter).push(strip);
        this.printers.set(letter, printer);
    }

    async start_core(some) {
        const core = await TillsCore.start(new Map(some.map((letter) => [letter, this.till(letter)])));
        for (const letter of some) this.cores.set(letter, core);
    }

    // Returns the database as of now, in a copy, what verify says, and the office's list of shifts.
    async books() {
        const file = `${this.directory}/books.db`;
        await this.ask("backup", file);
        return { books: new Books(file), verdict: await this.ask("verify"), csv: await this.ask("office", "shifts", "list", "csv=yes") };
    }

    async close() {
        for (const core of new Set(this.cores.values())) await core.stop();
        for (const printer of this.printers.values()) await printer.close();
        this.proxy.close();
        await this.server.stop();
    }
}
