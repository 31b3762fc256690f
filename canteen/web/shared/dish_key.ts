// Names a meal, and a dish at a meal, as keys of maps. Pure.
import type { Meal } from '@wire/common_pb.js';

export function meal_key(meal: Meal | undefined): string {
  return `${meal?.date ?? 0}/${meal?.slot ?? 0}`;
}

export function dish_key(meal: Meal | undefined, dish: number): string {
  return `${meal_key(meal)}/${dish}`;
}
