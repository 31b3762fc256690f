// The words of the page: one catalogue a language, the same keys in each.
import { en } from './en.js';
import { zh_cn, type TextKey } from './zh-CN.js';

export type { TextKey } from './zh-CN.js';
export type Language = 'zh-CN' | 'en';
export type TextParams = Record<string, string | number>;

const catalogues: Record<Language, Record<TextKey, string>> = { 'zh-CN': zh_cn, en };
let current: Language = 'zh-CN';

export function set_language(language: Language): void {
  current = language;
}

export function language(): Language {
  return current;
}

// The text of a key in the current language, `{name}` replaced by its parameter.
export function t(key: TextKey, params: TextParams = {}): string {
  return fill(catalogues[current][key], params);
}

export function has_text(key: string): key is TextKey {
  return key in zh_cn;
}

// The dish in the current language; not every menu has English names.
export function dish_name(dish: { name: string; nameEn: string } | undefined): string {
  if (!dish) return '?';
  return current === 'en' && dish.nameEn !== '' ? dish.nameEn : dish.name;
}

function fill(text: string, params: TextParams): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    return (Number(value) === 1 ? one : many) ?? '';
  });
}
