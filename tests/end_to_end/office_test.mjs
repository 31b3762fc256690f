// A quarter of the office's work with the real programs: a member comes, gets a card, applies, eats at their employer's
// and the district's cost, loses the card, is found by how their name sounds, appears in a claim that is checked,
// submitted, printed, partly rejected and paid, turns out to have two records that become one, has their data handed to
// them, and is forgotten.
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { Canteen, date } from "./support/canteen.mjs";

const demo = new URL("../../deploy/", import.meta.url).pathname;
const scheme = "cd-qionglai-2025";
const id_number = "999999194802290019";  // area 999999 never existed
let canteen, claim;

const office = (...words) => canteen.ask("office", ...words);
const refused = (why, ...words) => assert.rejects(() => office(...words), why);
const frame = async (text) => JSON.parse(await canteen.ask("json", canteen.file("frame.json", JSON.stringify(text))));
const give = (command) => frame({ submit: { command: { commandId: "AZ2MVmAAcACAAAAAAAAAAQ==", ...command } } });
const found = async (text) => (await office("member", "find", text)).split("\n").slice(0, -1);
function out(name) {
    const path = `${canteen.directory}/${name}`;
    rmSync(path, { force: true });
    return path;
}

async function show(number) {
    return JSON.parse(await office("member", "show", number)).told.member;
}

before(async () => {
    canteen = await Canteen.make("build/end_to_end/office", {
        begins: "11:40:00",
        imports: { menu: `${demo}demo-canteen/menu.csv`, scheme: `${demo}schemes/${scheme}.json`, members: `${demo}demo-canteen/members.csv` },
    });
    await canteen.add_till("A", "A");
});
after(() => canteen?.close());

test("a member comes, and two of one name are told apart", async () => {
    for (const [n, last] of [["80001", "0019"], ["80002", ""]]) {
        const { answer } = await give({
            putMember: {
                memberId: Buffer.from(`member-id-${n}0`).toString("base64"),
                member: { number: n, name: "曾小美", idNumber: last && id_number, born: -7977, hukou: [{ code: "510117007" }] },
            },
        });
        assert.ok(answer.committed, JSON.stringify(answer));
    }
    for (const sound of ["zxm", "cxm", "zengxiaomei", "曾小"]) assert.deepEqual(await found(sound), ["80001 曾小美 ****0019", "80002 曾小美"], sound);
    assert.deepEqual(await found("0019"), ["80001 曾小美 ****0019"]);
    assert.deepEqual(await found(id_number), ["80001 曾小美 ****0019"]);
});

test("an edit of a record that somebody else changed is refused", async () => {
    const { memberId, body } = await show("80001");
    body.tags = [{ code: "dibao", fromDate: 20000, evidence: "低保证 0001" }];
    assert.ok((await give({ putMember: { memberId, member: body } })).answer.committed);
    await assert.rejects(() => give({ putMember: { memberId, member: body } }), /record_changed/);
    assert.equal((await show("80001")).body.tags[0].evidence, "低保证 0001");
});

test("an application is reviewed step by step", async () => {
    await refused(/application_order/, "member", "review", "80001", scheme, "approved");
    await office("member", "review", "80001", scheme, "submitted", "on=2026-03-01");
    await office("member", "review", "80001", scheme, "first_review", "on=2026-03-05", "by=德源街道");
    await office("member", "review", "80001", scheme, "approved", "on=2026-03-20", "by=区民政局", "valid=2026-04-01..");
    const { applications } = (await show("80001")).body;
    assert.deepEqual(applications[0].steps.map(({ step }) => step), ["SUBMITTED", "FIRST_REVIEW", "APPROVED"]);
    await refused(/application_order/, "member", "review", "80001", scheme, "first_review");
});

test("she eats by card at the district's cost, and a lost card is nobody's", async () => {
    await office("card", "issue", "80001", "C0001");
    await refused(/card_in_use/, "card", "issue", "80002", "C0001");
    assert.match(await canteen.sell("A", "--card", "C0001", "--dish", "206"), /COMMITTED/);
    await office("card", "lost", "80001", "C0001");
    await office("card", "issue", "80001", "C0002", "replaces=C0001");
    assert.deepEqual(await found("C0001"), []);
    assert.deepEqual(await found("C0002"), ["80001 曾小美 ****0019"]);
    await assert.rejects(() => canteen.sell("A", "--card", "C0001", "--dish", "206"), /REFUSED/);
});

