// Measures the memory of a core with three tills over eight hours' worth of a noon: in each eighth every till sells to so
// many guests, of whom some have a card, and two pages and a guest's display are told of it. Prints the core's resident
// KiB after each eighth.
//   node tests/bench/core_memory.mjs GUESTS     $CANTEEN_BIN names the programs
import { readFileSync } from "node:fs";
import { PageCashier } from "../../deploy/lunch/page_cashier.mjs";
import { members_born_before } from "../../deploy/lunch/sales.mjs";
import { TillPage } from "../../deploy/lunch/till_page.mjs";
import { TillsCore } from "../../deploy/lunch/tills_core.mjs";
import { dish, lunch_imports } from "../end_to_end/support/counter.mjs";
import { Canteen } from "../end_to_end/support/canteen.mjs";

const guests = Number(process.argv[2] ?? 120), eighths = 8, letters = ["A", "B", "C"];
const plenty = 100_000;
const sides = [307, 308, 406, 407, 408, 503, 602, 603];

const menu_csv = () => {
    const [heading, ...rows] = readFileSync(lunch_imports.menu, "utf8").trim().split("\n").map((line) => line.split(","));
    const planned = heading.indexOf("planned");
    for (const row of rows) if (row[planned]) row[planned] = plenty;
    return [heading, ...rows].map((row) => row.join(",")).join("\n") + "\n";
};

const { calendar, members, scheme } = lunch_imports;
const canteen = await Canteen.make("build/bench/core_memory", { begins: "10:40:00", menu_csv: menu_csv(), imports: { calendar, members, scheme } });
for (const letter of letters) await canteen.add_till(letter, letter);
const core = await TillsCore.start(new Map(letters.map((letter) => [letter, canteen.till(letter)])));
const numbers = members_born_before(readFileSync(members, "utf8"), 1966);
const resident_kib = () => Number(readFileSync(`/proc/${core.service.process.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);

async function stand_at(letter) {
    const till = new PageCashier(letter, core);
    await till.connect();
    await till.live();
    for (const hello of [{}, { guestDisplay: true }]) await TillPage.open(core.service.origin, core.cookie_of(letter), hello);
    return till;
}

// Nobody eats at two tills at once.
async function work(till, eighth) {
    const own = numbers.filter((_, i) => i % letters.length === letters.indexOf(till.letters));
    for (let n = 0; n < guests; n += 1) {
        const member = n % 3 === 0 ? own[(eighth * guests + n) % own.length] : undefined;
        await till.sell({ guest: n, member, dishes: [{ dish: member ? dish.set_meal : sides[n % sides.length] }, { dish: dish.rice }] });
    }
    await till.sent();
}

try {
    const tills = await Promise.all(letters.map(stand_at));
    for (let eighth = 0; eighth < eighths; eighth += 1) {
        await Promise.all(tills.map((till) => work(till, eighth)));
        console.log(resident_kib());
    }
} finally {
    await core.stop();
    await canteen.close();
}
process.exit();
