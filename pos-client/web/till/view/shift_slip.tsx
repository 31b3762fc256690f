// The four ways that must agree at the end of a shift, and the shift that was just closed.
import type { ShiftPart } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { tender_name } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { difference_words } from '../model/words.js';
import { use_keys } from './keys.js';
import { Key, Note, ViewHead } from './pieces.js';

// Cash, orders, subsidy by payer, portions.
export function Slip({ shift, counted }: { shift: ShiftPart; counted: bigint }) {
  return (
    <section class="card slip" aria-label={t('pos.shift.slip')}>
      <h2>{t('pos.shift.slip')}</h2>
      <table><tbody>
        <tr><th scope="row">{t('pos.shift.slip_cash')}</th><td class="num">{format_fen(counted)}</td></tr>
        {shift.tenders.map((one) => <tr key={one.kind}><th scope="row">{tender_name(one.kind)} ×{one.count}</th><td class="num">{format_fen(one.fen)}</td></tr>)}
        <tr><th scope="row">{t('pos.shift.slip_orders')}</th><td class="num">{shift.orders}</td></tr>
        {shift.payers.map((one) => <tr key={one.payer}><th scope="row" class="typed">{t('pos.shift.slip_payer', { payer: one.payer, n: one.meals })}</th><td class="num">{format_fen(one.fen)}</td></tr>)}
        <tr><th scope="row">{t('pos.shift.slip_portions', { sold: shift.portionsSold, back: shift.portionsBack })}</th><td class="num">{shift.portionsSold - shift.portionsBack}</td></tr>
      </tbody></table>
      {shift.parked > 0 && <p class="quiet">{t('pos.shift.parked', { n: shift.parked })}</p>}
    </section>
  );
}

export function ClosedShift({ till }: { till: Till }) {
  const shift = till.parts.shift!;
  const seen = () => till.set({ slip_seen_ms: shift.closedMs, view: 'sale' });
  use_keys((event) => { if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return false; seen(); return true; });
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.shift.closed', { shift: shift.shiftName })} />
        <section class="card scroll">
          <h2>{t('pos.shift.expected')}</h2>
          <dl class="list">
            <div><dt>{t('pos.shift.expected')}</dt><dd class="num">{format_fen(shift.expectedFen)}</dd></div>
            <div><dt>{t('pos.shift.counted')}</dt><dd class="num">{format_fen(shift.countedFen)}</dd></div>
          </dl>
          <p class="diff"><span class="chip near">{difference_words(shift.countedFen - shift.expectedFen)}</span></p>
        </section>
        {shift.unsent.length > 0 && <Note icon="tray">{t('pos.shift.unsent', { n: shift.unsent.length, numbers: shift.unsent.join(t('pos.list_comma')) })}</Note>}
      </main>
      <aside class="scroll"><Slip shift={shift} counted={shift.countedFen} /><Key look="primary go" name="seen" kbd="Enter" press={seen}>{t('pos.seen')}</Key></aside>
    </>
  );
}
