// What is taken off a sum and what a guest may still get, as a cashier may see it: by payer and by meal. Schemes are the
// office's: their ids stand in tooltips alone. Pure.
import type { Reduction, RightLeft } from '@wire/till_view_pb.js';

export interface BornByPayer {
  readonly payer: string;    // its code
  readonly fen: bigint;
  readonly schemes: string;
}

// Returns a row a payer, in the order of the reductions.
export function by_payer(reductions: readonly Reduction[]): BornByPayer[] {
  const payers = new Map<string, BornByPayer>();
  for (const { payer, fen, scheme } of reductions) {
    const known = payers.get(payer);
    payers.set(payer, { payer, fen: (known?.fen ?? 0n) + fen, schemes: known ? `${known.schemes} ${scheme}` : scheme });
  }
  return [...payers.values()];
}

// Returns the most that any scheme leaves: of those that count meals, and of those that give a quota.
export function rights_shown(rights: readonly RightLeft[]): RightLeft[] {
  const most = (of: readonly RightLeft[]) => of.slice(1).reduce((best, one) => (worth(one) > worth(best) ? one : best), of[0]!);
  return [rights.filter((one) => !one.byQuota), rights.filter((one) => one.byQuota)].filter((of) => of.length > 0).map(most);
}

function worth({ byQuota, left, leftFen }: RightLeft): bigint {
  return byQuota ? leftFen : BigInt(left);
}
