// These programs open, sell on, verify, rebuild and restore what older programs wrote. Every folder of
// tests/data/formats is a format.
import assert from "node:assert/strict";
import { chmodSync, cpSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { after, test } from "node:test";
import { run, ServerProcess, till_program } from "../../deploy/lunch/programs.mjs";
import { at, Canteen } from "./support/canteen.mjs";

const formats = new URL("../data/formats/", import.meta.url).pathname;
const sqlite = (file, sql) => {
    const done = spawnSync("sqlite3", [file, sql], { encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.trim();
};

// Makes a copy that the programs of today may change; version control keeps no modes, and a key is its owner's alone.
function copy_of(format) {
    const canteen = new Canteen();
    canteen.directory = `${process.cwd()}/build/end_to_end/format-${format}`;
    Object.assign(canteen, { house: `${canteen.directory}/house`, backups: 0 });
    rmSync(canteen.directory, { recursive: true, force: true });
    cpSync(`${formats}${format}/canteen`, canteen.house, { recursive: true });
    const keys = [`${canteen.house}/canteen.key`];
    for (const letters of ["A", "B"]) {
        cpSync(`${formats}${format}/till-${letters}`, canteen.till(letters), { recursive: true });
        keys.push(`${canteen.till(letters)}/key`);
    }
    for (const file of [...keys, `${canteen.house}/canteen.db`]) chmodSync(file, 0o600);
    return canteen;
}

for (const format of readdirSync(formats).filter((name) => /^\d+$/.test(name))) {
    const canteen = copy_of(format);
    const orders = () => Number(sqlite(`${canteen.directory}/books-${canteen.backups}.db`, "SELECT count(*) FROM orders"));
    after(() => canteen.server?.child && canteen.close());

    test(`format ${format} is verified before anything is sold`, async () => {
        assert.match(await canteen.ask("verify"), /^clean, checked to 226:/m);
    });

    test(`format ${format}: its tills sell on, and what waited arrives`, async () => {
        canteen.server = new ServerProcess(canteen.house, 0, at("12:10:00"));
        await canteen.serve();
        for (const letters of ["A", "B"]) sqlite(`${canteen.till(letters)}/till.db`,
            `UPDATE kept SET value = CAST('127.0.0.1:${canteen.port}' AS BLOB) WHERE name = 'pairing.server'`);
        assert.match(await canteen.sell("A", "--dish", "206", "--member", "1007"), /COMMITTED\(\d+\) A005/);
        assert.match(await canteen.sell("B", "--dish", "601", "--wait-ms", "10000"), /B006/);
        const sales = canteen.file("bring.csv", "at_ms,register,order,dish\n0,B,1,601\n");
        await run(till_program, "run", sales, "--tills", `${canteen.directory}/tills`, "--answer-all");
        await canteen.books();
        assert.equal(orders(), 7 + 2 + 3);
        assert.match(await run(till_program, "--lang", "en", "queue", "--dir", canteen.till("B")), /^(?!.*B00[45]).*/s);
    });

    test(`format ${format} is verified, rebuilt and restored by these programs`, async () => {
        const backup = `${canteen.directory}/backup.db`;
        assert.match(await canteen.ask("verify"), /^clean/m);
        await canteen.ask("backup", backup);
        await canteen.close();
        await canteen.ask("rebuild", `${canteen.directory}/rebuilt.db`);
        for (const name of ["canteen.db", "canteen.db-wal", "canteen.db-shm"]) rmSync(`${canteen.house}/${name}`, { force: true });
        await canteen.ask("restore", backup);
        assert.match(await canteen.ask("verify"), /^clean/m);
        await canteen.serve();
        assert.match(await canteen.sell("A", "--dish", "601"), /COMMITTED/);
    });
}

test("a database of a newer program is refused in words", async () => {
    const canteen = copy_of("1");
    sqlite(`${canteen.house}/canteen.db`, "PRAGMA user_version = 1000");
    await assert.rejects(() => canteen.ask("verify"), /newer program made this database/);
});
