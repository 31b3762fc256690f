// Returns the pages' texts by code, in the language that is shown. `@texts` is made from canteen/texts/*.json and
// holds, in a page, only the codes that the page's sources name: a code is always written whole.
import { en, late_en, zh_cn } from '@texts';
import { fill, type TextParams } from './fill.js';

export type TextKey = keyof typeof zh_cn;
export type Language = 'zh-CN' | 'en';

const catalogues: Readonly<Record<Language, Record<TextKey, string>>> = { 'zh-CN': zh_cn, en };
let current: Language = 'zh-CN';

export function set_language(language: Language): void {
  current = language;
}

// Returns null if the language's texts are there already.
export function fetch_texts(language: Language): Promise<void> | null {
  return language === 'en' && late_en ? late_en().then((late) => { Object.assign(en, late.en); }) : null;
}

// Adds the Chinese of views that a page fetches late; they come with it.
export function add_texts(late_zh: Readonly<Record<string, string>>): void {
  Object.assign(zh_cn, late_zh);
}

export function language(): Language {
  return current;
}

export function t(key: TextKey, params: TextParams = {}): string {
  return fill(catalogues[current][key], params);
}

// Returns the code if it is one of those, which a server's answer may not be.
export function one_of(keys: readonly TextKey[], code: string): TextKey | undefined {
  return keys.find((key) => key === code);
}

// Returns the dish's name in the current language; not every menu has English names.
export function dish_name(dish: { name: string; nameEn: string } | undefined): string {
  if (!dish) return '?';
  return current === 'en' && dish.nameEn !== '' ? dish.nameEn : dish.name;
}

// Returns the text of a code that a server or a till's core gave; undefined if this page has none.
export function text_of(code: string, params: TextParams = {}): string | undefined {
  const text = Object.entries(catalogues[current]).find(([one]) => one === code)?.[1];
  return text === undefined ? undefined : fill(text, params);
}
