// A day's shifts as a table, by what their slips say.

const yuan = (fen) => (fen / 100).toFixed(2);
const sum = (values) => values.reduce((all, one) => all + one, 0);
const count = (tills, list) => sum(tills.map((till) => till[list].length));

function cash_words({ slip, shift }) {
    const moves = Object.entries({ pay_in: "in", pay_out: "out", safe_drop: "to the safe" })
        .map(([kind, word]) => `${word} ${yuan(sum(slip.moves.filter((move) => move.kind === kind).map((move) => Math.abs(move.fen))))}`);
    const difference = shift.counted - shift.expected;
    return [`float ${yuan(slip.float)}`, `sales ${yuan(slip.cash_sales)}`, `top-ups ${yuan(slip.cash_top_ups)}`, `back ${yuan(-slip.cash_refunds)}`,
        ...moves,
        `counted ${yuan(slip.counted)}`, difference === 0 ? "exact" : `${yuan(Math.abs(difference))} ${difference < 0 ? "short" : "over"}`].join(" · ");
}

function order_words({ slip }) {
    return `${slip.counts.orders}: ${Object.entries(slip.tenders).map(([kind, fen]) => `${kind} ${yuan(fen)}`).join(" · ")}`;
}

function payer_words({ slip }) {
    const payers = Object.entries(slip.payers).map(([payer, { fen, meals }]) => `${payer} ${meals} meals ${yuan(fen)}`);
    return `${payers.join(" · ")}; ${slip.portions.sold} sold, ${slip.portions.back} back`;
}

// The day in a few lines.
export function day_table({ audit, tills, faults, proxy, seconds }) {
    const lines = [], row = (name, text) => lines.push(`${name.padEnd(26)} ${text}`);
    const slips = audit.tills.flatMap((till) => till.slips);
    const receipts = slips.filter((slip) => slip.kind === "receipt" && !slip.is_copy).length;
    row("a day, guests and shifts", `${count(tills, "sales")}, ${audit.tills.length} closed by a count`);
    for (const till of audit.tills) {
        row(`till ${till.letters}, cash`, cash_words(till));
        row(`till ${till.letters}, orders`, order_words(till));
        row(`till ${till.letters}, payers, portions`, payer_words(till));
    }
    row("given back, topped up", `${count(tills, "given_back")}, ${count(tills, "top_ups")}`);
    row("receipts, copies, slips", `${receipts}, ${slips.filter((slip) => slip.is_copy).length}, ${slips.length}`);
    row("faults", `${faults.map((fault) => fault.what).join("; ")} (${proxy.cuts} cut, ${sum(tills.map((till) => till.deaths))} sale under way)`);
    row("seconds", seconds);
    return lines.join("\n");
}
