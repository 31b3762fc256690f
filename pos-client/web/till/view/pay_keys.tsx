// The keys that take the money: the likeliest way first and double, then the others, then several at once.
import { SaleStage, type BasketPart, type TenderOffer } from '@wire/till_view_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { hint_words, refusal_words, tender_name } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { use_keys } from './keys.js';
import { Icon } from './icon.js';
import { Key, Note } from './pieces.js';

export const most_pay_keys = 6;
export const split_key = 'F7';

export function PayKeys({ till }: { till: Till }) {
  const { basket, candidates, sale } = till.parts;
  const offers = basket?.tenders.slice(0, most_pay_keys) ?? [];
  const closed = !basket || (candidates?.guests.length ?? 0) > 0 || basket.rows.length === 0 || basket.problem !== undefined || basket.priceChanged || sale?.stage === SaleStage.SALE_ASKING;
  const split = () => { if (!closed && offers[0]) till.after_warnings(() => till.set({ view: 'pay', offer: offers[0]! })); };
  use_keys(({ key }) => {
    if (key === split_key) { split(); return true; }
    const offer = /^F[1-6]$/.test(key) ? offers[Number(key[1]) - 1] : undefined;
    if (offer && !closed) till.choose_tender(offer, false);
    return offer !== undefined;
  });
  if (basket?.priceChanged) return <AgreePrice till={till} basket={basket} />;
  return (
    <>
      {basket && <Hindrance basket={basket} />}
      <div class="pay" role="group" aria-label={t('pos.pay.title')}>
        {offers.map((offer, i) => <PayKey key={`${offer.kind}${offer.code}`} till={till} offer={offer} position={i} closed={closed} basket={basket!} />)}
        {offers.length === 0 && <Key look="primary wide" name="pay" off press={() => {}}>{t('pos.pay.closed')}</Key>}
        {offers.length > 0 && <Key look="" kbd={split_key} name="split" off={closed} press={split}>{t('pos.pay.split')}</Key>}
      </div>
    </>
  );
}

interface PayKeyProps {
  readonly till: Till;
  readonly offer: TenderOffer;
  readonly position: number;
  readonly closed: boolean;
  readonly basket: BasketPart;
}

function PayKey({ till, offer, position, closed, basket }: PayKeyProps) {
  const first = position === 0;
  return (
    <Key look={first ? 'primary wide' : ''} name={first ? 'pay' : `pay-${position + 1}`} kbd={first ? '' : `F${position + 1}`} off={closed}
      press={(by_key) => till.choose_tender(offer, by_key && first)}>
      <span class="k">{first && offer.kind === TenderKind.STORED_VALUE && <Icon name="card" />}{tender_name(offer.kind, offer.name)}{first && <kbd aria-hidden="true">F1</kbd>}</span>
      {first && <small>{after_words(offer, basket)}</small>}
    </Key>
  );
}

function after_words(offer: TenderOffer, basket: BasketPart): string {
  if (offer.mostFen < basket.toPayFen - offer.roundingFen) return t('pos.pay.only', { sum: format_fen(offer.mostFen) });
  if (offer.kind === TenderKind.CASH) return t('pos.pay.exact', { sum: format_fen(basket.toPayFen - offer.roundingFen) });
  return offer.kind === TenderKind.STORED_VALUE || offer.kind === TenderKind.ALLOWANCE ? t('pos.pay.left_after', { sum: format_fen(offer.leftAfterFen) }) : '';
}

// Why it cannot be sold, or why a right gives nothing.
function Hindrance({ basket }: { basket: BasketPart }) {
  const { problem, hints } = basket;
  if (problem) return <div role="alert"><Note icon="alert" look="stop">{refusal_words(problem)}</Note></div>;
  const told = new Set(hints.map(({ code }) => hint_words(code)));
  return told.size > 0 ? <p class="hints quiet" title={hints.map(({ scheme }) => scheme).join(' ')}>{[...told].join(' · ')}</p> : null;
}

function AgreePrice({ till, basket }: { till: Till; basket: BasketPart }) {
  return (
    <div role="alert">
      <Note icon="alert">{t('pos.price_changed', { sum: format_fen(basket.toPayFen) })}</Note>
      <Key look="primary go" name="agree" press={() => till.act({ case: 'agreePrice', value: { basketId: basket.basketId } })}>{t('pos.price_agree')}</Key>
    </div>
  );
}
