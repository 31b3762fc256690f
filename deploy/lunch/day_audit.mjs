// Holds a day's answers, papers, list and database against each other: they must be the same, to the fen.
import { pickup_text } from "./page_cashier.mjs";
import { fen_of, rows_of_csv, shifts_in, sums_of, tender_words } from "./shift_books.mjs";
import { four_way_of, slips_of } from "./till_paper.mjs";

const csv_words = {
    float: "备用金", guests: "顾客现金", pay_in: "存入", pay_out: "支出", safe_drop: "缴款",
    expected: "应有", counted: "清点", difference: "长短款", portions: "份数",
};
const sum = (values) => values.reduce((all, one) => all + one, 0);
const moved = (moves, kind) => sum(moves.filter((move) => move.kind === kind).map((move) => move.fen));

// Two tables of sums differ where a value does; what is absent is nothing.
function differences(what, left, right) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => (left[name] ?? 0) !== (right[name] ?? 0))
        .map((name) => `${what}, ${name}: ${left[name] ?? 0} and ${right[name] ?? 0}`);
}

// The books' sums of a shift by the names of its slip, and by those of the office's list.
function as_on_the_slip(books, shift) {
    const got = Object.fromEntries(Object.entries(books.tenders).map(([kind, { fen }]) => [kind, fen - (books.back[kind]?.fen ?? 0)]));
    const cash = { float: shift.float, cash_sales: books.tenders.cash?.fen ?? 0, cash_top_ups: sum(books.cash_topped_up.map((row) => row.fen)),
        cash_refunds: -(books.back.cash?.fen ?? 0), expected: shift.expected, notes: shift.counted, counted: shift.counted, difference: shift.counted - shift.expected };
    const counts = { cash_sales: books.tenders.cash?.n ?? 0, cash_top_ups: books.cash_topped_up.length, cash_refunds: books.back.cash?.n ?? 0, orders: books.orders };
    const portions = { sold: books.portions, back: books.portions_back, left: books.portions - books.portions_back };
    return { cash, counts, tenders: got, orders: { orders: sum(Object.values(got)) }, portions };
}

function slip_and_books(name, slip, books, shift) {
    const want = as_on_the_slip(books, shift);
    const difference = slip.over ?? (slip.short === undefined ? slip.exact : -slip.short);
    const { float, cash_sales, cash_top_ups, cash_refunds, expected, notes, counted } = slip;
    const payers = (all, field) => Object.fromEntries(Object.entries(all).map(([payer, row]) => [payer, row[field]]));
    const signed = slip.moves.map(({ kind, fen }) => `${kind} ${Math.abs(fen)}`);
    return [
        ...differences(`${name}: slip and books, cash`, { float, cash_sales, cash_top_ups, cash_refunds, expected, notes, counted, difference }, want.cash),
        ...differences(`${name}: slip and books, tenders`, slip.tenders, want.tenders),
        ...differences(`${name}: slip and books, sum`, { orders: slip.orders }, want.orders),
        ...differences(`${name}: slip and books, counts`, slip.counts, want.counts),
        ...differences(`${name}: slip and books, payers`, payers(slip.payers, "fen"), payers(books.payers, "fen")),
        ...differences(`${name}: slip and books, meals`, payers(slip.payers, "meals"), payers(books.payers, "meals")),
        ...differences(`${name}: slip and books, portions`, slip.portions ?? {}, want.portions),
        ...differences(`${name}: slip and books, moves`, { all: signed.join() }, { all: books.moves.map(({ kind, fen }) => `${kind} ${fen}`).join() }),
    ];
}

// The list names payers by scheme and takes top-ups into its tenders: a topped-up yuan is stored value that went down.
function list_and_books(name, row, books, shift) {
    const want = as_on_the_slip(books, shift);
    const cash = { float: shift.float, guests: want.cash.cash_sales + want.cash.cash_top_ups + want.cash.cash_refunds, expected: shift.expected,
        counted: shift.counted, difference: want.cash.difference, portions: want.portions.left * 100 };
    for (const kind of ["pay_in", "pay_out", "safe_drop"]) cash[kind] = moved(books.moves, kind);
    const tenders = { ...want.tenders };
    delete tenders.cash;
    for (const { kind, owner, fen } of books.topped_up) {
        if (kind === 2) tenders[owner] = (tenders[owner] ?? 0) + fen;
        tenders.stored_value = (tenders.stored_value ?? 0) - fen;
    }
    const listed = (names) => Object.fromEntries(names.map((one) => [one, fen_of(row[csv_words[one] ?? one] ?? 0)]));
    const payers = {};
    for (const column of Object.keys(row).filter((one) => one.includes("/"))) payers[column.split("/")[1]] = fen_of(row[column]);
    return [
        ...differences(`${name}: list and books, cash`, listed(Object.keys(cash)), cash),
        ...differences(`${name}: list and books, tenders`, listed(Object.keys(tenders)), tenders),
        ...differences(`${name}: list and books, payers`, payers, Object.fromEntries(Object.entries(books.payers).map(([payer, { fen }]) => [payer, fen]))),
    ];
}

