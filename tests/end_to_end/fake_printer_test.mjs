// The demo's printer does what a real one does, so that what is shown by it is true.
import assert from "node:assert/strict";
import net from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { start } from "../../deploy/lunch/fake_printer.mjs";

const question = (kind) => Buffer.from([0x10, 0x04, kind]);
// ESC @, FS &, "汤 5.00" in GB 18030, a picture of 8 x 2 dots, a cut.
const job = Buffer.from("1b401c26ccc020352e30300a1d7630000100020081ff1d5601", "hex");

let printer;
before(async () => (printer = await start()));
beforeEach(() => (printer.mood = "well"));
after(() => printer.close());

const dial = () => new Promise((done) => {
    const line = net.connect(printer.port, "127.0.0.1", () => done(line));
    line.on("error", () => {});
});
async function asked(line, kind) {
    line.write(question(kind));
    const [answer] = await new Promise((done) => line.once("data", done));
    return answer;
}
async function printed(bytes) {
    const line = await dial(), strip = printer.next_strip();
    line.end(bytes);
    return strip;
}

test("it shows what was printed", async () => {
    const { pieces, trouble } = await printed(job);
    assert.equal(trouble, "");
    assert.equal(pieces[0].text, "汤 5.00");
    assert.deepEqual({ ...pieces[1], dots: pieces[1].dots.toString("hex") }, { kind: "picture", width: 8, height: 2, dots: "81ff" });
    assert.equal(pieces[2].kind, "cut");
    const page = await (await fetch(`http://127.0.0.1:${printer.http_port}/`)).text();
    assert.match(page, /汤 5\.00/);
    assert.match(page, /data:image\/bmp;base64,/);
});

test("it answers how it is, also right behind a job", async () => {
    const line = await dial();
    assert.equal(await asked(line, 1), 0x12);
    await fetch(`http://127.0.0.1:${printer.http_port}/mood?mood=out_of_paper`, { method: "POST" });
    assert.equal(await asked(line, 1), 0x1a);
    assert.equal(await asked(line, 2), 0x32);
    assert.equal(await asked(line, 4), 0x72);
    printer.mood = "well";
    line.write(Buffer.concat([job, question(1)]));
    const [answer] = await new Promise((done) => line.once("data", done));
    assert.equal(answer, 0x12);
    const strip = printer.next_strip();
    line.destroy();
    assert.equal((await strip).pieces[0].text, "汤 5.00");
});

test("it takes the dots of a picture for dots", async () => {
    const picture = Buffer.concat([Buffer.from("1b401d763000010004001004", "hex"), Buffer.from([0x01, 0xff])]);
    const line = await dial(), strip = printer.next_strip();
    line.write(picture.subarray(0, -1));
    line.end(picture.subarray(-1));
    assert.equal((await strip).pieces[0].dots.toString("hex"), "100401ff");
});

test("it dies in mid-job, and says of a strip what is wrong with it", async () => {
    printer.mood = "die";
    assert.equal((await printed(Buffer.concat([job, job.subarray(4)]))).trouble, "ends in its middle");
    assert.match((await printed(Buffer.from("1b5a0a", "hex"))).trouble, /no command of ours/);
});
