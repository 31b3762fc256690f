// Checks what is linked into the installed programs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { server_program, till_program } from "../../deploy/lunch/programs.mjs";

function symbols_of(program) {
    const done = spawnSync("nm", ["--demangle", "--defined-only", program], { encoding: "utf8", maxBuffer: 1 << 30 });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.split("\n");
}
const decisions = (program) => symbols_of(program).filter((line) => / [Tt] canteen::decide/.test(line));

test("the till carries no decision: what it sells offline is priced by the rules, and decided by the server", () => {
    assert.ok(decisions(server_program).length > 20);
    assert.deepEqual(decisions(till_program), []);
});
