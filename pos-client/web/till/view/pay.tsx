// How a sum is paid: the ways on the left, what is being typed on the right. Short is said in words beside the sum and on
// the closed key.
import { useState } from 'preact/hooks';
import type { BasketPart, TenderOffer } from '@wire/till_view_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { format_fen, yuan_digits } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { tender_name } from '../model/core_words.js';
import { add, amount, begin, due, is_by_hand, is_over, quick_notes, reference_length, short_by, type Split } from '../model/split.js';
import type { Till } from '../model/till.js';
import { note_words } from '../model/words.js';
import { Basket } from './basket.js';
import { is_editable, use_keys } from './keys.js';
import { Key, Keypad, ViewHead, WordNote } from './pieces.js';
import { Ways } from './pay_ways.js';
import { Strip } from './strip.js';
import { Sum } from './sum.js';

export function Pay({ till }: { till: Till }) {
  const basket = till.parts.basket;
  const back = () => till.set({ view: 'sale', offer: null, scanned: null });
  if (!basket || basket.tenders.length === 0) return <main class="view"><ViewHead title={t('pos.pay.title')} back={back} /><WordNote till={till} /></main>;
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.pay.title')} back={back} />
        <WordNote till={till} />
        <PayForm key={till.ui.scanned?.reference} till={till} basket={basket} />
      </main>
      <aside><Strip till={till} guest={basket.guest} still /><Basket till={till} basket={basket} still /><Sum basket={basket} /></aside>
    </>
  );
}

function PayForm({ till, basket }: { till: Till; basket: BasketPart }) {
  const offer = basket.tenders.find((one) => same(one, till.ui.offer)) ?? basket.tenders[0]!;
  const [split, set] = useState<Split>(() => begin(offer, till.ui.scanned?.reference));
  const others = basket.tenders.filter((one) => !same(one, split.offer) && !split.settled.some((done) => same(done.offer, one)));
  const sum = basket.toPayFen;
  const short = short_by(split, sum);
  const cash = others.find(({ kind }) => kind === TenderKind.CASH) ?? others[0];
  const is_cash = split.offer.kind === TenderKind.CASH;
  const closed = short > 0n || is_over(split, sum) || amount(split, sum) === null || till.core.is_waiting('payBasket');
  const enter = () => {
    if (!closed) till.pay(split);
    else if (!is_cash && cash && !is_over(split, sum) && (amount(split, sum) ?? 0n) > 0n) set(add(split, sum, cash));
  };
  use_keys((event) => {
    const other = /^F[1-6]$/.test(event.key) ? basket.tenders[Number(event.key[1]) - 1] : undefined;
    if (other) { if (others.includes(other)) set(add(split, sum, other)); return true; }
    if (event.key !== 'Enter' || (event.target instanceof HTMLButtonElement) || event.ctrlKey) return false;
    enter();
    return true;
  });
  return (
    <div class="two">
      <Ways basket={basket} split={split} set={set} others={others} />
      <section class="card cash">
        <h2>{is_cash ? t('pos.pay.given') : tender_name(split.offer.kind, split.offer.name)}</h2>
        {is_cash ? <Notes split={split} sum={sum} set={set} pay={(typed) => till.pay({ ...split, typed })} /> : <Reference split={split} set={set} />}
        <Keypad typed={split.typed} type={(typed) => set({ ...split, typed })} />
        <Key look="primary go" name="take" kbd={closed && is_cash ? '' : 'Enter'} off={closed && (is_cash || is_over(split, sum))} press={enter}>{take_words(split, sum, short)}</Key>
      </section>
    </div>
  );
}

const same = (a: TenderOffer, b: TenderOffer | null) => b !== null && a.kind === b.kind && a.code === b.code;

function take_words(split: Split, sum: bigint, short: bigint): string {
  if (is_over(split, sum)) return t('pos.pay.over', { sum: format_fen(due(split, sum)) });
  if (short > 0n && split.offer.kind === TenderKind.CASH) return t('pos.pay.short_closed', { sum: format_fen(short) });
  if (short > 0n) return t('pos.pay.rest', { sum: format_fen(short) });
  return t('pos.pay.take', { sum: format_fen(due(split, sum)), how: tender_name(split.offer.kind, split.offer.name) });
}

function Notes({ split, sum, set, pay }: { split: Split; sum: bigint; set(split: Split): void; pay(typed: string): void }) {
  const wanted = due(split, sum);
  return (
    <div class="notes">
      <Key name="exact" press={() => pay('')}>{t('pos.pay.exact', { sum: format_fen(wanted) })}</Key>
      {quick_notes(wanted).map((note) => <Key key={note} name={`note-${note}`} press={() => { set({ ...split, typed: yuan_digits(note) }); pay(yuan_digits(note)); }}>{note_words(note)}</Key>)}
    </div>
  );
}

// What the guest's phone or the other machine shows: looked up when a guest comes back.
function Reference({ split, set }: { split: Split; set(split: Split): void }) {
  if (!is_by_hand(split.offer.kind)) return null;
  return (
    <label class="field"><span>{t('pos.pay.reference')}</span>
      <input name="reference" value={split.reference} maxLength={reference_length} autocomplete="off" placeholder={t('pos.pay.reference_hint')}
        onInput={(event) => set({ ...split, reference: event.currentTarget.value })} onKeyDown={(event) => { if (is_editable(event.target) && event.key === 'Escape') event.currentTarget.blur(); }} />
    </label>
  );
}
