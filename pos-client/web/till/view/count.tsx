// A drawer counted by notes: a field a note, each with what it comes to.
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { counted_sum, denominations, with_count, worth, type Counts } from '../model/counting.js';
import { note_words } from '../model/words.js';
import { Keypad } from './pieces.js';
import { useState } from 'preact/hooks';

export function CountCard({ title, counts, set }: { title: string; counts: Counts; set(counts: Counts): void }) {
  const [now, go_to] = useState<number>(denominations[0]);
  const type = (note: number, typed: string) => set(with_count(counts, note, typed));
  return (
    <section class="card count">
      <h2>{title}</h2>
      <ul>
        {denominations.map((note, i) => (
          <li key={note}><label for={`note-${note}`}>{note_words(BigInt(note))}</label>
            <input id={`note-${note}`} class="num" inputMode="none" value={counts.get(note) ?? ''} maxLength={4} autocomplete="off" data-first={i === 0 || undefined}
              onFocus={() => go_to(note)} onInput={(event) => type(note, event.currentTarget.value)} />
            <span class="num">{format_fen(worth(note, counts.get(note) ?? 0))}</span></li>
        ))}
      </ul>
      <dl class="given"><div><dt>{t('pos.shift.counted')}</dt><dd class="num" data-sum="counted">{format_fen(counted_sum(counts))}</dd></div></dl>
      <Keypad typed={(counts.get(now) ?? '').toString()} point={false} most={4} type={(typed) => type(now, typed)} />
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
