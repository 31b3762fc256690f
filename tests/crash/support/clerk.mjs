// Somebody who does things at random at a till's page, and knows what the page showed when the last of them was answered
// and which one was under way when the core died.
import { hex } from "../../../deploy/lunch/till_page.mjs";
import { line_live, pickup_text } from "../../../deploy/lunch/page_cashier.mjs";

const dishes = [101, 102, 104, 201], set_meal = 401;
const [cash, wechat] = [1, 2], sale_asking = 1, sale_sold = 2;
const odds = [["add", 8], ["pay", 5], ["take_off", 1], ["guest", 1], ["park", 1], ["resume", 2], ["clear", 0.5], ["move", 1.5], ["shift", 0.7], ["copy", 0.5]];

export class Clerk {
    sold = new Map();      // order: its pickup number
    moved = new Set();     // reasons of moves that were answered
    under_way = new Set(); // reasons of those that were not
    shifts = { opened: 0, closed: 0, in_doubt: 0 };

    constructor(chance, members, pin) { Object.assign(this, { chance, members, pin, actions: 0 }); }

    // Returns what stands on the page, in words that can be compared.
    seen() {
        const { basket, parked, sale, shift } = this.page.parts;
        return {
            basket: hex(basket.basketId), revision: basket.revision, guest: basket.guest ? hex(basket.guest.memberId) : "",
            rows: basket.rows.map((row) => `${row.row}: ${row.dish} x ${row.quantity}`),
            parked: (parked?.baskets ?? []).map((one) => hex(one.basketId)).sort(),
            sold: sale?.stage ? hex(sale.basketId) : "", shift: hex(shift.shiftId),
        };
    }

    // Someone is there again after a start.
    async stand_at(page) {
        this.page = page;
        await page.until(() => page.parts.status?.line === line_live && page.parts.menus.meals.length > 0);
        await page.until(() => page.parts.sale?.stage !== sale_asking);
        this.note_sale();
        if (!page.parts.shift.staffId.length) await this.log_in();
    }

    async log_in() {
        const { staffId } = this.page.parts.shift.staff[0];
        await this.page.act("logIn", { staffId, pin: this.pin });
    }

    note_sale() {
        const sale = this.page.parts.sale;
        if (sale?.stage === sale_sold) this.sold.set(hex(sale.orderId), pickup_text(sale.pickup));
    }

    // Asks for something; what was shown before it stays known until it is answered.
    async act(kind, value = {}) {
        this.before = this.seen();
        this.flying = { kind, value };
        this.on_act?.();
        const answer = await this.page.act(kind, value);
        this.flying = undefined;
        this.before = this.seen();
        this.actions += 1;
        return answer;
    }

    one_of_the_odds() {
        let at = this.chance.next() * odds.reduce((sum, [, weight]) => sum + weight, 0);
        return odds.find(([, weight]) => (at -= weight) < 0)[0];
    }

    async do_something() {
        if (this.page.parts.sale?.stage === sale_sold && this.chance.with_odds(0.7)) await this.act("nextGuest");
        if (!this.page.parts.shift.shiftId.length) return this.open_shift();
        await this[this.one_of_the_odds()]();
    }

    add() { return this.act("addDish", { dish: this.chance.with_odds(0.2) ? set_meal : this.chance.of(dishes) }); }
    guest() { return this.act("typeField", { text: this.chance.of(this.members) }); }
    clear() { return this.act("clearBasket"); }
    park() { return this.act("parkBasket"); }
    copy() { return this.act("reprint"); }

    async take_off() {
        const { rows } = this.page.parts.basket;
        if (rows.length > 0) await this.act("removeRow", { row: this.chance.of(rows).row });
    }

    async resume() {
        const baskets = this.page.parts.parked?.baskets ?? [];
        if (baskets.length > 0) await this.act("resumeBasket", { basketId: this.chance.of(baskets).basketId });
    }

    async pay() {
        if (this.page.basket.rows.length === 0) await this.act("addDish", { dish: this.chance.of(dishes) });
        const { basketId, revision } = this.page.basket;
        const parts = this.chance.with_odds(0.5) ? [] : [{ kind: this.chance.of([cash, wechat]) }];
        await this.act("payBasket", { basketId, revision, parts, givenFen: 0n });
        await this.page.until(() => this.page.parts.sale?.stage !== sale_asking);
        this.note_sale();
        this.before = this.seen();
    }

    async move() {
        const reason = `第${this.actions}次`;
        this.under_way.add(reason);
        await this.act("moveDrawer", { kind: this.chance.of(["pay_in", "pay_out", "safe_drop"]), fen: BigInt(100 * (1 + this.chance.below(50))), reason });
        this.under_way.delete(reason);
        this.moved.add(reason);
    }

    async open_shift() {
        if (!this.page.parts.shift.staffId.length) await this.log_in();
        this.shifts.in_doubt += 1;
        await this.act("openShift", { counted: [{ fen: 100, count: 200 }] });
        this.shifts.in_doubt -= 1;
        this.shifts.opened += 1;
    }

    async shift() {
        const expected = Number(this.page.parts.shift.expectedFen);
        this.shifts.in_doubt += 1;
        await this.act("closeShift", { counted: [{ fen: 1, count: Math.max(0, expected) }] });
        this.shifts.in_doubt -= 1;
        this.shifts.closed += 1;
    }

    // Returns what is wrong with the page after a start: it shows what was answered last, or that and what was under way.
    faults_after_start() {
        const { before, flying } = this, now = this.seen(), wrong = [];
        if (now.sold && now.parked.includes(now.sold)) wrong.push("a basket is parked and sold");
        if (now.parked.includes(now.basket)) wrong.push("a basket stands there and is parked");
        if (now.sold && now.sold === now.basket) wrong.push("a basket stands there and is sold");
        if (JSON.stringify(now) === JSON.stringify(before)) return wrong;
        if (!flying) wrong.push(`the page showed ${JSON.stringify(before)} and shows ${JSON.stringify(now)}`);
        else if (!became[flying.kind]?.(before, now, flying.value)) wrong.push(`${flying.kind} made ${JSON.stringify(now)} of ${JSON.stringify(before)}`);
        return wrong;
    }
}

const one_further = (before, now) => now.basket === before.basket && now.revision === before.revision + 1;
const same_basket = (before, now) => now.basket === before.basket && now.revision === before.revision && now.rows.join() === before.rows.join();
const became = {
    addDish: (before, now) => one_further(before, now) && now.rows.length - before.rows.length <= 1,
    removeRow: (before, now) => one_further(before, now) && now.rows.length === before.rows.length - 1,
    typeField: (before, now) => one_further(before, now) && now.rows.join() === before.rows.join(),
    clearBasket: (before, now) => now.basket !== before.basket ? now.rows.length === 0 : one_further(before, now) && now.rows.length === 0,
    parkBasket: (before, now) => now.parked.includes(before.basket) && now.rows.length === 0,
    resumeBasket: (before, now, { basketId }) => now.basket === hex(basketId) && !now.parked.includes(hex(basketId)),
    payBasket: (before, now) => now.sold === before.basket && now.rows.length === 0,
    nextGuest: (before, now) => same_basket(before, now) && now.sold === "",
    openShift: (before, now) => same_basket(before, now) && before.shift === "" && now.shift !== "",
    closeShift: (before, now) => same_basket(before, now) && before.shift !== "" && now.shift === "",
    moveDrawer: same_basket,
    reprint: same_basket,
};
