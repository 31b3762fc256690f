// Names the parts of a ticket, with their icons.
import { MealSlot, Origin, ServiceMode } from '@wire/common_pb.js';
import type { Ticket } from '@wire/kitchen_pb.js';
import type { Dish } from '@wire/menu_pb.js';
import type { IconName } from '../../shared/icon.js';
import { business_date, clock_time } from '../../shared/time.js';
import { t, type TextKey } from '../../shared/texts/texts.js';
import { is_cancelled } from './tickets.js';
import { age_minutes } from './totals.js';
import { due_in, type Urgency } from './urgency.js';

interface Sign {
  readonly icon: IconName;
  readonly text: string;
}

const flags: readonly (readonly [number, TextKey])[] = [
  [1, 'flag.soft'], [2, 'flag.less_salt'], [4, 'flag.no_sugar'], [8, 'flag.less_oil'], [16, 'flag.not_spicy'],
];
const urgency_icons: Record<Urgency, IconName> = { calm: 'clock', near: 'glass', late: 'alert' };
const grams_per_kilogram = 1000;

export function flag_words(bits: number): string[] {
  return flags.filter(([bit]) => (bits & bit) !== 0).map(([, key]) => t(key));
}

// Says where the order came from, and how it is eaten if that is not the same: "Ahead · Take out".
export function source_of(ticket: Ticket): Sign {
  const mode = mode_of(ticket.mode);
  switch (ticket.origin) {
    case Origin.AHEAD: return { icon: 'phone', text: `${t('origin.ahead')}·${mode.text}` };
    case Origin.GROUP: return { icon: 'group', text: `${t('origin.group')}·${mode.text}` };
    case Origin.DELIVERED: return { icon: 'bike', text: t('origin.delivery') };
    default: return mode;
  }
}

function mode_of(mode: ServiceMode): Sign {
  switch (mode) {
    case ServiceMode.TAKEAWAY: return { icon: 'bag', text: t('mode.takeaway') };
    case ServiceMode.DELIVERY: return { icon: 'bike', text: t('mode.delivery') };
    default: return { icon: 'bowl', text: t('mode.dine_in') };
  }
}

export function meal_name(slot: MealSlot): string {
  switch (slot) {
    case MealSlot.BREAKFAST: return t('meal.breakfast');
    case MealSlot.DINNER: return t('meal.dinner');
    default: return t('meal.lunch');
  }
}

// Says first of all what the cook must know of it: cancelled, cooked by a slip already, or when it is due.
export function when_words(ticket: Ticket, now_ms: number): Sign & { readonly look: Urgency | 'void' | 'slip' } {
  if (is_cancelled(ticket)) return { look: 'void', icon: 'ban', text: t('ticket.cancelled') };
  if (ticket.onPaper) return { look: 'slip', icon: 'check', text: t('ticket.on_paper') };
  const { urgency, ...sign } = due_words(Number(ticket.dueMs), now_ms);
  return { look: urgency, ...sign };
}

function due_words(due_ms: number, now_ms: number): Sign & { readonly urgency: Urgency } {
  const { urgency, minutes } = due_in(due_ms, now_ms);
  return { urgency, icon: urgency_icons[urgency], text: minutes_words(urgency, minutes) };
}

function minutes_words(urgency: Urgency, minutes: number): string {
  const params = { h: Math.floor(minutes / 60), n: urgency === 'calm' && minutes >= 60 ? minutes % 60 : minutes };
  if (urgency === 'near') return minutes === 0 ? t('time.near_now') : t('time.near', params);
  if (urgency === 'late') return minutes === 0 ? t('time.late_now') : t(minutes < 60 ? 'time.late' : 'time.late_long', params);
  return t(minutes < 60 ? 'time.left' : 'time.left_long', params);
}

export function age_words(placed_at_ms: number, now_ms: number): string {
  const minutes = age_minutes(placed_at_ms, now_ms);
  if (minutes === 0) return t('time.just_now');
  if (minutes < 60) return t('time.age', { n: minutes });
  if (business_date(placed_at_ms) === business_date(now_ms)) return t('time.age_long', { time: clock_time(placed_at_ms) });
  return t('time.age_days');
}

// Turns 18 into "18", 3250 grams into "3.2 kg".
export function amount_words(dish: Dish | undefined, amount: bigint): string {
  if (!dish || dish.priceGrams === 0) return amount.toString();
  const tenths = amount * 10n / BigInt(grams_per_kilogram);
  return t('amount.kilograms', { n: `${tenths / 10n}.${tenths % 10n}` });
}
