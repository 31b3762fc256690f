// Counts for the rail: portions to cook over all open tickets, and what is left in the line's trays. Pure.
import { Served, type Dish, type Menu, type PortionsLeft } from '@wire/menu_pb.js';
import type { Ticket } from '@wire/kitchen_pb.js';
import { dish_key } from '../../shared/dish_key.js';
import type { Picture } from '../../shared/feed.js';
import { minute_ms } from '../../shared/time.js';
import { is_to_cook } from './tickets.js';

const few_portions = 6;
const few_grams = 2000;

export interface ToCook {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly portions: number;
  readonly left: PortionsLeft | undefined;
}

export interface Tray {
  readonly dish: Dish;
  readonly left: PortionsLeft | undefined;
  readonly low: boolean;
}

// Sums lines neither done nor cancelled nor taken back nor told by a slip, by dish; the most first.
export function to_cook(tickets: readonly Ticket[], picture: Picture): ToCook[] {
  const rows = new Map<string, ToCook>();
  for (const ticket of tickets) {
    if (!is_to_cook(ticket)) continue;
    for (const line of ticket.lines) {
      if (line.done || line.quantity === 0) continue;
      const key = dish_key(ticket.meal, line.dish);
      const portions = (rows.get(key)?.portions ?? 0) + line.quantity;
      rows.set(key, { key, name: line.name, nameEn: line.nameEn, portions, left: picture.portions.get(key) });
    }
  }
  return [...rows.values()].sort((a, b) => b.portions - a.portions || (a.key < b.key ? -1 : 1));
}

// Returns the dishes that stand on the line: those that run low first, sold-out ones last.
export function trays(menu: Menu | undefined, picture: Picture): Tray[] {
  if (!menu) return [];
  return menu.dishes.filter((dish) => dish.served === Served.FROM_LINE && dish.slots.length === 0)
    .map((dish) => {
      const left = picture.portions.get(dish_key(menu.meal, dish.id));
      return { dish, left, low: is_low(dish, left) };
    })
    .sort((a, b) => rank(a) - rank(b) || need(a) - need(b) || a.dish.id - b.dish.id);
}

function rank(tray: Tray): number {
  return tray.left?.soldOut ? 2 : tray.low ? 0 : 1;
}

export function is_low(dish: Dish, left: PortionsLeft | undefined): boolean {
  return left !== undefined && !left.soldOut && left.left <= BigInt(dish.priceGrams > 0 ? few_grams : few_portions);
}

// Few portions are few, whatever was planned; apart from that the dish most used up comes first, portions and grams
// alike.
function need({ dish, left, low }: Tray): number {
  if (low && dish.priceGrams === 0) return Number(left!.left);
  const planned = Number(left?.planned ?? 0n) || dish.planned || 1;
  return Number(left?.left ?? 0n) / planned;
}

export function age_minutes(placed_at_ms: number, now_ms: number): number {
  return Math.max(0, Math.floor((now_ms - placed_at_ms) / minute_ms));
}
