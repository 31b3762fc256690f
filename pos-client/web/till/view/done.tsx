// A sale just made: the change is the largest thing, then the number, the paper, and one key for the next guest.
import { PaperState, SaleStage, type SalePart } from '@wire/till_view_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words, listed_words, tender_name } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { number_of } from '../model/words.js';
import { Basket } from './basket.js';
import { reprint_last } from './funcs.js';
import { Icon } from './icon.js';
import { is_editable, use_keys } from './keys.js';
import { Key, Note, WordNote } from './pieces.js';
import { Strip } from './strip.js';
import { Sum } from './sum.js';

export function Done({ till }: { till: Till }) {
  const sale = till.parts.sale!;
  const sold = sale.stage === SaleStage.SALE_SOLD;
  const basket = till.basket_of_sale;
  const guest = basket?.guest && sold && sale.hasBalance ? { ...basket.guest, balanceFen: sale.balanceAfterFen, rights: [] } : basket?.guest;
  use_keys((event) => {
    if (is_editable(event.target) || document.querySelector('dialog[open]')) return false;
    if (event.key === 'Enter' && till.ui.typed !== '') till.type(till.ui.typed, false);
    else if (event.key === 'Enter' && sold) till.next_guest(true);
    else if (sold && till.ui.typed === '' && (event.key === 'p' || event.key === 'P')) reprint_last(till);
    else if (sold && event.key === 'Escape') till.next_guest(false);
    else if (sold && [...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) till.type_ahead(event.key);
    else return event.key === 'Enter';
    return true;
  });
  return (
    <>
      <main class="view">
        <WordNote till={till} />
        <section class="card done" aria-live="polite" data-stage={SaleStage[sale.stage]}>
          {sold ? <Sold till={till} sale={sale} /> : <Asking stage={sale.stage} sum={sale.toPayFen} />}
        </section>
      </main>
      <aside><Strip till={till} guest={guest} still /><Basket till={till} basket={basket} still /><Sum basket={basket} /></aside>
    </>
  );
}

function Asking({ stage, sum }: { stage: SaleStage; sum: bigint }) {
  return (
    <>
      <p class="ok ask"><Icon name="glass" /> {stage === SaleStage.SALE_UNCLEAR ? t('pos.done.unclear') : t('pos.done.asking', { sum: format_fen(sum) })}</p>
      <p class="quiet">{stage === SaleStage.SALE_UNCLEAR ? t('pos.done.unclear_hint') : t('pos.done.asking_hint')}</p>
    </>
  );
}

function Sold({ till, sale }: { till: Till; sale: SalePart }) {
  const taken = sale.tenders.reduce((sum, one) => sum + one.amountFen, 0n);
  return (
    <>
      <p class="ok"><Icon name="check" /> {t('pos.done.received', { sum: format_fen(taken) })}</p>
      {sale.givenFen > 0n && <p class="change">{t('pos.done.change')} <b class="num" data-sum="change">{format_fen(sale.changeFen)}</b></p>}
      <p class="quiet">{paid_words(sale)}</p>
      {sale.listed.map((why) => <Note key={why.name} icon="alert">{listed_words(why)}</Note>)}
      <div class="facts">
        <div><small>{t('pos.done.number')}</small><b class="no num">{number_of(sale.pickup)}</b><Where till={till} sale={sale} /></div>
        <div><small>{t('pos.done.receipt')}</small><b>{paper_words(sale)}</b>
          <span class="row">
            <Key icon="printer" name="reprint" kbd="P" press={() => reprint_last(till)}>{sale.paper === PaperState.PAPER_FAILED ? t('pos.done.paper_in') : sale.paper === PaperState.PAPER_NONE ? t('pos.done.print') : t('pos.done.reprint')}</Key>
            <Key name="invoice" press={() => till.set({ question: { kind: 'invoice', order_id: sale.orderId } })}>{t('pos.invoice.ask')}</Key>
          </span></div>
      </div>
      <Key look={`primary go${till.is_deaf ? ' deaf' : ''}`} name="next" kbd="Enter" press={(by_key) => till.next_guest(by_key)}>{t('pos.done.next')}</Key>
      <p class="quiet">{t('pos.done.next_hint')}</p>
    </>
  );
}

function Where({ till, sale }: { till: Till; sale: SalePart }) {
  if (!sale.committed) return <span class="chip near" data-committed="false"><Icon name="tray" />{t('pos.done.queued')}</span>;
  const heard = sale.onTicket && till.parts.status?.kitchenListens;
  return <span class="chip ready" data-committed="true"><Icon name="live" />{t(heard ? 'pos.done.kitchen' : 'pos.done.committed')}</span>;
}

function paid_words(sale: SalePart): string {
  const parts = sale.tenders.map((one) => (one.kind === TenderKind.CASH && sale.givenFen > 0n
    ? t('pos.done.cash', { given: format_fen(sale.givenFen), sum: format_fen(one.amountFen) })
    : `${tender_name(one.kind)} ${format_fen(one.amountFen)}`));
  const left = sale.hasBalance ? [t('pos.done.left', { sum: format_fen(sale.balanceAfterFen) })] : [];
  return [...parts, ...left].join(' · ');
}

function paper_words({ paper, paperTrouble }: SalePart): string {
  switch (paper) {
    case PaperState.PAPER_WAITING: return paperTrouble === '' ? t('pos.paper.waiting') : t('pos.paper.held', { why: code_words(paperTrouble) });
    case PaperState.PAPER_PRINTED: return t('pos.paper.printed');
    case PaperState.PAPER_UNCONFIRMED: return t('pos.paper.unconfirmed');
    case PaperState.PAPER_FAILED: return t('pos.paper.failed', { why: code_words(paperTrouble) });
    default: return t('pos.paper.none');
  }
}
