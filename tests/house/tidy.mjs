#!/usr/bin/env node
// clang-tidy over the rooms whose mistakes would cost money or privacy. A file is looked at again when it, a header it
// reaches or the settings have changed; those are looked at in batches, for most of a look goes into what they include.
//   tests/house/tidy.mjs [FOLDER...]    those folders instead of the usual ones; TIDY_JOBS looks at once
import { createHash } from "node:crypto";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const stamps = `${root}/build/tidy`;
const folders = process.argv.length > 2 ? process.argv.slice(2) : ["canteen/domain", "canteen/crypto"];
const files_a_batch = 8;
const program = ["clang-tidy-19", "clang-tidy"].find((name) => spawns(name));

function spawns(name) {
    try {
        return execFileSync(name, ["--version"], { encoding: "utf8" });
    } catch {
        return "";
    }
}

const texts = new Map();
const text_of = (file) => texts.get(file) ?? texts.set(file, readFileSync(`${root}/${file}`, "utf8")).get(file);
const ours = (text) => [...text.matchAll(/^#include "([^"]+)"/gm)].map((found) => found[1]).filter((file) => existsSync(`${root}/${file}`));

// Returns the file and all of ours that it reaches.
function reached_from(file, reached = new Set()) {
    if (reached.has(file)) return reached;
    reached.add(file);
    for (const below of ours(text_of(file))) reached_from(below, reached);
    return reached;
}

const settings = text_of(".clang-tidy") + text_of("tests/house/tidy.mjs") + spawns(program);
function stamp_of(file) {
    const hash = createHash("sha256").update(settings);
    for (const each of [...reached_from(file)].sort()) hash.update(each).update(text_of(each));
    return `${stamps}/${hash.digest("hex").slice(0, 32)}`;
}

// Returns the compiler's flags: those for a batch are those for its first folder.
function flags_of(file) {
    const commands = JSON.parse(readFileSync(`${root}/build/dev/compile_commands.json`, "utf8"));
    const room = commands.find((each) => each.file === `${root}/${file}`) ?? commands.find((each) => each.file.startsWith(`${root}/build/dev/${dirname(file)}/`));
    return room.command.split(" ").filter((word) => /^-(D|std=|isystem|I)/.test(word));
}

// The analyzer checks what a batch includes too, and each function for so many of its steps: five times as many take
// twice the time, and our functions are short.
const analyzer = ["-analyzer-opt-analyze-headers", "-analyzer-config", "max-nodes=40000"];

// Returns true if clang-tidy finds nothing in them.
function look(batch, number) {
    const file = `${stamps}/batch_${number}.cxx`;
    writeFileSync(file, batch.map((each) => `#include "${root}/${each}"\n`).join(""));
    const options = ["--quiet", `--config-file=${root}/.clang-tidy`, "--checks=-bugprone-suspicious-include", `--header-filter=^${root}/(canteen|pos-client)/`,
        "--extra-arg=-Wno-unknown-warning-option", ...analyzer.flatMap((word) => ["--extra-arg=-Xclang", `--extra-arg=${word}`])];
    return new Promise((resolve) => {
        const child = spawn(program, [...options, file, "--", "-xc++", "-std=c++20", `-I${root}`, ...flags_of(batch[0])], { stdio: ["ignore", "inherit", "ignore"] });
        child.on("close", (code) => {
            if (code === 0) for (const each of batch) writeFileSync(stamp_of(each), "");
            rmSync(file);
            resolve(code === 0);
        });
    });
}

mkdirSync(stamps, { recursive: true });
const listed = execFileSync("git", ["-C", root, "ls-files", ...folders.map((folder) => `${folder}/*.cpp`)], { encoding: "utf8" }).trim().split("\n");
const stale = listed.filter((file) => !existsSync(stamp_of(file)));
const batches = [];
for (const file of stale) {
    const last = batches.at(-1);
    if (last && last.length < files_a_batch && dirname(last[0]) === dirname(file)) last.push(file);
    else batches.push([file]);
}
console.log(`${listed.length} files, ${stale.length} to look at`);
let done = 0, clean = true;
async function work() {
    for (let number = done++; number < batches.length; number = done++) {
        console.log(`[${number + 1}/${batches.length}] ${batches[number].join(" ")}`);
        if (!await look(batches[number], number)) clean = false;
    }
}
const at_once = Number(process.env.TIDY_JOBS) || (availableParallelism?.() ?? cpus().length);
await Promise.all(Array.from({ length: at_once }, work));
process.exit(clean ? 0 : 1);
