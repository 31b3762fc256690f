// Says in words why the server refused a tap.
import type { Rejected } from '@wire/envelope_pb.js';
import { one_of, t, type TextKey } from '../../shared/texts/texts.js';

// The refusals that a screen's commands can meet.
const known: readonly TextKey[] = [
  'refused.order_unknown', 'refused.order_cancelled', 'refused.order_expired', 'refused.already_handed_over',
  'refused.not_on_ticket', 'refused.not_ready', 'refused.dish_unknown', 'refused.menu_unknown', 'refused.amount_invalid',
  'refused.not_permitted', 'refused.storage_low',
];

// `what` is what was asked for; "" if this screen no longer knows.
export function refusal_words(what: string, why: Rejected): string {
  return what === '' ? t('did.refused_unknown', { why: reason(why) }) : t('did.refused', { what, why: reason(why) });
}

function reason(why: Rejected): string {
  if (why.name === 'client_newer') return t('did.page_newer');
  const key = one_of(known, `refused.${why.name}`);
  if (!key) return t('did.refused_otherwise', { name: why.name });
  return t(key, Object.fromEntries(why.params.map((param) => [param.name, param.value])));
}
