// The dishes as tiles: what is left of each, which ones what is typed fits. Pure.
import type { PortionsLeft } from '@wire/menu_pb.js';
import type { MealMenu, MenuTile } from '@wire/till_view_pb.js';
import { dish_key } from '../../../../canteen/web/shared/dish_key.js';
import type { Parts } from '../../shared/picture.js';

const few_portions = 6n;
const few_grams = 2000n;
const code_digits = 3;

export interface Tile {
  readonly tile: MenuTile;
  readonly left: PortionsLeft | undefined;
  readonly low: boolean;
  readonly out: boolean;
}

// Returns the menu of the basket's meal; before there is one, the first that is sold now.
export function menu_shown({ menus, basket }: Parts): MealMenu | undefined {
  const meals = menus?.meals ?? [];
  const of_basket = meals.find(({ meal }) => basket?.meal !== undefined && dish_key(meal, 0) === dish_key(basket.meal, 0));
  return of_basket ?? meals.find((one) => one.open) ?? meals[0];
}

export function tiles_of(menu: MealMenu, parts: Parts): Tile[] {
  const portions = new Map(parts.portions?.portions.map((left) => [dish_key(left.meal, left.dish), left]));
  return menu.dishes.map((tile) => {
    const left = portions.get(dish_key(menu.meal, tile.dish!.id));
    const out = left?.soldOut ?? false;
    return { tile, left, out, low: !out && left !== undefined && left.left <= (is_weighed(tile) ? few_grams : few_portions) };
  });
}

export function is_weighed({ dish }: MenuTile): boolean {
  return dish!.priceGrams > 0;
}

// Returns "011", as it is typed.
export function code_of(dish: number): string {
  return dish.toString().padStart(code_digits, '0');
}

// Returns the menu's categories in its order.
export function categories_of(menu: MealMenu): string[] {
  return [...new Set(menu.dishes.map(({ dish }) => dish!.category))].filter((category) => category !== '');
}

// True if the tile has what is typed: the beginning of its code or spelling, or a part of its name.
export function fits({ dish, initials, spelling }: MenuTile, typed: string): boolean {
  const text = typed.trim().normalize('NFKC').toLowerCase();
  const begins = [code_of(dish!.id), dish!.id.toString(), initials, spelling].some((one) => one.startsWith(text));
  return begins || dish!.name.toLowerCase().includes(text) || dish!.nameEn.toLowerCase().includes(text);
}

// Returns portions, or grams, of each dish that the basket holds.
export function in_basket({ basket }: Parts): Map<number, number> {
  const held = new Map<number, number>();
  for (const row of basket?.rows ?? []) held.set(row.dish, (held.get(row.dish) ?? 0) + (row.grams || row.quantity));
  return held;
}
