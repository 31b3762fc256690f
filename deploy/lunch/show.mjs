// The demo canteen, running until interrupted: a server with its clock set to a lunch, three tills that sell one lunch
// after the other, and a kitchen page to look at.
//   node deploy/lunch/show.mjs DIRECTORY PORT
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { clock_start_ms, demo_sales, make_canteen, pair_tills } from "./demo_canteen.mjs";
import { ServerProcess, till_program } from "./programs.mjs";

const directory = process.argv[2] ?? "build/demo";
const port = Number(process.argv[3] ?? 8470);
const lunch_seconds = 45 * 60;

const canteen = `${directory}/canteen`;
const ask = await make_canteen(directory, canteen);
const server = new ServerProcess(canteen, port, clock_start_ms);
await server.start("--pages", "build/web/dist");
await pair_tills(ask, directory, () => port);
const code = await ask("enrol", "kitchen", "--name", "kitchen");
writeFileSync(`${directory}/sales.csv`, demo_sales(lunch_seconds));
const tills = spawn(till_program, ["--lang", "en", "run", `${directory}/sales.csv`, "--tills", `${directory}/tills`, "--speed", "1"], { stdio: "ignore" });

console.log(`
  德安邻里食堂 is open: it is 11:00 on 14 April 2026 there.

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
    await server.stop();
    process.exit(0);
}
process.on("SIGINT", end);
process.on("SIGTERM", end);
server.exited.then(() => !ending && (console.error("the server ended"), process.exit(1)));