test("an employer's allowance pays up to its terms, and its statement says what it owes", async () => {
    await office("employer", "set", "wuye", "某某物业", "lunch=5", "account=yes");
    const { memberId, body } = await show("80002");
    body.employments = [{ code: "wuye" }];
    assert.ok((await give({ putMember: { memberId, member: body } })).answer.committed);
    assert.match(await canteen.sell("A", "--member", "80002", "--dish", "206", "--pay", "allowance:wuye:5"), /COMMITTED/);
    await assert.rejects(() => canteen.sell("A", "--member", "80002", "--dish", "206", "--pay", "allowance:wuye:5"), /allowance are left/);
    const path = out("statement.csv");
    await office("employer", "statement", "wuye", "2026-04", "--out", path);
    assert.match(readFileSync(path, "utf8"), /本期应付,,,,5\.00,0\.00,5\.00/);
    await office("employer", "paid", "wuye", "allowance", "5", "reference=T1");
    assert.match(await office("employer", "statement", "wuye", "2026-04"), /本期未付,,,,0\.00,0\.00,0\.00/);
    await office("employer", "paid", "wuye", "allowance", "-2", "reference=T1 was 3");
    assert.match(await office("employer", "statement", "wuye", "2026-04"), /本期未付,,,,2\.00,0\.00,2\.00/);
    await office("employer", "paid", "wuye", "allowance", "2", "reference=T1 was 5");
    const [{ number }] = (await canteen.books()).rows("SELECT letters || printf('%03d', pickup_count) AS number FROM orders JOIN order_tender ON order_id = id WHERE kind = 5");
    assert.match(await canteen.ask("refund", number, "--date", date), /5\.00 by meal allowance/);
    assert.match(await office("employer", "statement", "wuye", "2026-04"), /本期应付,,,,0\.00,0\.00,0\.00/);
});

test("hours become points, and points pay at a rate that a funder bears", async () => {
    await office("points", "rule", "yuan=1", "funder=fund", "hour=2");
    await office("points", "hours", "80002", date, "90", "送餐");
    assert.equal((await show("80002")).points, "3");
    assert.match(await canteen.sell("A", "--member", "80002", "--dish", "206", "--pay", "points:3"), /COMMITTED/);
    assert.equal((await show("80002")).points ?? "0", "0");
    assert.match(await office("ledger", "balances"), /补贴应收,points\/fund,3\.00/);
});

test("the ledger is zero and the partner's share follows from it", async () => {
    assert.match(await office("ledger", "balances"), /合计,,0\.00$/m);
    await office("partner", "set", "xieli", "合作企业", "3/10", "costs=房租:1");
    assert.match(await office("partner", "statement", "xieli", "2026-04"), /合作方分成,\d+\.\d\d,3\/10/);
    assert.match(await office("counts", "of", "2026-04"), /2026-04,/);
});

test("a claim is drawn up, answered for, submitted, and held against the journal", async () => {
    assert.match(await office("scheme", "show", scheme), new RegExp(`"id": "${scheme}"`));
    const drafted = await office("claim", "draft", `${scheme}/gov`, "2026-04");
    claim = drafted.match(/^[0-9a-f]{32}/)[0];
    assert.match(drafted, /draft, 1 lines, 6\.00 yuan/);
    for (const [, number] of drafted.matchAll(/finding (\d+): .*not answered/g)) await office("claim", "answer", claim, number, "已核实");
    await office("claim", "submit", claim);
    const path = out("claim.csv");
    await office("claim", "file", claim, "--out", path);
    assert.match(await canteen.ask("verify", "--claim", path), /^clean/m);
    assert.doesNotMatch(readFileSync(path, "utf8"), /曾小美|02290019|,80001,/);
    for (const form of ["persons", "meals", "xlsx"]) {
        await office("claim", "print", claim, form, "--out", out(`print.${form}`));
        assert.ok(existsSync(`${canteen.directory}/print.${form}`));
    }
    assert.match(readFileSync(`${canteen.directory}/print.persons`, "utf8"), /曾小美/);
});

