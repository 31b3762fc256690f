// This till's sales: found by number, sum or guest; from here they are printed again, refunded, invoiced.
import { useState } from 'preact/hooks';
import type { BasketRow, SaleShown } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { hex } from '../../../../canteen/web/shared/hex.js';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import { tender_name } from '../model/core_words.js';
import { returned } from '../model/refunding.js';
import type { Till } from '../model/till.js';
import { mode_name, time_words } from '../model/words.js';
import { Icon } from './icon.js';
import { use_keys } from './keys.js';
import { Key, ViewHead, WordNote } from './pieces.js';

const search_length = 40;

export function Sales({ till }: { till: Till }) {
  const { sales } = till.parts;
  const [text, type] = useState('');
  use_keys((event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return false;
    till.act({ case: 'listSales', value: { text: text.trim() } });
    return true;
  });
  return (
    <main class="view whole">
      <ViewHead title={t('pos.sales.title')} back={() => till.set({ view: 'sale' })} />
      <WordNote till={till} />
      <label class="field"><Icon name="search" /><span class="sr">{t('pos.sales.search')}</span>
        <input name="search" data-first value={text} maxLength={search_length} autocomplete="off" placeholder={t('pos.sales.search')} onInput={(event) => type(event.currentTarget.value)} /></label>
      <section class="card rows grow"><ul>
        {sales?.sales.map((sale) => <SaleRow key={hex(sale.orderId)} till={till} sale={sale} />)}
        {!sales?.sales.length && <li class="quiet">{sales && sales.asked !== '' ? t('pos.sales.not_found', { text: sales.asked }) : t('pos.sales.none')}</li>}
        {sales?.more && <li class="quiet">{t('pos.sales.more')}</li>}
      </ul></section>
    </main>
  );
}

function SaleRow({ till, sale }: { till: Till; sale: SaleShown }) {
  const state = word_of_state(sale);
  const gone = state !== 'sold';
  return (
    <li data-sale={sale.pickup}>
      <span><b class="no num">{sale.pickup}</b> <b class="num">{format_fen(sale.toPayFen)}</b> {sale.tenders.map((one) => tender_name(one.kind)).join(' + ')}
        {sale.refundedFen > 0n && <span class="chip near"><Icon name="undo" />{t('pos.sales.refunded', { sum: format_fen(sale.refundedFen) })}</span>}
        {!sale.committed && <span class="chip near"><Icon name="tray" />{t('pos.sales.queued')}</span>}
        {gone && <span class="chip soldout"><Icon name="ban" />{state_words(state)}</span>}
        {sale.invoice && <span class="chip">{t('pos.sales.invoice', { title: sale.invoice.title })}</span>}
        <small class="typed">{[time_words(Number(sale.soldMs), till.now_ms()), mode_name(sale.mode), who(sale), dishes(sale), sold_by(sale)].filter((one) => one !== '').join(' · ')}</small></span>
      <Key icon="printer" name={`reprint-${sale.pickup}`} label={t('pos.sales.reprint', { number: sale.pickup })}
        press={() => till.act({ case: 'reprint', value: { orderId: sale.orderId } }, ({ refused }) => { if (!refused) till.say(t('pos.reprinted')); })}>{''}</Key>
      <Key name={`invoice-${sale.pickup}`} off={gone || sale.invoice !== undefined} press={() => till.set({ question: { kind: 'invoice', order_id: sale.orderId } })}>{t('pos.invoice.ask')}</Key>
      <Key name={`refund-${sale.pickup}`} off={gone} press={() => till.set({ view: 'refund', refund_of: sale })}>{t('pos.sales.refund')}</Key>
    </li>
  );
}

function who({ guest, lastFour }: SaleShown): string {
  return guest === '' ? '' : `${guest} ****${lastFour}`;
}

function sold_by({ cashier }: SaleShown): string {
  return cashier === '' ? '' : t('pos.sales.by', { name: cashier });
}

function dishes(sale: SaleShown): string {
  return sale.rows.map((row) => `${dish_name(row)} ×${amount_words(row, row.grams || row.quantity)}${back_of(sale, row)}`).join(t('pos.list_comma'));
}

// Says how much of the row came back; "" for nothing, and for a sale that was taken back whole.
function back_of(sale: SaleShown, row: BasketRow): string {
  const back = returned(sale, row);
  return back === 0 || word_of_state(sale) !== 'sold' ? '' : ` (${t('pos.sales.back_of_line', { n: amount_words(row, back) })})`;
}

function amount_words(row: BasketRow, amount: number): string {
  return row.grams > 0 ? `${amount} g` : amount.toString();
}

function word_of_state(sale: SaleShown): string {
  return sale.state.replace(/^sale\./, '');
}

function state_words(state: string): string {
  if (state === 'cancelled') return t('sale.cancelled');
  if (state === 'refused') return t('sale.refused');
  return state === 'asked' ? t('sale.asked') : state;
}
