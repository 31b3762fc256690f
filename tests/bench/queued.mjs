// Measures how fast a till that was cut off brings in what waits, against the server's own rate with as many orders under
// way from other tills. Prints a line a round: "the till's sales a second, the server's orders a second".
//   node tests/bench/queued.mjs SALES ROUNDS DIRECTORY     $CANTEEN_BIN names the programs and the loader beside them
import { Books } from "../../deploy/lunch/canteen_books.mjs";
import { CuttingProxy } from "../../deploy/lunch/cutting_proxy.mjs";
import { PageCashier } from "../../deploy/lunch/page_cashier.mjs";
import { run } from "../../deploy/lunch/programs.mjs";
import { TillsCore } from "../../deploy/lunch/tills_core.mjs";
import { Canteen, date } from "../end_to_end/support/canteen.mjs";

const [sales, rounds] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 3)];
const load = `${process.env.CANTEEN_BIN}/tests/bench/canteen-bench-load`;
const other_tills = 4;  // of the loader, with eight under way each: together as many as one till that brings in
const dishes = Array.from({ length: 40 }, (_, i) => 101 + i);

const menu_csv = () => ["date,meal,from,to,dish,name,price,served,planned",
    ...dishes.map((dish) => [date, "lunch", "10:30", "23:30", dish, `菜${dish}`, "6.50", "line", 2_000_000].join(",")), ""].join("\n");

async function pair_loader(canteen) {
    const codes = [];
    for (let i = 0; i < other_tills; i += 1) codes.push(`till L${"ABCD"[i]} ${await canteen.ask("enrol", "till", "--name", `load ${i}`, "--letters", `L${"ABCD"[i]}`)}`);
    codes.push(`kitchen hot ${await canteen.ask("enrol", "kitchen", "--name", "hot")}`);
    await run(load, String(canteen.port), "pair", canteen.file("codes", codes.join("\n") + "\n"), `${canteen.directory}/devices`);
}

// Sales a second by the server's clock, from the first that it committed to the last.
async function bring_in(canteen, proxy, till) {
    const books = new Books(`${canteen.house}/canteen.db`);
    const before = books.value("SELECT max(seq) FROM journal");
    proxy.mend();
    await till.sent();
    const [{ first, last, n }] = books.rows(`SELECT min(time_ms) AS first, max(time_ms) AS last, count(*) AS n
        FROM journal WHERE seq > ${before} AND device = (SELECT id FROM device WHERE letters = 'A')`);
    return ((n - 1) * 1000) / (last - first);
}

const canteen = await Canteen.make(process.argv[4] ?? "build/bench/queued", { begins: "11:00:00", menu_csv: menu_csv() });
const proxy = new CuttingProxy(canteen.port);
await canteen.add_till("queued", "A", await proxy.listen());
await pair_loader(canteen);
const core = await TillsCore.start(new Map([["A", canteen.till("queued")]]));
const till = new PageCashier("A", core);
try {
    await till.connect();
    await till.live();
    for (let round = 0; round < rounds; round += 1) {
        proxy.cut();
        for (let n = 0; n < sales; n += 1) await till.sell({ guest: n, dishes: [0, 1, 2].map((i) => ({ dish: dishes[(3 * n + i) % dishes.length] })) });
        const ours = await bring_in(canteen, proxy, till);
        const said = await run(load, String(canteen.port), "orders", `${canteen.directory}/devices`, String(sales), String(canteen.server.child.pid));
        console.log(`${ours.toFixed(0)} ${said.match(/orders_s (\S+)/)[1]}`);
    }
} finally {
    await core.stop();
    proxy.close();
    await canteen.close();
}
process.exit();
