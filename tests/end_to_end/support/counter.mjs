// A counter for a test: a canteen with tills behind their service, each with its page in a real browser, and the few words
// that cashiers' stories are told in.
import { chromium } from "playwright-core";
import { run, TillService, till_program } from "../../../deploy/lunch/programs.mjs";
import { Canteen } from "./canteen.mjs";

const deploy = new URL("../../../deploy/", import.meta.url).pathname;
const waits_ms = Number(process.env.WAIT_MS ?? 60_000);  // a loaded machine is no failure
const device_gap_s = 0.008;
const a_moment_s = 0.2;
const words_of_no_fault = /favicon|ERR_|WebSocket|403/;  // a core that is away, or does not know the page yet

export const dish = { chicken: 206, eggs: 305, rice: 601, salad: 701, noodles: 802, set_meal: 901 };
export const lunch_imports = { calendar: `${deploy}demo-canteen/calendar.csv`, menu: `${deploy}demo-canteen/menu.csv`,
    members: `${deploy}demo-canteen/members.csv`, scheme: `${deploy}schemes/cd-qionglai-2025.json` };

export function launch_browser() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    });
}

export class Counter {
    complaints = [];
    scanned_until_s = 0;  // by the clock of its keys

    // The till is paired with the canteen by then; its service starts with these words.
    static async start(canteen, name, browser, ...words) {
        const counter = new Counter();
        Object.assign(counter, { canteen, name, browser, words });
        await counter.serve();
        return counter;
    }

    async serve(port = this.service?.port ?? 0) {
        this.service = await TillService.start([this.canteen.till(this.name)], { port, words: this.words });
    }

    // Opens a page as a person does: by the code in the address, which the program prints, and by the cookie from then on.
    async open({ language = "zh", width = 1280, height = 800 } = {}) {
        this.context = await this.browser.newContext({ viewport: { width, height }, locale: "zh-CN" });
        this.page = await this.context.newPage();
        this.listen_to(this.page);
        if (this.cookies) await this.context.addCookies(this.cookies);
        else {
            await this.page.goto(this.service.addresses[0] ?? (await run(till_program, "page", "--dir", this.canteen.till(this.name))).trim());
            await this.page.waitForURL("**/till/");
            this.cookies = await this.context.cookies();
        }
        await this.page.goto(`${this.service.origin}/till/?lang=${language}`);
        await this.live();
        return this;
    }

    listen_to(page) {
        page.setDefaultTimeout(waits_ms);
        page.on("pageerror", (error) => this.complaints.push(String(error)));
        page.on("console", (message) => {
            if (message.type() === "error" && !words_of_no_fault.test(message.text())) this.complaints.push(message.text());
        });
    }

    // Another page of the same till, as a second tab or the guest's window.
    async another(path) {
        const page = await this.context.newPage();
        this.listen_to(page);
        await page.goto(this.service.origin + path);
        return page;
    }

    live() { return this.page.locator('.till:not(.is-gone) [data-chip="LINE_LIVE"]').waitFor(); }
    screen(name) { return this.page.locator(`[data-screen="${name}"]`).waitFor(); }
    key(name) { return this.page.locator(`[data-key="${name}"]`); }
    tile(id) { return this.page.locator(`.tile[data-dish="${id}"]`); }
    row(words) { return this.page.locator(".basket li", { hasText: words }); }
    seen(words, where = "body") { return this.page.locator(where, { hasText: words }).first().waitFor(); }
    sum(name, amount) { return this.page.locator(`[data-sum="${name}"]`, { hasText: amount }).waitFor(); }
    text(where) { return this.page.locator(where).first().innerText(); }

    async keys(...names) {
        for (const name of names) await this.page.keyboard.press(name);
    }
    async type(text) { await this.keys(...text, "Enter"); }

    // Types as a card reader does: each character some milliseconds after the last one, however busy the machine is.
    async scan(text) {
        const session = await this.context.newCDPSession(this.page);
        const from_s = Math.max(Date.now() / 1000 - (text.length + 1) * device_gap_s - a_moment_s, this.scanned_until_s + a_moment_s);
        this.scanned_until_s = from_s + text.length * device_gap_s;
        const press = (i, key) => ["keyDown", "keyUp"].map((type) =>
            session.send("Input.dispatchKeyEvent", { ...key, type, timestamp: from_s + i * device_gap_s }));
        await Promise.all([...[...text].flatMap((one, i) => press(i, { key: one, text: one, code: /\d/.test(one) ? `Digit${one}` : `Key${one.toUpperCase()}` })),
            ...press(text.length, { key: "Enter", code: "Enter", text: "\r" })]);
        await session.detach();
    }

    // Taps these dishes, one portion each.
    async tap(...dishes) {
        for (const id of dishes) await this.tile(id).click();
    }

    // Goes on to the next guest once Enter is heard again.
    async next_guest() {
        await this.page.locator('[data-key="next"]:not(.deaf)').click();
        await this.screen("sale");
    }

    // Waits until the sale stands there, committed or QUEUED; gives its pickup number.
    async sold(committed = true) {
        await this.page.locator(`[data-committed="${committed}"]`).waitFor();
        return this.text(".done .no");
    }

    async log_in(person, pin) {
        await this.screen("start");
        await this.page.locator(".choice", { hasText: person }).click();
        await this.type(pin);
    }

    // `counted`: notes by fen, [[10000, 2]].
    async count(notes) {
        for (const [fen, count] of notes) await this.page.locator(`#note-${fen}`).fill(String(count));
    }

    async close() {
        await this.context?.close();
        await this.service?.stop();
    }
}

// A canteen at lunch with tills of these names.
export async function lunch_with_tills(directory, names, more = {}) {
    const canteen = await Canteen.make(directory, { imports: { ...lunch_imports, ...more } });
    for (const [i, name] of names.entries()) await canteen.add_till(name, "ABC"[i]);
    return canteen;
}
