// Plays a day at a fresh demo canteen through the tills' pages: three cashiers log in, open their shifts, sell to 300
// guests, top up, give back, move money and close by a count. Till A's printer runs out of paper, till B's core is killed
// with -9 in mid-sale, till C is cut off in mid-frame, sells on and comes back.
import { readFileSync } from "node:fs";
import { audited } from "./day_audit.mjs";
import { cashiers, DayHouse } from "./day_house.mjs";
import { guests_of_day, letters, plan_of_day } from "./day_plan.mjs";
import { DayTill } from "./day_till.mjs";
import { members_born_before } from "./sales.mjs";
import { printed } from "./till_paper.mjs";

const members_csv = new URL("../demo-canteen/members.csv", import.meta.url);
const found_too_much = { A: 0, B: -100, C: 50 };  // fen, by the count at the end
const out_of_paper = [0.3, 0.5], killed = 0.4, cut = [0.45, 0.75];  // when, as parts of a till's guests

// The faults, by till and part of its guests: each befalls once before the guest's first step, or as they pay.
class Faults {
    constructor(guests, { printers, cores, proxy }) {
        this.all = [];
        const add = (till, share, what, does, as_they_pay = false) =>
            this.all.push({ till, guest: Math.floor(guests * share), what, does, as_they_pay });
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

// Returns what the day left: { books, tills, strips, csv, verdict, faults, proxy, seconds }, and as `audit` what was found.
export async function play_day(directory, seed, guests = guests_of_day) {
    const began = Date.now();
    const house = await DayHouse.open(directory);
    try {
        const faults = new Faults(guests / letters.length, house);
        const plan = plan_of_day(seed, members_born_before(readFileSync(members_csv, "utf8"), 1966), guests);
        const tills = letters.map((letter) => new DayTill(letter, house.cores.get(letter), ...cashiers[letter]));
        await Promise.all(tills.map((till) => work(till, plan.get(till.letters), house.printers.get(till.letters), faults)));
        for (const till of tills) await printed(till.page, house.till(till.letters));
        const day = { ...(await house.books()), tills, strips: house.strips, faults: faults.all, proxy: house.proxy };
        return { ...day, audit: audited(day), seconds: Math.round((Date.now() - began) / 1000) };
    } finally {
        await house.close();
    }
}