test("what a payer rejects is asked again or borne, and the claim is paid", async () => {
    const number = (await canteen.books()).rows("SELECT letters || printf('%03d', pickup_count) AS number FROM orders JOIN order_share ON order_id = id WHERE payer = 'gov'")[0].number;
    await office("claim", "reject", claim, date, number, "reason=未见本人签字");
    assert.match(await office("claim", "draft", `${scheme}/gov`, "2026-05"), /1 lines, 6\.00 yuan/);
    await office("claim", "paid", claim, "0.01", "reference=T2", "last=yes");
    assert.match(await office("claim", "list"), /paid/);
    await office("claim", "paid", claim, "-0.01", "reference=T2 entered twice");
    assert.doesNotMatch(await office("claim", "list"), /paid/);
    await office("claim", "paid", claim, "0.01", "reference=T2", "last=yes");
});

test("her second record becomes one with the first, once both were seen side by side", async () => {
    await office("card", "issue", "80002", "D0001");
    await canteen.ask("topup", "80002", "12.50");
    await refused(/same_member/, "member", "merge", "80001", "80001");
    const seen = await office("member", "merge", "80001", "80002");
    assert.match(seen, /^number: 80001 \| 80002$/m);
    assert.match(seen, /^employers: - \| wuye$/m);
    assert.match(seen, /^principal: 0\.00 \| 12\.50$/m);
    assert.deepEqual(await found("zxm"), ["80001 曾小美 ****0019", "80002 曾小美"], "nothing is done yet");
    const words = seen.match(/seen=\d+,\d+$/)[0];
    await refused(/record_changed/, "member", "merge", "80001", "80002", "seen=1,1");
    const done = await office("member", "merge", "80001", "80002", words);
    assert.match(done, /moved to 80001: 12\.50 yuan principal, 0\.00 bonus, 0 points, 1 card/);
    assert.match(done, /COMMITTED/);
    assert.deepEqual(await found("zxm"), ["80001 曾小美 ****0019"]);
    assert.deepEqual(await found("80002"), ["80001 曾小美 ****0019"]);
    assert.equal((await show("80002")).body.number, "80001");
    await refused(/same_member/, "member", "merge", "80001", "80002", words);

    assert.match(await canteen.sell("A", "--card", "D0001", "--dish", "206", "--pay", "stored_value:2"), /COMMITTED/);
    assert.match(await canteen.sell("A", "--member", "80002", "--dish", "206", "--pay", "allowance:wuye:5"), /COMMITTED/);
    await assert.rejects(() => canteen.sell("A", "--member", "80001", "--dish", "206", "--pay", "allowance:wuye:5"), /allowance are left/);
    assert.match(await canteen.ask("verify"), /^clean/m);
    assert.match(await office("claim", "print", claim, "persons"), /曾小美/);
});

test("she is given her data and forgotten, and everything still verifies", async () => {
    const path = out("hers.json");
    await office("member", "export", "80001", "--out", path);
    const hers = readFileSync(path, "utf8");
    for (const part of ["曾小美", id_number, "低保证 0001", "C0002", '"number": "80002"']) assert.ok(hers.includes(part), part);
    await canteen.ask("topup", "80001", "20");
    await refused(/balance_left/, "member", "erase", "80001");
    await canteen.ask("payout", "80001", "30.50");
    await office("member", "erase", "80001");
    assert.deepEqual(await found("zxm"), [], "both records of her are gone");
    assert.match(await canteen.ask("verify"), /^clean/m);
    assert.match(await office("claim", "print", claim, "persons"), /已删除/);
    for (const file of ["canteen.db", "canteen.db-wal"])
        if (existsSync(`${canteen.house}/${file}`)) assert.equal(readFileSync(`${canteen.house}/${file}`).includes(id_number), false);
});
