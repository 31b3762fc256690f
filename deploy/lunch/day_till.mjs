// A cashier at one till of a day: does the steps of its plan, and goes on when the till's core died.
import { CoreGone, line_live, PageCashier } from "./page_cashier.mjs";

export class DayTill extends PageCashier {
    moves = [];  // { kind, fen }
    deaths = 0;  // of its core, while somebody worked at it

    constructor(letters, core, cashier, pin) {
        super(letters, core);
        Object.assign(this, { cashier, pin });
    }

    async connect() {
        await super.connect();
        await this.until(() => this.page.parts.status.line === line_live && this.page.parts.shift.staff.length > 0);
    }

    async open(printer) {
        this.doing = "open";
        await this.connect();
        await this.act("setPrinter", { address: `127.0.0.1:${printer.port}`, columns: printer.columns });
        const { staffId } = this.page.parts.shift.staff.find((one) => one.name === this.cashier);
        await this.act("logIn", { staffId, pin: this.pin });
        await this.act("openShift", { counted: [{ fen: 10000, count: 2 }, { fen: 500, count: 12 }, { fen: 10, count: 33 }] });
    }

    // Does a step; a sale once more if the core died before it was answered.
    async do(step) {
        this.doing = `${step.do}, guest ${step.guest}`;
        try {
            await this[step.do](step);
        } catch (error) {
            if (!(error instanceof CoreGone) || step.do !== "sell") throw error;
            this.deaths += 1;
            await this.core.back;
            await this.connect();
            await this.do(step);
        }
    }

    async move({ kind, fen, reason }) {
        await this.act("moveDrawer", { kind, fen: BigInt(fen), reason });
        this.moves.push({ kind, fen });
    }

    // Closes the shift, `fen` of which the count finds too much, once the server has everything.
    async close(fen) {
        this.doing = "close";
        await this.sent();
        const counted = Number(this.page.parts.shift.expectedFen) + fen;
        await this.act("closeShift", { counted: [{ fen: 10000, count: Math.floor(counted / 10000) }, { fen: 1, count: counted % 10000 }] });
        await this.sent();
    }
}
