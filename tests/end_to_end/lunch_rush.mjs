// Sells the real lunch day for a person to look at, and prints its sums.
//   node tests/end_to_end/lunch_rush.mjs [--speed 60]     0: as fast as it is answered
import { play_lunch } from "./support/lunch_play.mjs";

const place = process.argv.indexOf("--speed");
const speed = place < 0 ? 60 : Number(process.argv[place + 1]);

const { day, canteen, said, books } = await play_lunch("build/end_to_end/lunch_rush_shown", speed);
const head = await canteen.verified_head();
await canteen.close();

const { checkouts, food, rounding } = day.money();
const yuan = (fen) => `${BigInt(fen) / 100n}.${String(BigInt(fen) % 100n).padStart(2, "0")}`;
const row = (name, wanted, found) => console.log(`${name.padEnd(22)} ${String(wanted).padStart(12)} ${String(found).padStart(12)}`);
const one = (sql) => books.value(sql) ?? 0;
const waited = (part) => `${said.waits_ms[Math.min(said.waits_ms.length - 1, Math.floor(said.waits_ms.length * part))].toFixed(1)} ms`;

row("", "file", "books");
row("registers", day.registers.length, one("SELECT count(DISTINCT device) FROM orders"));
row("checkouts", checkouts, one("SELECT count(*) FROM orders"));
row("weighed lines", day.sales.length, one("SELECT count(*) FROM order_line"));
row("grams", day.sales.reduce((sum, sale) => sum + sale.grams, 0), one("SELECT sum(grams) FROM order_line"));
row("food, yuan", yuan(food), yuan(one("SELECT sum(food_fen) FROM orders")));
row("cash, yuan", yuan(food - rounding), yuan(one("SELECT sum(fen) FROM order_tender")));
row("rounded away, yuan", yuan(rounding), yuan(one("SELECT sum(rounding_fen) FROM orders")));
row("grams left", 0, one("SELECT sum(planned + restocked + found + oversold - sold + returned - wasted - held) FROM stock"));
row("refused, stated", "0, 0", `${said.words.REFUSED ?? 0}, ${said.words.STATED ?? 0}`);
row("till disk to answer", "half", waited(0.5));
row("", "99 of 100", waited(0.99));
row("", "longest", waited(1));
row("seconds", Math.round((day.sales.at(-1).sec - day.sales[0].sec) / (speed || 1)), said.sums.seconds);
console.log(`verify: clean, checked to ${head}`);
