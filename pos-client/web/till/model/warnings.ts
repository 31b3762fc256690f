// What somebody must have seen before the guest pays: an allergen of theirs in the food, a diet that no line keeps.
import type { BasketPart } from '@wire/till_view_pb.js';
import { hex } from '../../../../canteen/web/shared/hex.js';

export interface Warnings {
  readonly key: string;  // the same while nothing new is to be seen
  readonly met: readonly { readonly dish: string; readonly name: string; readonly nameEn: string; readonly allergens: readonly number[] }[];
  readonly flags: number;
}

// Returns null if there is nothing to be seen.
export function warnings_of(basket: BasketPart): Warnings | null {
  const met = basket.rows.filter((row) => row.allergensMet.length > 0)
    .map((row) => ({ dish: row.dish.toString(), name: row.name, nameEn: row.nameEn, allergens: row.allergensMet }));
  if (met.length === 0 && basket.flagsMissed === 0) return null;
  const rows = met.map(({ dish, allergens }) => `${dish}:${allergens.join('+')}`);
  return { key: [hex(basket.basketId), hex(basket.guest?.memberId ?? new Uint8Array()), basket.flagsMissed, ...rows].join(' '), met, flags: basket.flagsMissed };
}
