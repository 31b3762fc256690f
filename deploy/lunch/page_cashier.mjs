// A cashier at one till's page: sells, tops up and gives back by a few words, notices when the core dies, and keeps what
// was answered.
import { TillPage, hex } from "./till_page.mjs";

const patience_ms = 60_000;
export const line_live = 1;
const sale_asking = 1, sale_sold = 2, guest_asked = 1, stored_value = 4;

export class CoreGone extends Error {}

export const pickup_text = ({ letters, count }) => letters + String(count).padStart(3, "0");
const plain = (tenders) => tenders.map(({ kind, amountFen }) => ({ kind, fen: Number(amountFen) }));

export class PageCashier {
    sales = [];      // by guest: { order, pickup, tenders, wants_paper }
    top_ups = [];    // { kind, fen }
    given_back = []; // { order, back: [{ kind, fen }] }

    // `core` has a service that may be started again: { service, cookie_of(letters) }.
    constructor(letters, core) { Object.assign(this, { letters, core }); }

    // Resolves once the till says what it sells.
    async connect() {
        const page = (this.page = await TillPage.open(this.core.service.origin, this.core.cookie_of(this.letters)));
        await this.until(() => page.parts.menus?.meals.length > 0);
    }

    // Rejects with CoreGone if the core dies first, and in words if nothing comes for long.
    async here(promise) {
        let too_long;
        const waits = new Promise((_, fail) => {
            too_long = setTimeout(() => fail(new Error(`till ${this.letters} waits for ever: ${this.doing}`)), patience_ms);
        });
        try {
            return await Promise.race([promise, waits, this.page.closed.then(() => { throw new CoreGone(); })]);
        } finally {
            clearTimeout(too_long);
        }
    }
    until(holds) { return this.here(this.page.until(holds)); }
    live() { return this.until(() => this.page.parts.status.line === line_live); }
    sent() { return this.until(() => this.page.parts.status.line === line_live && this.page.parts.status.queued === 0); }

    // Returns why it was refused; undefined: it was done.
    async refusal_of(kind, value = {}) { return (await this.here(this.page.act(kind, value))).refused?.name; }
    async act(kind, value = {}) {
        const why = await this.refusal_of(kind, value);
        if (why) throw new Error(`till ${this.letters}: ${kind} was refused: ${why} (${this.doing})`);
    }

    // Waits for the server, and asks once more, if the till may not do it by itself.
    async with_server(refusal, kind, value) {
        const why = await this.refusal_of(kind, value);
        if (!why) return;
        if (why !== refusal) throw new Error(`till ${this.letters}: ${kind} was refused: ${why} (${this.doing})`);
        await this.sent();
        await this.act(kind, value);
    }

    async fill(member, dishes) {
        if (this.page.sale?.stage) await this.act("nextGuest");
        if (this.page.basket.rows.length > 0) await this.act("clearBasket");
        if (this.page.basket.guest) await this.act("dropGuest");
        if (member) await this.act("typeField", { text: member });
        for (const one of dishes) await this.act("addDish", one);
    }

    payment(parts, given) {
        const { basketId, revision } = this.page.basket;
        return { basketId, revision, parts, givenFen: BigInt(given) };
    }

    // Sells to the guest of that number; again, after the core died, only if the till does not say that it is done.
    async sell({ guest, member, dishes, parts = [], given = 0 }) {
        const { page } = this;
        if (!this.paying || !page.sale?.stage || hex(page.sale.basketId) !== this.paying) {
            await this.fill(member, dishes);
            this.wants_paper = page.basket.reductions.length > 0 || parts.some((part) => part.kind === stored_value);
            this.paying = hex(page.basket.basketId);
            const paid = this.with_server("account_short", "payBasket", this.payment(parts, given));
            this.on_pay?.(guest);
            await paid;
        }
        await this.until(() => page.sale.stage !== sale_asking);
        const why = page.basket.problem;
        if (page.sale.stage !== sale_sold)
            throw new Error(`till ${this.letters}: guest ${guest} was refused: ${why?.name} ${why?.params.map((one) => one.value)}`);
        this.paying = undefined;
        this.note_sale(guest);
    }

    note_sale(guest) {
        const { orderId, pickup, tenders } = this.page.sale;
        this.sales[guest] = { order: hex(orderId), pickup, tenders: plain(tenders), wants_paper: this.wants_paper };
    }

    async open_desk(member) {
        if (this.page.sale?.stage) await this.act("nextGuest");
        await this.act("typeField", { text: member });
        await this.act("openDesk");
    }

    async top_up({ member, fen, kind, reference = "" }) {
        await this.open_desk(member);
        await this.act("topUp", { fen: BigInt(fen), kind, reference });
        this.top_ups.push({ kind, fen });
        await this.act("closeDesk");
        await this.act("dropGuest");
    }

    // The till takes back by itself only what it has not sent yet.
    async give_back({ of, what = "all" }) {
        const { order, pickup } = this.sales[of];
        await this.act("listSales", { text: pickup_text(pickup) });
        const sale = this.page.parts.sales.sales.find((one) => hex(one.orderId) === order);
        const lines = { "all": [], "one portion": [{ lineId: sale.rows[0].row, amount: 1 }],
            "some grams": sale.rows.filter((row) => row.grams > 0).map((row) => ({ lineId: row.row, amount: row.grams - 30 })) }[what];
        await this.with_server("server_needed", "giveBack", { orderId: sale.orderId, lines, reason: guest_asked });
        await this.until(() => ["done", "refused"].includes(this.page.parts.refund.stage));
        const { stage, back, refused } = this.page.parts.refund;
        if (stage !== "done") throw new Error(`till ${this.letters}: nothing was given back: ${refused?.name}`);
        this.given_back.push({ order, back: plain(back) });
        await this.act("endRefund");
    }
}
