// What the database says, read by another program than ours: sqlite3, read only.
import { spawnSync } from "node:child_process";

export class Books {
    constructor(database) { this.database = database; }

    rows(sql) {
        const done = spawnSync("sqlite3", ["-readonly", "-json", this.database, sql], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
        if (done.status !== 0) throw new Error(done.stderr);
        return done.stdout.trim() ? JSON.parse(done.stdout) : [];
    }

    value(sql) {
        const [row] = this.rows(sql);
        return row ? Object.values(row)[0] : undefined;
    }
}
