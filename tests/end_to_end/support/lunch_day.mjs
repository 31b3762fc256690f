// The day of tests/data/lunch_rush: each register's sales and their times, as our files and as sums of its own.
import { readFileSync } from "node:fs";
import { date } from "./canteen.mjs";

const folder = new URL("../../data/lunch_rush/", import.meta.url);
const letters_in_use = [..."ABCDEFGHJKLMNPRSTUVWXYZ"];
const counters = { yellow: 1, red: 2 };
const price_grams = 100;

const lines_of = (name) => readFileSync(new URL(name, folder), "utf8").trim().split("\n").slice(1);

// Rounds half up, as the rule is for one weighed line; in BigInt, so that nothing is shared with what is tested.
const fen_of = (grams, fen_per_100_g) => (BigInt(grams) * BigInt(fen_per_100_g) * 2n + 100n) / 200n;

export class LunchDay {
    constructor() {
        this.prices = new Map();
        for (const line of lines_of("prices.csv")) {
            const [, item, name, fen] = line.match(/^(\d+),(.*),(\d+)$/);
            this.prices.set(Number(item), { name, fen: Number(fen) });
        }
        this.sales = lines_of("day_2.csv").map((line) => {
            const [, sec, , order, item, , , grams, counter, register, , to_go] = line.split(",");
            return { sec: Number(sec), order, item: Number(item), grams: Number(grams), counter, register, to_go: to_go === "1" };
        });
        for (const sale of this.sales) sale.dish = counters[sale.counter] * 100 + sale.item;
    }

    get registers() { return [...new Set(this.sales.map((sale) => sale.register))]; }
    letters(register) {
        const n = Number(register) - 1;
        return n < letters_in_use.length ? letters_in_use[n] : `A${letters_in_use[n - letters_in_use.length]}`;
    }

    // Plans as many grams as were sold; a dish at one counter and at the other is cooked twice.
    menu_csv() {
        const rows = [...this.by_dish()].map(([dish, { grams, item, counter }]) => {
            const { name, fen } = this.prices.get(item);
            const price = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
            return [date, "lunch", "10:30", "15:30", dish, name, counter, price, price_grams, "line", grams].join(",");
        });
        return ["date,meal,from,to,dish,name,category,price,per_grams,served,planned", ...rows, ""].join("\n");
    }

    sales_csv() {
        const first = Math.min(...this.sales.map((sale) => sale.sec));
        const rows = this.sales.map(({ sec, register, order, dish, grams, to_go }) =>
            [(sec - first) * 1000, register, order, dish, grams, to_go ? "takeaway" : "dine_in", "cash"].join(","));
        return ["at_ms,register,order,dish,grams,mode,pay", ...rows, ""].join("\n");
    }

    by_dish() {
        const dishes = new Map();
        for (const { dish, item, counter, grams } of this.sales) {
            const sum = dishes.get(dish) ?? { item, counter, grams: 0, lines: 0 };
            sum.grams += grams;
            sum.lines += 1;
            dishes.set(dish, sum);
        }
        return dishes;
    }

    // Returns the fen of each checkout, and of all: food, and what cash does not pay (down to the full 0.10 yuan, once
    // a checkout).
    money() {
        const orders = new Map();
        for (const { order, item, grams } of this.sales)
            orders.set(order, (orders.get(order) ?? 0n) + fen_of(grams, this.prices.get(item).fen));
        const sum = (values) => values.reduce((a, b) => a + b, 0n);
        const food = [...orders.values()];
        return { checkouts: orders.size, food: sum(food), rounding: sum(food.map((fen) => fen % 10n)) };
    }
}