// The books hold whatever a cashier was answered, once, and nothing else of that till.
function answered_and_books(till, books, shift, sums) {
    const name = `till ${till.letters}`, wrong = [];
    const found = new Map();
    for (const { id, kind, fen } of books.rows(`SELECT lower(hex(o.id)) AS id, t.kind, t.fen FROM orders o
        LEFT JOIN order_tender t ON t.order_id = o.id WHERE o.device = X'${shift.till}' ORDER BY o.id, t.place`))
        found.set(id, [...(found.get(id) ?? []), ...(kind ? [`${kind}:${fen}`] : [])]);
    for (const { order, pickup, tenders } of till.sales) {
        const said = tenders.map(({ kind, fen }) => `${kind}:${fen}`).join();
        if (found.get(order)?.join() !== said) wrong.push(`${name}: sale ${pickup.count} was ${said} and stands as ${found.get(order)?.join()}`);
    }
    if (found.size !== till.sales.length) wrong.push(`${name}: ${till.sales.length} sales were answered and ${found.size} are in the books`);
    const list = (moves) => moves.map(({ kind, fen }) => `${kind} ${fen}`).join();
    if (list(till.moves) !== list(sums.moves)) wrong.push(`${name}: moved ${list(till.moves)} and the books say ${list(sums.moves)}`);
    const topped_up = (rows) => rows.map(({ kind, fen }) => `${tender_words[kind]} ${fen}`).join();
    if (topped_up(till.top_ups) !== topped_up(sums.topped_up)) wrong.push(`${name}: topped up ${topped_up(till.top_ups)} and the books say ${topped_up(sums.topped_up)}`);
    if (sums.in_drawer !== shift.counted) wrong.push(`${name}: counted ${shift.counted} and the ledger's drawer holds ${sums.in_drawer}`);
    return wrong;
}

// Every receipt that was due came out, and at most once without COPY.
function paper_and_answers(till, slips) {
    const name = `till ${till.letters}`, wrong = [];
    const receipts = slips.filter((slip) => slip.kind === "receipt");
    for (const { pickup, wants_paper } of till.sales) {
        const number = pickup_text(pickup);
        const own = receipts.filter((slip) => slip.pickup === number);
        if (wants_paper && !own.some((slip) => !slip.is_torn)) wrong.push(`${name}: the receipt of ${number} never came out`);
        if (own.filter((slip) => !slip.is_copy && !slip.is_torn).length > 1) wrong.push(`${name}: the receipt of ${number} came out twice`);
    }
    return wrong;
}

function head_and_journal(name, journal, books) {
    if (!journal) return [`${name}: the slip names no row of the journal`];
    const hash = books.value(`SELECT lower(hex(hash)) FROM journal WHERE seq = ${journal.seq}`);
    return hash?.startsWith(journal.hash) ? [] : [`${name}: the slip's head ${journal.seq} ${journal.hash} is not the journal's ${hash}`];
}

// Returns what each till's shift came to, beside what is wrong: { tills: [{ letters, shift, sums, slip, slips }], wrong }.
export function audited({ books, tills, strips, csv, verdict, faults }) {
    const shifts = shifts_in(books), wrong = [], seen = [];
    const rows = rows_of_csv(csv);
    if (shifts.length !== tills.length || rows.length !== tills.length)
        wrong.push(`${tills.length} shifts were closed, ${shifts.length} are in the books and ${rows.length} on the list`);
    for (const till of tills) {
        const name = `till ${till.letters}`, shift = shifts.find((one) => one.letters === till.letters);
        const slips = slips_of(strips.get(till.letters));
        const closing = slips.filter((slip) => slip.kind === "shift");
        if (!shift || closing.length !== 1) { wrong.push(`${name}: ${closing.length} slips of its shift`); continue; }
        const sums = sums_of(books, shift), slip = four_way_of(closing[0]);
        wrong.push(...slip_and_books(name, slip, sums, shift), ...list_and_books(name, rows.find((row) => row["收银台"] === name), sums, shift),
            ...answered_and_books(till, books, shift, sums), ...paper_and_answers(till, slips), ...head_and_journal(name, slip.journal, books));
        seen.push({ letters: till.letters, shift, sums, slip, slips });
    }
    if (books.value("SELECT coalesce(sum(fen), 0) FROM posting") !== 0) wrong.push("the ledger is not zero");
    if (!verdict.startsWith("clean")) wrong.push(`verify: ${verdict}`);
    wrong.push(...faults.filter((fault) => !fault.happened).map((fault) => `it never happened: ${fault.what}`));
    return { tills: seen, wrong };
}
