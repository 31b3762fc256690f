// The end of a shift: counted first, and only then what should be there. A difference is recorded, never refused.
import { useState } from 'preact/hooks';
import type { ShiftPart } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { counted_rows, counted_sum } from '../model/counting.js';
import type { Till } from '../model/till.js';
import { difference_words } from '../model/words.js';
import { CountCard, CountPad, next_note, use_counting } from './count.js';
import { move_words } from './drawer.js';
import { Icon } from './icon.js';
import { use_keys } from './keys.js';
import { Choice, Key, Note, ViewHead, WordNote } from './pieces.js';
import { Slip } from './shift_slip.js';
import { least_pin, PinCard } from './start.js';

const reason_length = 100;

export function CloseShift({ till }: { till: Till }) {
  const shift = till.parts.shift;
  const counting = use_counting();
  const { counts } = counting;
  const [counted, done] = useState(false);
  const [reason, type] = useState('');
  const [handing_over, hand_over] = useState(false);
  const back = () => till.set({ view: 'sale' });
  use_keys(next_note);
  if (!shift) return null;
  const close = (next: { nextStaffId?: Uint8Array; nextPin?: string }) => till.act({ case: 'closeShift', value: { counted: counted_rows(counts), reason, ...next } }, ({ refused }) => { if (!refused) back(); });
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.shift.close_title', { shift: shift.shiftName, name: shift.cashier })} back={back} />
        <WordNote till={till} />
        <div class="two">
          <CountCard title={t('pos.shift.count')} counting={counting} still={counted} />
          {handing_over ? <HandOver shift={shift} close={close} /> : !counted ? <CountPad counting={counting} /> : (
            <section class="card scroll">
              <h2>{t('pos.shift.expected')}</h2>
              <Expected shift={shift} counted={counted_sum(counts)} reason={reason} type={type} />
            </section>
          )}
        </div>
        {shift.unsent.length > 0 && <Note icon="tray">{t('pos.shift.unsent', { n: shift.unsent.length, numbers: shift.unsent.join(t('pos.list_comma')) })}</Note>}
      </main>
      <aside class="scroll">
        {!counted && <p class="quiet">{t('pos.shift.count_first')}</p>}
        {counted && <Slip shift={shift} counted={counted_sum(counts)} />}
        {counted ? <Key look={`primary go${till.is_deaf ? ' deaf' : ''}`} name="close-shift" kbd="Enter" press={(by_key) => { if (!(by_key && till.is_deaf)) close({}); }}>{t('pos.shift.close')}</Key>
          : <Key look="primary go" name="counted" kbd="Enter" press={() => { till.be_deaf(); done(true); }}>{t('pos.shift.done_counting')}</Key>}
        {counted && <Key name="hand-over" pressed={handing_over} press={() => hand_over(!handing_over)}>{t('pos.shift.hand_over')}</Key>}
      </aside>
    </>
  );
}

function Expected({ shift, counted, reason, type }: { shift: ShiftPart; counted: bigint; reason: string; type(reason: string): void }) {
  const difference = counted - shift.expectedFen;
  return (
    <>
      <dl class="list">
        <div><dt>{t('pos.shift.float')}</dt><dd class="num">{format_fen(shift.floatFen)}</dd></div>
        <div><dt>{t('pos.shift.sales', { n: shift.cashSales })}</dt><dd class="num">{format_fen(shift.cashSalesFen)}</dd></div>
        {shift.cashTopUps > 0 && <div><dt>{t('pos.shift.top_ups', { n: shift.cashTopUps })}</dt><dd class="num">{format_fen(shift.cashTopUpsFen)}</dd></div>}
        {shift.cashRefunds > 0 && <div><dt>{t('pos.shift.refunds', { n: shift.cashRefunds })}</dt><dd class="num">−{format_fen(shift.cashRefundsFen)}</dd></div>}
        {shift.moves.filter((move) => move.fen !== 0n).map((move) => (
          <div key={move.atMs.toString()}><dt class="typed">{move_words(move)}</dt><dd class="num">{move.kind === 'pay_in' ? '' : '−'}{format_fen(move.fen < 0n ? -move.fen : move.fen)}</dd></div>
        ))}
        <div class="total"><dt>{t('pos.shift.expected')}</dt><dd class="num" data-sum="expected">{format_fen(shift.expectedFen)}</dd></div>
      </dl>
      <p class="diff"><span class={`chip ${difference === 0n ? 'ready' : 'near'}`}><Icon name={difference === 0n ? 'check' : 'alert'} />{difference_words(difference)}</span>
        {difference !== 0n && <span>{t('pos.shift.recorded')}</span>}</p>
      {difference !== 0n && (
        <label class="field"><span>{t('pos.reason')}</span><input name="reason" value={reason} maxLength={reason_length} placeholder={t('pos.shift.reason_hint')} onInput={(event) => type(event.currentTarget.value)} /></label>
      )}
    </>
  );
}

function HandOver({ shift, close }: { shift: ShiftPart; close(next: { nextStaffId: Uint8Array; nextPin: string }): void }) {
  const others = shift.staff.filter((one) => one.name !== shift.cashier);
  const [name, choose] = useState(others[0]?.name ?? '');
  const [pin, type] = useState('');
  const person = others.find((one) => one.name === name);
  return (
    <section class="card scroll">
      <h2>{t('pos.shift.next')}</h2>
      <div class="amounts"><Choice label={t('pos.shift.next')} chosen={name} among={others.map((one) => [one.name, one.name] as const)} choose={choose} /></div>
      {person && <PinCard title={t('pos.start.pin', { name })} pin={pin} type={type} />}
      <Key look="primary" name="hand-over-now" off={!person || pin.length < least_pin} press={() => { type(''); close({ nextStaffId: person!.staffId, nextPin: pin }); }}>{t('pos.shift.hand_over_now')}</Key>
    </section>
  );
}
