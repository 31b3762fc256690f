// Says in words what the core gave as codes: refusals, lists, troubles, ways to pay.
import type { Refusal } from '@wire/query_pb.js';
import { dish_name, one_of, t, text_of, type TextKey } from '../../../../canteen/web/shared/texts/texts.js';

// The areas of the catalogue that the core's codes are of: all their texts go into this page.
const areas = {
  refused: 'refused.', listed: 'listed.', tender: 'tender.', payer: 'payer.', trouble: 'trouble.', whole: ['desk.', 'guest.', 'printer.', 'setup.', 'sale.'],
} as const;

const tender_words = ['', 'cash', 'wechat', 'alipay', 'stored_value', 'allowance', 'points', 'employer', 'bank', 'unionpay', 'ecny'];

function said(area: string, { name, params }: Refusal): string {
  const values: Record<string, string> = Object.fromEntries(params.map((param) => [param.name, param.value]));
  const { dish, dish_en, payer } = values;
  if (dish_en) values['dish'] = dish_name({ name: dish!, nameEn: dish_en });
  if (payer) values['scheme'] = payer.split(',').map(payer_name).join(t('pos.list_comma'));  // a till knows a right by its payers
  return text_of(area + name, values) ?? t('pos.refused_otherwise', { name });
}

export function refusal_words(refusal: Refusal): string {
  return said(areas.refused, refusal);
}

// A sale decided otherwise carries exceptions, a refused one its refusal.
export function listed_words(why: Refusal): string {
  return text_of(areas.listed + why.name) === undefined ? said(areas.refused, why) : said(areas.listed, why);
}

export function tender_name(kind: number, employer = ''): string {
  const name = text_of(areas.tender + (tender_words[kind] ?? '')) ?? `#${kind}`;
  return `${name.replace(/^[a-z](?!-)/, (letter) => letter.toUpperCase())} ${employer}`.trim();
}

// A payer as guests and cashiers know them; one that no text names keeps its code.
export function payer_name(code: string): string {
  return text_of(areas.payer + code) ?? code;
}

// A code as the core wrote it, whole; a newer core's is shown as it is.
export function code_words(code: string): string {
  return text_of(code) ?? text_of(areas.trouble + code) ?? code;
}

// Why a right gives nothing here.
const reasons: readonly TextKey[] = [
  'explain.below_min_spend', 'explain.budget_used', 'explain.excluded', 'explain.gives_nothing', 'explain.limit_used', 'explain.needs_number',
  'explain.no_set_meal', 'explain.not_for_member', 'explain.not_for_schemes', 'explain.not_identified', 'explain.not_in_force', 'explain.nothing_left',
  'explain.other_day', 'explain.other_meal', 'explain.other_meal_of_day', 'explain.other_mode', 'explain.self_pay_kept',
];

export function hint_words(code: string): string {
  const key = one_of(reasons, code) ?? one_of(reasons, `explain.${code}`);
  return key ? t(key) : code;
}
