// Money in and out of the drawer, each with person and reason.
import { useState } from 'preact/hooks';
import type { DrawerMoveShown } from '@wire/till_view_pb.js';
import { format_fen, parse_yuan } from '../../../../canteen/web/shared/money.js';
import { clock_time } from '../../../../canteen/web/shared/time.js';
import { t, type TextKey } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { is_editable, use_keys } from './keys.js';
import { Choice, Key, Keypad, ViewHead, WordNote } from './pieces.js';

const kinds: readonly (readonly [string, TextKey])[] = [
  ['no_sale', 'pos.drawer.no_sale'], ['pay_in', 'pos.drawer.pay_in'], ['pay_out', 'pos.drawer.pay_out'], ['safe_drop', 'pos.drawer.safe_drop'],
];
const reason_length = 100;

export function move_words(move: DrawerMoveShown): string {
  const kind = kinds.find(([name]) => name === move.kind)?.[1];
  return [kind ? t(kind) : move.kind, clock_time(Number(move.atMs)), move.person, move.reason].filter((word) => word !== '').join(' ');
}

export function Drawer({ till }: { till: Till }) {
  const [kind, choose] = useState('no_sale');
  const [typed, type] = useState('');
  const [reason, say] = useState('');
  const fen = kind === 'no_sale' ? 0n : parse_yuan(typed) ?? 0n;
  const closed = reason.trim() === '' || (kind !== 'no_sale' && fen === 0n);
  const back = () => till.set({ view: 'sale' });
  const enter = () => {
    if (closed) return;
    till.act({ case: 'moveDrawer', value: { kind, fen, reason: reason.trim() } }, ({ refused }) => { if (!refused) { type(''); say(''); till.say(t('pos.drawer.done')); } });
  };
  use_keys((event) => { if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return false; if (is_editable(event.target) || !closed) enter(); return true; });
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.drawer.title')} back={back} />
        <WordNote till={till} />
        <Choice label={t('pos.drawer.title')} chosen={kind} among={kinds.map(([name, key]) => [name, t(key)] as const)} choose={choose} />
        <section class="card scroll">
          <div class="amounts">
            <label class="field"><span>{t('pos.reason')}</span><input name="reason" value={reason} maxLength={reason_length} autocomplete="off" onInput={(event) => say(event.currentTarget.value)} /></label>
            {kind !== 'no_sale' && <><output class="num">{format_fen(fen)}</output><Keypad typed={typed} type={type} /></>}
          </div>
        </section>
      </main>
      <aside class="scroll">
        <section class="card rows"><h2>{t('pos.drawer.moves')}</h2><ul>
          {till.parts.shift?.moves.map((move) => <li key={move.atMs.toString() + move.kind}><span class="typed">{move_words(move)}</span><b class="num">{move.fen === 0n ? '' : format_fen(move.fen)}</b></li>)}
        </ul></section>
        <Key look="primary go" name="move" kbd="Enter" off={closed} press={enter}>{kind === 'no_sale' ? t('pos.drawer.open') : t('pos.drawer.take', { sum: format_fen(fen) })}</Key>
      </aside>
    </>
  );
}
