// Finds the meal that is served now, and those that come next. Pure.
import type { Menu } from '@wire/menu_pb.js';
import type { Picture } from '../../shared/feed.js';
import { business_date, minute_of_day } from '../../shared/time.js';

// Returns today's menus in the order of serving.
export function menus_of_today(picture: Picture, now_ms: number): Menu[] {
  const today = business_date(now_ms);
  return [...picture.menus.values()].filter((menu) => menu.meal?.date === today)
    .sort((a, b) => a.servingFromMinute - b.servingFromMinute);
}

export function is_serving(menu: Menu, now_ms: number): boolean {
  const minute = minute_of_day(now_ms);
  return menu.servingFromMinute <= minute && minute < menu.servingToMinute;
}

// Returns the menu that the line serves: the one served now, else the next of today, else the last.
export function current_menu(picture: Picture, now_ms: number): Menu | undefined {
  const today = menus_of_today(picture, now_ms);
  const minute = minute_of_day(now_ms);
  return today.find((menu) => minute < menu.servingToMinute) ?? today.at(-1);
}

export function menus_to_come(picture: Picture, now_ms: number): Menu[] {
  const minute = minute_of_day(now_ms);
  return menus_of_today(picture, now_ms).filter((menu) => minute < menu.servingFromMinute);
}
