// How much of each line of a sale comes back: portions, or all grams of a weighed one. Pure.
import type { BasketRow, SaleShown } from '@wire/till_view_pb.js';

export type Amounts = ReadonlyMap<number, number>;  // by row

// Returns what came back of the row already.
export function returned(sale: SaleShown, row: BasketRow): number {
  return sale.refunded.filter((one) => one.lineId === row.row).reduce((sum, one) => sum + one.amount, 0);
}

// Returns what is left to give back of the row.
export function most_of(sale: SaleShown, row: BasketRow): number {
  return Math.max(0, (row.grams || row.quantity) - returned(sale, row));
}

export function with_amount(amounts: Amounts, sale: SaleShown, row: BasketRow, amount: number): Amounts {
  return new Map([...amounts, [row.row, Math.min(most_of(sale, row), Math.max(0, amount))]]);
}

export function can_give(amounts: Amounts): boolean {
  return [...amounts.values()].some((amount) => amount > 0);
}

// True if all that is left of the sale comes back: the core is then told no lines.
export function all_left(sale: SaleShown, amounts: Amounts): boolean {
  return sale.rows.every((row) => (amounts.get(row.row) ?? 0) === most_of(sale, row));
}

// Returns the amount's part of the row's list price, in fen.
export function line_sum(row: BasketRow, amount: number): bigint {
  return row.amountFen * BigInt(amount) / BigInt(row.grams || row.quantity || 1);
}
