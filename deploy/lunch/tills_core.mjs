// The service of some tills, whose core can be killed with -9 and goes on where it listened; its pages stay paired.
import { TillService } from "./programs.mjs";
import { paired_cookie } from "./till_page.mjs";

export class TillsCore {
    #cookies = new Map();

    // `tills`: directories by letters.
    static async start(tills, words = []) {
        const core = new TillsCore();
        Object.assign(core, { directories: [...tills.values()], words });
        core.service = await TillService.start(core.directories, { words });
        for (const [i, letters] of [...tills.keys()].entries()) core.#cookies.set(letters, await paired_cookie(core.service.addresses[i]));
        return core;
    }

    cookie_of(letters) { return this.#cookies.get(letters); }

    // Resolves once it serves again, as `back` does.
    kill_9() {
        const { port } = this.service;
        this.back = this.service.kill_9().then(() => TillService.start(this.directories, { port, words: this.words }))
            .then((service) => (this.service = service));
        return this.back;
    }
    stop() { return this.service.stop(); }
}
