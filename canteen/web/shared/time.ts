// The site's time: fixed UTC+08:00, whatever the screen's own zone and clock say. Instants are milliseconds since 1970.

export const second_ms = 1000;
export const minute_ms = 60 * second_ms;
export const day_ms = 24 * 60 * minute_ms;
const site_offset_ms = 8 * 60 * minute_ms;

// Returns "11:05", on a 24-hour clock at the site.
export function clock_time(instant_ms: number): string {
  return clock_minute(minute_of_day(instant_ms));
}

// Turns 665 into "11:05".
export function clock_minute(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

// Returns days since 1970 at the site: the business date.
export function business_date(instant_ms: number): number {
  return Math.floor((instant_ms + site_offset_ms) / day_ms);
}

export function minute_of_day(instant_ms: number): number {
  const since_midnight_ms = instant_ms + site_offset_ms - business_date(instant_ms) * day_ms;
  return Math.floor(since_midnight_ms / minute_ms);
}

// Returns the instant of a minute of a business date.
export function instant_of(date: number, minute: number): number {
  return date * day_ms + minute * minute_ms - site_offset_ms;
}

function two(n: number): string {
  return n.toString().padStart(2, '0');
}
