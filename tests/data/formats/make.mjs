#!/usr/bin/env node
// Makes a canteen's directory and two tills' in the format of the programs in $CANTEEN_BIN (build/release without):
// an eventful lunch, and a till whose last sales wait for the server.
//   node tests/data/formats/make.mjs DIRECTORY
// A new format is kept beside the older ones, never in their place.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Canteen, date } from "../../end_to_end/support/canteen.mjs";

const into = resolve(process.argv[2]);
const deploy = new URL("../../../deploy/", import.meta.url).pathname;
const scheme = "cd-qionglai-2025";
const not_kept = /ballast|lock$|\.sock$/;  // made anew by every program

const canteen = await Canteen.make("build/formats", {
    imports: {
        calendar: `${deploy}demo-canteen/calendar.csv`,
        members: `${deploy}demo-canteen/members.csv`,
        scheme: `${deploy}schemes/${scheme}.json`,
    },
    menu_csv: `date,meal,from,to,dish,name,name_en,category,price,per_grams,served,minutes,planned,slots,allergens
${date},lunch,10:30,13:30,206,香菇滑鸡,Chicken with mushrooms,荤菜,11,,line,,200,,
${date},lunch,10:30,13:30,301,番茄炒蛋,Tomatoes and eggs,素菜,6,,order,8,50,,3
${date},lunch,10:30,13:30,601,米饭,Rice,主食,1,,line,,400,,
${date},lunch,10:30,13:30,701,凉拌三丝,Three-shred salad,凉菜,2.5,100,line,,9000,,
${date},lunch,10:30,13:30,901,老年套餐,Set meal,套餐,15,,order,5,,荤菜:1:206|301;主食:1:601,
`,
});
const office = (...words) => canteen.ask("office", ...words);
for (const letters of ["A", "B"]) await canteen.add_till(letters, letters);

await canteen.ask("topup", "1002", "200", "--bonus", "20");
await office("card", "issue", "1003", "C0003");
await office("employer", "set", "wuye", "某某物业", "lunch=5", "account=yes");
await office("points", "rule", "yuan=1", "funder=fund", "hour=2");
await office("points", "hours", "1005", date, "90", "送餐");
await office("partner", "set", "xieli", "合作企业", "3/10", "costs=房租:1");
for (const words of [["--member", "1001"], ["--card", "C0003"], ["--member", "1002", "--pay", "stored_value"]])
    await canteen.sell("A", "--dish", "206", "--dish", "601", ...words);
await canteen.sell("B", "--dish", "901=206+601", "--member", "1004");
await canteen.sell("B", "--dish", "701:240g", "--dish", "301", "--pay", "wechat");
await canteen.sell("B", "--member", "1005", "--dish", "206", "--pay", "points:3");
await canteen.sell("A", "--dish", "301x2");
await canteen.ask("refund", "A001", "--date", date, "--line", "2x1");
await canteen.ask("refund", "B002", "--date", date);
const drafted = await office("claim", "draft", `${scheme}/gov`, "2026-04");
const claim = drafted.match(/^[0-9a-f]{32}/)[0];
for (const [, number] of drafted.matchAll(/finding (\d+): .*not answered/g)) await office("claim", "answer", claim, number, "已核实");
await office("claim", "submit", claim);
await canteen.ask("enrol", "kitchen", "--name", "kitchen");
await canteen.close();
for (const words of [["--member", "1006", "--dish", "206"], ["--dish", "601x3"]])
    await canteen.sell("B", ...words, "--wait-ms", "200").catch((waits) => console.log(String(waits)));

rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const keep = (from, to) => {
    for (const name of readdirSync(from)) if (!not_kept.test(name)) cpSync(`${from}/${name}`, `${to}/${name}`, { recursive: true });
};
keep(canteen.house, `${into}/canteen`);
// The key lies beside the configuration, wherever that is: a machine's path is no part of the format.
const toml = `${into}/canteen/canteen.toml`;
writeFileSync(toml, readFileSync(toml, "utf8").replace(/^key_file.*\n/m, ""));
for (const letters of ["A", "B"]) keep(canteen.till(letters), `${into}/till-${letters}`);
