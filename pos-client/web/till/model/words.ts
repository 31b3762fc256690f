// Names what a till shows: meals, ways of eating, flags, amounts, times.
import { MealSlot, ServiceMode, type PickupNumber } from '@wire/common_pb.js';
import type { BasketRow } from '@wire/till_view_pb.js';
import type { IconName } from '../../../../canteen/web/shared/icon.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { business_date, clock_time } from '../../../../canteen/web/shared/time.js';
import { dish_name, t, type TextKey } from '../../../../canteen/web/shared/texts/texts.js';

const grams_per_tenth = 100n;

export const modes: readonly (readonly [ServiceMode, IconName, TextKey])[] = [
  [ServiceMode.DINE_IN, 'bowl', 'mode.dine_in'], [ServiceMode.TAKEAWAY, 'bag', 'mode.takeaway'], [ServiceMode.DELIVERY, 'bike', 'mode.delivery'],
];

export const flags: readonly (readonly [number, TextKey])[] = [
  [1, 'flag.soft'], [2, 'flag.less_salt'], [4, 'flag.no_sugar'], [8, 'flag.less_oil'], [16, 'flag.not_spicy'],
];

const allergens: readonly TextKey[] = [
  'pos.allergen.gluten', 'pos.allergen.crustaceans', 'pos.allergen.fish', 'pos.allergen.eggs', 'pos.allergen.peanuts',
  'pos.allergen.soy', 'pos.allergen.milk', 'pos.allergen.nuts',
];

export function flag_words(bits: number): string[] {
  return flags.filter(([bit]) => (bits & bit) !== 0).map(([, key]) => t(key));
}

export function allergen_words(groups: readonly number[]): string[] {
  return groups.map((group) => allergens[group - 1]).filter((key) => key !== undefined).map((key) => t(key));
}

export function meal_name(slot: MealSlot | undefined): string {
  if (slot === MealSlot.BREAKFAST) return t('meal.breakfast');
  return slot === MealSlot.DINNER ? t('meal.dinner') : t('meal.lunch');
}

export function mode_name(mode: ServiceMode): string {
  return t(modes.find(([one]) => one === mode)?.[2] ?? 'mode.dine_in');
}

// Returns "¥20" of a whole note, "¥0.50" of a coin.
export function note_words(fen: bigint): string {
  return format_fen(fen).replace(/\.00$/, '');
}

// Returns "A012", as it is called out.
export function number_of(pickup: PickupNumber | undefined): string {
  return pickup && pickup.count > 0 ? pickup.letters + pickup.count.toString().padStart(3, '0') : '';
}

// Turns 18 portions into "18", 3250 grams into "3.2 kg".
export function left_words(left: bigint, weighed: boolean): string {
  if (!weighed) return left.toString();
  const tenths = left / grams_per_tenth;
  return t('amount.kilograms', { n: `${tenths / 10n}.${tenths % 10n}` });
}

// Returns "160 g × ¥3.50/100 g" of a weighed row, the chosen dishes of a set meal, or "".
export function detail_of(row: BasketRow): string {
  if (row.grams > 0) return `${row.grams} g × ${format_fen(row.unitPriceFen)}/${row.priceGrams} g`;
  return row.chosen.map(dish_name).join(t('pos.list_comma'));
}

// Returns "11:40" today, else the date with it.
export function time_words(instant_ms: number, now_ms: number): string {
  if (business_date(instant_ms) === business_date(now_ms)) return clock_time(instant_ms);
  const date = new Date(business_date(instant_ms) * 24 * 60 * 60 * 1000);
  return t('pos.date_time', { month: date.getUTCMonth() + 1, day: date.getUTCDate(), time: clock_time(instant_ms) });
}

// Returns "+6.00" as a word: more or less than there should be.
export function difference_words(difference: bigint): string {
  if (difference === 0n) return t('pos.shift.even');
  return t(difference > 0n ? 'pos.shift.over' : 'pos.shift.under', { sum: format_fen(difference > 0n ? difference : -difference) });
}
