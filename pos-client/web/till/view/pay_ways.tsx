// How a sum is paid so far, what is being paid now, and what is still short.
import type { BasketPart, TenderOffer } from '@wire/till_view_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { tender_name } from '../model/core_words.js';
import { add, amount, change, due, remove, short_by, type Split } from '../model/split.js';
import { Icon } from './icon.js';
import { most_pay_keys } from './pay_keys.js';
import { Key } from './pieces.js';

interface WaysProps {
  readonly basket: BasketPart;
  readonly split: Split;
  readonly others: readonly TenderOffer[];
  set(split: Split): void;
}

export function Ways({ basket, split, set, others }: WaysProps) {
  const sum = basket.toPayFen;
  const short = short_by(split, sum);
  const back = change(split, sum);
  const position = (offer: TenderOffer) => basket.tenders.indexOf(offer) + 1;
  return (
    <section class="card tenders">
      <h2>{t('pos.pay.ways')}</h2>
      <ul>
        {split.settled.map((one) => (
          <li class="settled" key={`${one.offer.kind}${one.offer.code}`}><Icon name="check" />
            <span class="n">{tender_name(one.offer.kind, one.offer.name)}</span><b class="num">{format_fen(one.fen)}</b>
            <Key look="bare" icon="trash" label={t('pos.pay.remove')} press={() => set(remove(split, one))}>{''}</Key></li>
        ))}
        <li class="now"><span class="n">{tender_name(split.offer.kind, split.offer.name)}<small>{t('pos.pay.due', { sum: format_fen(due(split, sum)) })}</small></span>
          <b class="num">{format_fen(amount(split, sum) ?? 0n)}</b>{short > 0n && <span class="chip near"><Icon name="alert" />{t('pos.pay.short', { sum: format_fen(short) })}</span>}</li>
      </ul>
      <div class="seg add" role="group" aria-label={t('pos.pay.add')}>
        {others.map((offer) => (
          <button type="button" key={`${offer.kind}${offer.code}`} data-way={offer.kind} onClick={() => set(add(split, sum, offer))}>
            {tender_name(offer.kind, offer.name)} {position(offer) <= most_pay_keys && <kbd aria-hidden="true">F{position(offer)}</kbd>}</button>
        ))}
      </div>
      <dl class="given" aria-live="polite">
        <div><dt>{t('pos.pay.typed')}</dt><dd class="num">{format_fen(amount(split, sum) ?? 0n)}</dd></div>
        {short > 0n ? <div class="short"><dt>{t('pos.pay.short_word')}</dt><dd class="num">{format_fen(short)}</dd></div>
          : split.offer.kind === TenderKind.CASH && <div><dt>{t('pos.pay.change')}</dt><dd class="num">{format_fen(back)}</dd></div>}
      </dl>
    </section>
  );
}
