// `init` makes what a newcomer's next command needs.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { run, server_program } from "../../deploy/lunch/programs.mjs";

test("a host named at init is added to those of the machine, so that a till still pairs by 127.0.0.1", async () => {
    const directory = mkdtempSync(join(tmpdir(), "canteen-init-"));
    try {
        await run(server_program, "--dir", directory, "init", "--name", "canteen", "--area", "510117007", "--host", "canteen.local");
        const config = readFileSync(join(directory, "canteen.toml"), "utf8");
        for (const host of ["canteen.local", "127.0.0.1", "localhost"]) assert.match(config, new RegExp(`hosts.*${host}`, "s"));
    } finally {
        rmSync(directory, { recursive: true, force: true });
    }
});
