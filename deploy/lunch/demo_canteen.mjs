// A fresh demo canteen in a directory: made, filled, its tills paired.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { run, server_program, till_program } from "./programs.mjs";
import { dishes_of, lunch_sales, members_born_before, seniors } from "./sales.mjs";

const date = "2026-04-14";
const kept_for_the_hand = 1;  // the first member of the file: who tries a sale by hand finds that one's right unused
export const clock_start_ms = Date.parse(`${date}T11:00:00+08:00`);
export const seed = Number(process.env.CANTEEN_SEED ?? 20260414);
const demo = new URL("../demo-canteen/", import.meta.url).pathname;
const scheme = new URL("../schemes/cd-qionglai-2025.json", import.meta.url).pathname;

// Whatever was in the directory is gone. Returns a function that runs a subcommand of the server there.
export async function make_canteen(directory, canteen) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const ask = (...words) => run(server_program, "--dir", canteen, ...words);
    await ask("init", "--name", "德安邻里食堂", "--area", "510117007", "--port", "0", "--demo", "--demo-clock", `${date}T10:55:00+08:00`);
    for (const kind of ["calendar", "menu", "members"]) await ask("import", kind, `${demo}${kind}.csv`);
    await ask("import", "scheme", scheme);
    return ask;
}

// Tills A, B, C, and one for a hand; `port_of` says which port each dials.
export async function pair_tills(ask, directory, port_of) {
    for (const [name, letters] of [["A", "A"], ["B", "B"], ["C", "C"], ["hand", "H"]])
        await pair_till(ask, `${directory}/tills/${name}`, letters, port_of(letters));
}

export async function pair_till(ask, directory, letters, port) {
    const code = await ask("enrol", "till", "--name", `till ${letters}`, "--letters", letters);
    await run(till_program, "pair", code, "--server", `127.0.0.1:${port}`, "--dir", directory);
}

// Gives the first member a card and some stored value, to be tried at the till's page.
export async function prepare_the_counter(ask) {
    const card = "04A7C1E2", cashier = "李慧";
    const pin = (await ask("office", "staff", "add", cashier, "role=cashier,supervisor"),
        (await ask("office", "staff", "pin", cashier)).match(/PIN is (\d+)/)[1]);
    await ask("office", "card", "issue", "1001", card);
    await ask("topup", "1001", "100");
    return { card, cashier, pin };
}

// The file of sales of one lunch that lasts so many seconds.
export function demo_sales(seconds) {
    const menu = dishes_of(readFileSync(`${demo}menu.csv`, "utf8"), date, "lunch");
    const members = members_born_before(readFileSync(`${demo}members.csv`, "utf8"), 1966).slice(kept_for_the_hand, kept_for_the_hand + seniors);
    return lunch_sales({ menu, members, seed, seconds });
}
