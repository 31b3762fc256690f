// Says step by step what the three tills of a day do: who comes, what they eat and how they pay, what comes back and
// what moves in the drawer meanwhile. The same for the same seed.
import { Chance } from "./seeded.mjs";

export const letters = ["A", "B", "C"];
export const guests_of_day = 300;
export const tender = { cash: 1, wechat: 2, alipay: 3, stored_value: 4, unionpay: 9, ecny: 10 };
const subsidised_of_ten = 3;
const set_meal = 901, rice = 601, salads = [701, 702, 703];
const portions = [307, 308, 406, 407, 408, 503, 602, 603, rice];  // not the first of a slot, which set meals take
const cooked = [801, 803, 804];
const top_up_fen = 10000;
const note_fen = 5000;

// Places in a till's row of guests: whose subsidised lunch comes back whole, and whose salad in part.
const comes_back = 0.8, weighs = 0.35;
const place = (guests, share) => Math.floor(guests * share);

// Returns the steps that follow once that guest was served.
function happenings(guest, guests) {
    const at = (share) => guest === place(guests, share);
    const steps = [];
    if (at(0.1)) steps.push({ do: "move", kind: "pay_in", fen: 5000, reason: "备零" });
    if (at(0.2)) steps.push({ do: "give_back", of: guest, what: "one portion" });
    if (at(0.25)) steps.push({ do: "move", kind: "no_sale", fen: 0, reason: "换零钱" });
    if (at(0.5)) steps.push({ do: "give_back", of: guest, what: "all" });
    if (at(0.6)) steps.push({ do: "move", kind: "pay_out", fen: 1850, reason: "买葱" });
    if (at(weighs)) steps.push({ do: "give_back", of: guest, what: "some grams" });
    if (at(comes_back)) steps.push({ do: "give_back", of: guest, what: "all" });
    if (at(0.9)) steps.push({ do: "move", kind: "safe_drop", fen: 30000, reason: "投保险箱" });
    return steps;
}

class Planner {
    constructor(seed, members, guests) {
        this.chance = new Chance(seed);
        Object.assign(this, { members: [...members], guests });
    }

    reference() { return `42000${String(this.chance.below(1e9)).padStart(9, "0")}`; }

    // { parts, given }: without parts it is cash, and `given` a large note or the exact sum.
    payment() {
        const kind = this.chance.of([tender.cash, tender.cash, tender.cash, tender.wechat, tender.alipay, tender.unionpay, tender.ecny, "split"]);
        if (kind === tender.cash) return { parts: [], given: this.chance.with_odds(0.5) ? 2 * note_fen : 0 };
        if (kind === "split") return { parts: [{ kind: tender.wechat, fen: 100n, reference: this.reference() }, { kind: tender.cash }], given: 0 };
        return { parts: [{ kind, reference: this.reference() }], given: 0 };
    }

    // A senior's set meal; every third of them pays by stored value, topped up when half as many guests were there: a till
    // that is cut off lets nobody spend what it has not brought to the server yet.
    subsidised(guest, n) {
        const member = this.members.shift();
        const sale = { do: "sell", member, dishes: [{ dish: set_meal }], ...this.payment() };
        if (n % 3 !== 0) return [sale];
        const kind = n % 2 ? tender.wechat : tender.cash;
        const top_up = { do: "top_up", member, fen: top_up_fen, kind, reference: kind === tender.cash ? "" : this.reference() };
        return [{ guest: Math.floor(guest / 2), ...top_up }, { ...sale, parts: [{ kind: tender.stored_value }], given: 0 }];
    }

    plain(guest) {
        const dishes = [{ dish: this.chance.of(portions) }, { dish: rice }];
        if (guest === place(this.guests, weighs) || this.chance.with_odds(0.2)) dishes.push({ dish: this.chance.of(salads), grams: 80 + this.chance.below(240) });
        if (this.chance.with_odds(0.15)) dishes.push({ dish: this.chance.of(cooked) });
        return [{ do: "sell", dishes, ...this.payment() }];
    }

    is_subsidised(guest) {
        if (guest === place(this.guests, weighs)) return false;
        return guest === place(this.guests, comes_back) || guest % 10 > 9 - subsidised_of_ten;
    }

    steps() {
        const steps = [];
        for (let guest = 0, n = 0; guest < this.guests; guest += 1) {
            const does = this.is_subsidised(guest) ? this.subsidised(guest, n++) : this.plain(guest);
            for (const step of [...does, ...happenings(guest, this.guests)]) steps.push({ guest, ...step });
        }
        return steps.sort((a, b) => a.guest - b.guest);
    }
}

// Returns by letter what that till does. `members`: numbers of seniors, each of whom comes once.
export function plan_of_day(seed, members, guests = guests_of_day) {
    const each = guests / letters.length, seniors = Math.floor(members.length / letters.length);
    return new Map(letters.map((letter, i) =>
        [letter, new Planner(seed + i, members.slice(i * seniors, (i + 1) * seniors), each).steps()]));
}
