// A drawer counted by notes: a field a note, each with what it comes to. The sum stands above them, so that the last coin
// is in sight.
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { counted_sum, denominations, with_count, worth, type Counts } from '../model/counting.js';
import { note_words } from '../model/words.js';
import { Keypad } from './pieces.js';
import { useState } from 'preact/hooks';

export interface Counting {
  readonly counts: Counts;
  readonly now: number;        // the note that the keypad types at
  go_to(note: number): void;
  type(note: number, typed: string): void;
}

export function use_counting(): Counting {
  const [counts, set] = useState<Counts>(new Map());
  const [now, go_to] = useState<number>(denominations[0]);
  return { counts, now, go_to, type: (note, typed) => set(with_count(counts, note, typed)) };
}

export function CountPad({ counting: { counts, now, type } }: { counting: Counting }) {
  return (
    <section class="card pad" aria-label={t('pos.keypad')}>
      <h2>{note_words(BigInt(now))} × {counts.get(now) ?? 0}</h2>
      <Keypad typed={(counts.get(now) ?? '').toString()} point={false} most={4} type={(typed) => type(now, typed)} />
    </section>
  );
}

// `still`: counted; what was found is not made to fit what should be there.
export function CountCard({ title, counting: { counts, go_to, type }, still = false }: { title: string; counting: Counting; still?: boolean }) {
  return (
    <section class="card count">
      <h2>{title} <b class="num"><span class="sr">{t('pos.shift.counted')} </span><span data-sum="counted">{format_fen(counted_sum(counts))}</span></b></h2>
      <ul>
        {denominations.map((note, i) => (
          <li key={note}><label for={`note-${note}`}>{note_words(BigInt(note))}</label>
            <input id={`note-${note}`} class="num" inputMode="none" value={counts.get(note) ?? ''} maxLength={4} readOnly={still} autocomplete="off" data-first={i === 0 || undefined}
              onFocus={() => go_to(note)} onInput={(event) => type(note, event.currentTarget.value)} />
            <span class="num">{format_fen(worth(note, counts.get(note) ?? 0))}</span></li>
        ))}
      </ul>
    </section>
  );
}

// Enter goes from note to note, and after the last one on; true if it did.
export function next_note(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || !event.target.id.startsWith('note-')) return false;
  const fields = [...document.querySelectorAll<HTMLInputElement>('.count input')];
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) next.focus();
  else document.querySelector<HTMLElement>('[data-key="counted"], [data-key="open-shift"]')?.focus();
  return true;
}
