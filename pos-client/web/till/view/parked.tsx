// Baskets that wait: one key takes one up again.
import type { ParkedBasket } from '@wire/till_view_pb.js';
import { hex } from '../../../../canteen/web/shared/hex.js';
import { clock_time } from '../../../../canteen/web/shared/time.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { digit_of, use_keys } from './keys.js';
import { Key, ViewHead, WordNote } from './pieces.js';

export function Parked({ till }: { till: Till }) {
  const baskets = till.parts.parked?.baskets ?? [];
  const back = () => till.set({ view: 'sale' });
  const resume = (basket: ParkedBasket) => till.act({ case: 'resumeBasket', value: { basketId: basket.basketId } }, ({ refused }) => { if (!refused) back(); });
  use_keys((event) => {
    const basket = baskets[(digit_of(event) ?? 0) - 1];
    if (basket) resume(basket);
    return basket !== undefined;
  });
  return (
    <main class="view whole">
      <ViewHead title={t('pos.parked.title')} back={back} />
      <WordNote till={till} />
      <section class="card rows grow"><ul>
        {baskets.map((basket, i) => (
          <li key={hex(basket.basketId)}>
            <span><b class="typed">{basket.guest === '' ? t('pos.guest.none') : basket.guest}</b><small class="typed">{t('pos.parked.row', { time: clock_time(Number(basket.parkedMs)), n: basket.portions, dishes: basket.dishes })}</small></span>
            <Key name={`resume-${i + 1}`} kbd={(i + 1).toString()} press={() => resume(basket)}>{t('pos.parked.resume')}</Key></li>
        ))}
        {baskets.length === 0 && <li class="quiet">{t('pos.parked.none')}</li>}
      </ul></section>
    </main>
  );
}
