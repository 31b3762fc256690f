// The units of server and till leave little open to whoever breaks in, as systemd reckons it. Skipped where systemd is not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

const most_exposure = 2.0;  // of 10

const analyze = (...words) => spawnSync("systemd-analyze", words, { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
const skip = analyze("--version").status === 0 ? false : "no systemd-analyze here";

for (const unit of ["canteen-server.service", "canteen-till.service"]) {
    test(`${unit} is hardly exposed`, { skip }, () => {
        const told = analyze("security", "--offline=true", "--no-pager", `deploy/units/${unit}`);
        const exposure = /Overall exposure level for .*: ([0-9.]+)/.exec(told.stdout)?.[1];
        assert.ok(exposure, told.stderr);
        assert.ok(Number(exposure) <= most_exposure, told.stdout);
    });
}
