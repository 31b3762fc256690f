// Reads a till's paper slip by slip, and the sums of a shift's four-way slip as they stand on it.
import { readFileSync } from "node:fs";
import { Books } from "./canteen_books.mjs";

const texts = JSON.parse(readFileSync(new URL("../../canteen/texts/zh-CN.json", import.meta.url), "utf8"));
const exactly = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
// A text with its {words} as groups of these names.
const like = (code) => new RegExp(`^${texts[code].split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? `(?<${piece}>.+?)` : exactly(piece))).join("")}$`);
const codes_of = (area) => new Map(Object.entries(texts).filter(([code]) => code.startsWith(area)).map(([code, text]) => [text, code.slice(area.length)]));
const tenders = codes_of("tender."), payers = codes_of("payer.");
const amount = /^(?<label>.*?)\s+(?<minus>-?)￥?(?<yuan>\d+)\.(?<cents>\d\d)$/;
const fen_in = ({ minus, yuan, cents }) => (Number(yuan) * 100 + Number(cents)) * (minus ? -1 : 1);

const has = (lines, code) => lines.some((line) => line.startsWith(texts[code]));
function kind_of(lines) {
    if (has(lines, "paper.shift_slip")) return "shift";
    if (has(lines, "paper.kitchen")) return "kitchen";
    return has(lines, "paper.pickup") ? "receipt" : "other";
}

// Resolves once the till whose disk is in the directory printed all that it was asked for.
export function printed(page, directory) {
    const well = 2, not_done = new Books(`${directory}/prints.db`);
    return page.until(() => page.parts.status.printer === well && not_done.value("SELECT count(*) FROM prints WHERE state <= 2") === 0);
}

// Returns { kind, lines, pickup, is_copy, is_torn } of each strip that has a word on it.
export function slips_of(strips) {
    const slips = [];
    for (const { pieces, trouble } of strips) {
        const lines = pieces.filter((piece) => piece.kind === "text").map((piece) => piece.text.trim());
        if (lines.length === 0) continue;
        const pickup = lines.find((line) => line.startsWith(texts["paper.pickup"]))?.slice(texts["paper.pickup"].length).trim();
        slips.push({ kind: kind_of(lines), lines, pickup, is_copy: lines.some((line) => line.includes(texts["paper.copy"])), is_torn: trouble !== "" });
    }
    return slips;
}

const moves = { pay_in: 1, pay_out: 1, safe_drop: 1, no_sale: 1 };

class FourWay {
    sums = { counts: {}, moves: [], tenders: {}, payers: {} };

    // Takes the label of a sum for one of these codes; false if it is none.
    takes(label, fen, ...codes) {
        for (const code of codes) {
            const found = label.match(like(`paper.${code}`));
            if (!found) continue;
            this.sums[code] = fen;
            if (found.groups?.n) this.sums.counts[code] = Number(found.groups.n);
            return true;
        }
        return false;
    }

    in_cash(label, fen) {
        if (this.takes(label, fen, "float", "cash_sales", "cash_top_ups", "cash_refunds", "expected", "counted")) return;
        if (this.takes(label, fen, "exact", "over", "short")) return;
        const [word, , ...person] = label.split(" ");
        const kind = Object.keys(moves).find((one) => texts[`paper.${one}`] === word);
        if (kind) this.sums.moves.push({ kind, fen, person: person.join(" ") });
    }

    in_notes(line) {
        for (const [, yuan, count] of line.matchAll(/([\d.]+)x(\d+)/g)) this.sums.notes = (this.sums.notes ?? 0) + Math.round(Number(yuan) * 100) * Number(count);
    }

    in_orders(label, fen) {
        if (!this.takes(label, fen, "orders")) this.sums.tenders[tenders.get(label)] = fen;
    }

    in_payers(label, fen) {
        const { payer, n } = label.match(like("paper.payer_meals")).groups;
        this.sums.payers[payers.get(payer) ?? payer] = { fen, meals: Number(n) };
    }

    in_portions(line) {
        const found = line.match(new RegExp(`${like("paper.portions").source.slice(0, -1)}\\s+(?<left>-?\\d+)$`));
        if (found) this.sums.portions = Object.fromEntries(Object.entries(found.groups).map(([name, n]) => [name, Number(n)]));
    }

    read(lines) {
        const parts = { part_cash: this.in_cash, part_orders: this.in_orders, part_payers: this.in_payers };
        let part;
        for (const line of lines) {
            const head = ["part_cash", "part_orders", "part_payers", "part_portions"].find((one) => texts[`paper.${one}`] === line);
            const sum = line.match(amount);
            const journal = line.match(like("paper.journal"));
            if (head) part = head;
            else if (journal) this.sums.journal = { seq: Number(journal.groups.seq), hash: journal.groups.hash.replaceAll(" ", "") };
            else if (part === "part_portions") this.in_portions(line);
            else if (sum && part) parts[part].call(this, sum.groups.label, fen_in(sum.groups));
            else if (part === "part_cash") this.in_notes(line);
        }
        return this.sums;
    }
}

// Returns the slip's sums in fen: float, cash_sales, cash_top_ups, cash_refunds, moves, expected, the notes, counted and one
// of exact, over, short; tenders by word, payers by code with their meals, orders, portions, counts, journal.
export function four_way_of(slip) {
    return new FourWay().read(slip.lines);
}
