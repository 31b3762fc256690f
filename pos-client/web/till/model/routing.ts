// What follows from what the core made of the field's text.
import { Routed, type ActionAnswer } from '@wire/till_page_pb.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from './till.js';

export function on_routed(till: Till, text: string, answer: ActionAnswer): void {
  switch (answer.routed) {
    case Routed.DISH: case Routed.CHOICE: return till.set({ row: answer.row });
    case Routed.WEIGHT: return till.set({ question: { kind: 'grams', dish: answer.dish, row: 0 } });
    case Routed.ID_NUMBER: return till.say(t('pos.id_number'), true, t('pos.id_number_hint'));
    case Routed.SALE: return till.set({ view: 'sales' });
    case Routed.PAYMENT_CODE: return on_payment_code(till, text, answer);
    case Routed.UNKNOWN: return till.say(t('pos.unknown', { text }), true, t('pos.unknown_hint'));
    default: return;
  }
}

// The code on a guest's phone is the reference of the way that it pays by.
function on_payment_code(till: Till, text: string, { payment }: ActionAnswer): void {
  const offer = till.parts.basket?.tenders.find((one) => one.kind === payment);
  if (!offer) return till.say(t('pos.payment_code_alone'), true);
  till.after_warnings(() => till.set({ view: 'pay', offer, scanned: { kind: payment, reference: text } }));
}
