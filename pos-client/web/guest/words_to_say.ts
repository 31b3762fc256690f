// What is said aloud for a part of the display: the sum to pay once food stands there, the change once it is paid. Pure.
import type { DisplayPart } from '@wire/till_view_pb.js';
import { yuan_digits } from '../../../canteen/web/shared/money.js';
import { t } from '../../../canteen/web/shared/texts/texts.js';

// Returns "" where there is nothing to say.
export function words_to_say(part: DisplayPart): string {
  if (part.stage === 'basket') return t('pos.say.to_pay', { sum: yuan_digits(part.toPayFen) });
  if (part.stage !== 'paid') return '';
  return part.changeFen > 0n ? t('pos.say.change', { sum: yuan_digits(part.changeFen) }) : t('pos.say.paid', { sum: yuan_digits(part.toPayFen) });
}
