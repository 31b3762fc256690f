// What comes back of a sale, and why; money is handed over only once the core says that it is booked.
import { useState } from 'preact/hooks';
import { RefundReason } from '@wire/command_pb.js';
import type { SaleShown } from '@wire/till_view_pb.js';
import { format_fen, sum_fen } from '../../../../canteen/web/shared/money.js';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import { refusal_words, tender_name } from '../model/core_words.js';
import { all_left, can_give, line_sum, most_of, with_amount, type Amounts } from '../model/refunding.js';
import { second_person_needed, type Till } from '../model/till.js';
import { time_words } from '../model/words.js';
import { Icon } from './icon.js';
import { is_editable, use_keys } from './keys.js';
import { Choice, Key, Note, ViewHead, WordNote } from './pieces.js';
import { least_pin, PinCard } from './start.js';

export function Refund({ till }: { till: Till }) {
  const sale = till.ui.refund_of!;
  const [amounts, set] = useState<Amounts>(new Map());
  const [reason, choose] = useState<RefundReason>(RefundReason.GUEST_ASKED);
  const [pin, type] = useState('');
  const [needs_second, need_second] = useState(false);
  const closed = !can_give(amounts) || (needs_second && pin.length < least_pin);
  const give = () => {
    if (closed) return;
    const value = { orderId: sale.orderId, reason, secondPin: pin, lines: all_left(sale, amounts) ? [] : [...amounts].filter(([, amount]) => amount > 0).map(([lineId, amount]) => ({ lineId, amount })) };
    type('');
    till.act({ case: 'giveBack', value }, ({ refused }) => {
      if (refused?.name === second_person_needed) need_second(true);
      if (!refused) till.set({ view: 'sales' });
    });
  };
  const all = () => set(new Map(sale.rows.map((row) => [row.row, most_of(sale, row)])));
  use_keys((event) => {
    if (is_editable(event.target) || event.ctrlKey) return false;
    if (event.key === 'a' || event.key === 'A') all();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) give();
    else return false;
    return true;
  });
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.refund.title', { number: sale.pickup, time: time_words(Number(sale.soldMs), till.now_ms()) })} back={() => till.set({ view: 'sales' })} />
        <WordNote till={till} />
        <section class="card lines scroll">
          <h2>{t('pos.refund.what')} <Key name="all" kbd="A" press={all}>{t('pos.refund.all')}</Key></h2>
          <ul>{sale.rows.map((row) => <RefundLine key={row.row} sale={sale} row={row} amount={amounts.get(row.row) ?? 0} set={(amount) => set(with_amount(amounts, sale, row, amount))} />)}</ul>
          <div class="why"><Choice label={t('pos.reason')} chosen={reason} among={reasons()} choose={choose} /></div>
        </section>
      </main>
      <aside class="scroll">
        <section class="card slip">
          <h2>{t('pos.refund.worth')}</h2>
          <div class="total"><span>{t('pos.sum.list')}</span><b class="num">{format_fen(sum_fen(sale.rows.map((row) => line_sum(row, amounts.get(row.row) ?? 0))))}</b></div>
          <p class="quiet">{t('pos.refund.worth_hint')}</p>
        </section>
        {needs_second && <PinCard title={t('pos.refund.second')} pin={pin} type={type} />}
        <Key look="primary go" name="give-back" kbd="Enter" off={closed} press={give}>{t('pos.refund.give')}</Key>
        <p class="quiet">{t('pos.refund.give_hint')}</p>
      </aside>
    </>
  );
}

const reasons = () => [
  [RefundReason.GUEST_ASKED, t('pos.refund.guest_asked')], [RefundReason.WRONG_ENTRY, t('pos.refund.wrong_entry')],
  [RefundReason.NOT_SERVED, t('pos.refund.not_served')], [RefundReason.QUALITY, t('pos.refund.quality')],
] as const;

type Row = SaleShown['rows'][number];

function RefundLine({ sale, row, amount, set }: { sale: SaleShown; row: Row; amount: number; set(amount: number): void }) {
  const most = most_of(sale, row);
  const step = row.grams > 0 ? most : 1;  // a weighed dish comes back whole
  const name = dish_name(row);
  return (
    <li data-line={row.row}><span class="n"><span class="typed">{name}</span> <small>{format_fen(row.amountFen)}</small></span>
      <span class="seg">
        <button type="button" aria-label={t('pos.refund.less', { dish: name })} disabled={amount === 0} onClick={() => set(amount - step)}><Icon name="minus" /></button>
        <span class="q num">{amount} / {most}{row.grams > 0 && ' g'}</span>
        <button type="button" aria-label={t('pos.refund.more', { dish: name })} disabled={amount >= most} onClick={() => set(amount + step)}><Icon name="plus" /></button>
      </span>
      <b class="num">{amount > 0 ? format_fen(line_sum(row, amount)) : '—'}</b></li>
  );
}

export function Refunding({ till }: { till: Till }) {
  const refund = till.parts.refund!;
  const done = refund.stage === 'done';
  const end = (by_key: boolean) => { if (!(by_key && till.is_deaf)) till.act({ case: 'endRefund', value: {} }, () => till.set({ view: 'sale', refund_of: null })); };
  use_keys((event) => { if (event.key !== 'Enter' || refund.stage === 'asked') return false; end(true); return true; });
  return (
    <main class="view whole">
      <ViewHead title={t('pos.refund.going', { number: refund.pickup })} />
      <WordNote till={till} />
      <section class="card done" aria-live="polite" data-refund={refund.stage}>
        {refund.stage === 'asked' && <p class="ok ask"><Icon name="glass" /> {t('pos.refund.asked')}</p>}
        {refund.refused && <Note icon="alert" look="stop">{refusal_words(refund.refused)}</Note>}
        {done && <p class="ok"><Icon name="check" /> {t('pos.refund.done')}</p>}
        {done && refund.back.map((one) => <p class="change" key={one.kind}>{tender_name(one.kind)} <b class="num">{format_fen(one.amountFen)}</b></p>)}
        {refund.stage !== 'asked' && <Key look={`primary go${till.is_deaf ? ' deaf' : ''}`} name="end-refund" kbd="Enter" press={end}>{done ? t('pos.refund.handed') : t('pos.back')}</Key>}
      </section>
    </main>
  );
}
