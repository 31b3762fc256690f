// A made-up lunch at the demo canteen as a file of sales (pos-client/SALES.md): the same for the same seed.
// Line dishes, set meals, weighed dishes, dishes cooked to order, cancellations, and a dish that runs out.
import { Chance } from "./seeded.mjs";

export const seniors = 90;
export const orders = 300;
const registers = ["A", "B", "C"];
const cancellations = 9;
const wanted_of_one_dish = 75;  // more than the portions planned

// `menu`: the lunch's dishes as {id, served, per_grams, is_set}; `members`: numbers of seniors. Returns CSV text.
export function lunch_sales({ menu, members, seed, seconds }) {
    const chance = new Chance(seed);
    const random = () => chance.next();
    const pick = (list) => chance.of(list);
    const of_the_line = menu.filter((d) => d.served === "line" && !d.per_grams && !d.is_set);
    const runs_out = of_the_line[4];  // not the first of its slot, which set meals take
    const portions = of_the_line.filter((d) => d !== runs_out);
    const weighed = menu.filter((d) => d.per_grams);
    const to_order = menu.filter((d) => d.served === "order");
    const set_meal = menu.find((d) => d.is_set);
    const rows = [];
    const cancellable = [];
    for (let n = 0; n < orders; n += 1) {
        const register = registers[n % registers.length];
        const order = `L${n + 1}`;
        const at_ms = Math.floor((n * seconds * 1000) / orders);
        const member = n % 10 < 3 && members.length > 0 ? members.shift() : "";
        const pay = member || random() < 0.4 ? "cash" : pick(["wechat", "alipay"]);
        const mode = random() < 0.2 ? "takeaway" : "dine_in";
        const row = (dish, quantity, grams) => rows.push({ at_ms, register, order, dish, action: "sell", member, mode, quantity, grams, pay });
        if (member && random() < 0.7) row(set_meal.id, 1, "");
        else if (n % 4 === 1) {
            row(pick(to_order).id, 1, "");
            if (n % 12 === 1) row(pick(portions).id, 1, "");
            if (cancellable.length < cancellations && n % 8 === 1 && !member) cancellable.push({ register, order, at_ms: at_ms + 2000 });
        } else {
            row(pick(portions).id, 1, "");
            row(pick(portions).id, random() < 0.2 ? 2 : 1, "");
            if (random() < 0.3) row(pick(weighed).id, "", 80 + Math.floor(random() * 240));
        }
        if (n % Math.floor(orders / wanted_of_one_dish) === 2) row(runs_out.id, 1, "");
    }
    for (const { register, order, at_ms } of cancellable)
        rows.push({ at_ms, register, order, dish: "", action: "cancel", member: "", mode: "", quantity: "", grams: "", pay: "" });
    const columns = ["at_ms", "register", "order", "dish", "action", "member", "mode", "quantity", "grams", "pay"];
    return [columns.join(","), ...rows.map((r) => columns.map((c) => r[c]).join(","))].join("\n") + "\n";
}

// The dishes of one meal out of a menu file.
export function dishes_of(menu_csv, date, meal) {
    const [header, ...lines] = menu_csv.trim().split("\n");
    const names = header.split(",");
    return lines
        .map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])))
        .filter((row) => row.date === date && row.meal === meal)
        .map((row) => ({ id: Number(row.dish), served: row.served, per_grams: Number(row.per_grams) || 0, is_set: row.slots !== "" }));
}

// Numbers of members born before the year, in the file's order.
export function members_born_before(members_csv, year) {
    return members_csv.trim().split("\n").slice(1)
        .map((line) => line.split(","))
        .filter((cells) => Number(cells[2].slice(6, 10)) < year)
        .map((cells) => cells[0]);
}
