// Puts values into the places of a text, as canteen/texts/fill.h does. Pure.
import { yuan_digits } from '../money.js';

export type TextParams = Readonly<Record<string, string | number>>;

// Fills {dish} with the value as it came, {due|yuan} with fen as yuan, {n|dish|dishes} by number; "?" if the value is
// missing.
export function fill(text: string, params: TextParams): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)(?:\|([^|}]*))?)?\}/g, (_, name: string, form?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return '?';
    if (many !== undefined) return (String(value) === '1' ? form : many) ?? '';
    return form === 'yuan' && /^-?\d+$/.test(String(value)) ? yuan_digits(BigInt(value)) : String(value);
  });
}
