// A canteen of its own for a test: made, filled, served by the real program, and looked at from outside.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Books } from "../../../deploy/lunch/canteen_books.mjs";
import { run, ServerProcess, server_program, till_program } from "../../../deploy/lunch/programs.mjs";

export const date = "2026-04-14";
export const at = (time) => Date.parse(`${date}T${time}+08:00`);
const pages = resolve("build/web/dist");

export class Canteen {
    // The canteen's clock begins at `begins`, like "10:55:00".
    static async make(directory, { begins = "11:40:00", menu_csv, imports = {} } = {}) {
        const canteen = new Canteen();
        canteen.directory = resolve(directory);
        canteen.house = `${canteen.directory}/house`;
        canteen.backups = 0;
        rmSync(canteen.directory, { recursive: true, force: true });
        mkdirSync(canteen.directory, { recursive: true });
        await canteen.ask("init", "--name", "德安邻里食堂", "--area", "510117007", "--port", "0", "--demo",
            "--demo-clock", `${date}T${begins}+08:00`);
        if (menu_csv) imports = { ...imports, menu: canteen.file("menu.csv", menu_csv) };
        for (const [kind, file] of Object.entries(imports)) await canteen.ask("import", kind, file);
        canteen.server = new ServerProcess(canteen.house, 0, at(begins));
        await canteen.serve();
        return canteen;
    }

    get port() { return this.server.port; }
    get origin() { return `http://127.0.0.1:${this.port}`; }

    file(name, text) {
        writeFileSync(`${this.directory}/${name}`, text);
        return `${this.directory}/${name}`;
    }

    // Runs a subcommand of the server's program at this canteen; gives what it printed.
    ask(...words) { return run(server_program, "--dir", this.house, ...words); }
    serve() { return this.server.start("--pages", pages); }

    till(name) { return `${this.directory}/tills/${name}`; }
    async add_till(name, letters, port = this.port) {
        const code = await this.ask("enrol", "till", "--name", `till ${name}`, "--letters", letters);
        await run(till_program, "pair", code, "--server", `127.0.0.1:${port}`, "--dir", this.till(name));
    }

    // Makes one sale from the command line; rejects with what it printed if the server refused the sale.
    sell(till, ...words) { return run(till_program, "--lang", "en", "sell", "--dir", this.till(till), ...words); }

    // Gives the database as of now, in a copy.
    async books() {
        const copy = `${this.directory}/books-${(this.backups += 1)}.db`;
        await this.ask("backup", copy);
        return new Books(copy);
    }

    // Rejects if anything is wrong; gives the head up to which it checked, SEQ:HASH.
    async verified_head(...words) {
        const said = await this.ask("verify", ...words);
        return said.match(/^clean, checked to (\d+:[0-9a-f]{64})$/m)[1];
    }

    close() { return this.server.stop(); }
}
