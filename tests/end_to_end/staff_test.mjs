// Staff with the real programs: somebody is taken on, gets a PIN, is unlocked and leaves; nothing of the PIN lies in the
// database, and the books stay clean.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Canteen } from "./support/canteen.mjs";

const demo = new URL("../../deploy/", import.meta.url).pathname;
let canteen;
const office = (...words) => canteen.ask("office", ...words);
const refused = (why, ...words) => assert.rejects(() => office(...words), why);

before(async () => {
    canteen = await Canteen.make("build/end_to_end/staff", { begins: "11:40:00", imports: { menu: `${demo}demo-canteen/menu.csv` } });
    await canteen.add_till("A", "A");
});
after(() => canteen?.close());

test("somebody is taken on and gets a PIN that is shown once", async () => {
    await office("staff", "add", "甄收银", "role=cashier,supervisor", "valid=2026-01-01..");
    await office("staff", "add", "贾主管", "role=manager");
    await refused(/'boss'/, "staff", "add", "某人", "role=boss");
    assert.match(await office("staff", "list"), /甄收银 cashier,supervisor 2026-01-01\.\., no PIN/);
    assert.match(await office("staff", "pin", "甄收银"), /the PIN is \d{6}, shown this once/);
    assert.doesNotMatch(await office("staff", "list"), /甄收银.*no PIN/);
});

test("a PIN that everybody tries, or that another has, is refused", async () => {
    await refused(/pin_weak/, "staff", "pin", "贾主管", "pin=123456");
    assert.match(await office("staff", "pin", "贾主管", "pin=402917"), /PIN set/);
    await refused(/pin_in_use/, "staff", "pin", "甄收银", "pin=402917");
    await refused(/nobody, or several/, "staff", "pin", "无此人");
});

test("a sale is listed as made without a shift, and sold all the same", async () => {
    assert.match(await canteen.sell("A", "--dish", "206"), /COMMITTED/);
    assert.match(await office("shifts", "list"), /^0 shifts/);
});

test("who leaves is ended, and the books stay clean", async () => {
    await office("staff", "unlock", "甄收银");
    await office("staff", "end", "甄收银");
    assert.match(await office("staff", "list"), /甄收银.*ended/);
    assert.match(await canteen.ask("verify"), /^clean/m);
    const bytes = readFileSync(`${canteen.house}/canteen.db`).toString("latin1");
    assert.ok(!bytes.includes("402917"));
});
