// The demo canteen, running until interrupted: a server with its clock set to a lunch, three tills that sell by
// themselves, a fourth whose page is yours with a guest display and a printer whose paper is a page, and a kitchen page.
//   node deploy/lunch/show.mjs DIRECTORY PORT
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { clock_start_ms, demo_sales, make_canteen, pair_till, pair_tills, prepare_the_counter } from "./demo_canteen.mjs";
import { start as start_printer } from "./fake_printer.mjs";
import { ServerProcess, TillService, till_program } from "./programs.mjs";

const directory = process.argv[2] ?? "build/demo";
const port = Number(process.argv[3] ?? 8470);
const lunch_seconds = 45 * 60;

const canteen = `${directory}/canteen`;
const ask = await make_canteen(directory, canteen);
const server = new ServerProcess(canteen, port, clock_start_ms);
await server.start("--pages", "build/web/dist");
await pair_tills(ask, directory, () => port);
const printer = await start_printer({ http_port: port + 12 });
const counter = await prepare_the_counter(ask);
await pair_till(ask, `${directory}/tills/page`, "P", port);
const till = await TillService.start([`${directory}/tills/page`], { port: port + 10, quiet: true,
    words: ["--printer", `127.0.0.1:${printer.port}`, "--host", "localhost"] });
const code = await ask("enrol", "kitchen", "--name", "kitchen");
writeFileSync(`${directory}/sales.csv`, demo_sales(lunch_seconds));
const tills = spawn(till_program, ["--lang", "en", "run", `${directory}/sales.csv`, "--tills", `${directory}/tills`, "--speed", "1"], { stdio: "ignore" });

console.log(`
  德安邻里食堂 is open: it is 11:00 on 14 April 2026 there.

  the till's page    ${till.addresses[0].replace("127.0.0.1", "localhost")}
                     (once, within ten minutes; then http://localhost:${till.port}/till/)
                     ${counter.cashier} logs in with PIN ${counter.pin}; count the drawer, or leave it empty, and open the shift;
                     scan a card: type ${counter.card} and Enter, then 901 and Enter: a set meal; Enter goes to paying, Enter again pays
  the guest display  http://localhost:${till.port}/guest/   in a second window
  the printer        http://localhost:${printer.http_port}/   its paper, and what may be wrong with it
  the kitchen page   http://localhost:${port}/enrol/#code=${code}   (once, within ten minutes; then /kitchen/)
  health, figures    http://localhost:${port}/healthz   http://localhost:${port}/metrics
  a sale by hand     ${till_program} sell --dir ${directory}/tills/hand --dish 901 --member 1001
  the books          ${directory}/canteen

  Tills A, B and C sell a lunch of 300 orders. Ctrl-C ends everything.
`);

let ending = false;
async function end() {
    if (ending) return;
    ending = true;
    tills.kill("SIGINT");
    await till.stop();
    await printer.close();
    await server.stop();
    process.exit(0);
}
process.on("SIGINT", end);
process.on("SIGTERM", end);
server.exited.then(() => !ending && (console.error("the server ended"), process.exit(1)));
