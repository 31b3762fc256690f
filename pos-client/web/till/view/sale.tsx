// The screen of a sale: dishes on the left, guest, basket, sum and payment on the right.
import type { Till } from '../model/till.js';
import { hold, listed, reprint_last, type Deed } from './funcs.js';
import { Funcs } from './funcs.js';
import { LineBanner } from './banners.js';
import { Basket, change_row } from './basket.js';
import { Field } from './field.js';
import { Find } from './find.js';
import { field, field_id, is_editable, use_keys } from './keys.js';
import { MealTabs, Menu } from './menu.js';
import { PayKeys } from './pay_keys.js';
import { WordNote } from './pieces.js';
import { Strip } from './strip.js';
import { Sum } from './sum.js';

export function Sale({ till, finding }: { till: Till; finding: boolean }) {
  const { basket } = till.parts;
  use_keys((event) => !document.querySelector('dialog[open]') && on_key(till, event));
  return (
    <>
      <main>
        <LineBanner till={till} />
        <div class="toprow"><MealTabs till={till} /><Field till={till} /></div>
        <WordNote till={till} />
        {finding ? <Find till={till} /> : <Menu till={till} />}
        <Funcs till={till} />
      </main>
      <aside><Strip till={till} guest={basket?.guest} /><Basket till={till} basket={basket} /><Sum basket={basket} /><PayKeys till={till} /></aside>
    </>
  );
}

function on_key(till: Till, event: KeyboardEvent): boolean {
  const in_field = event.target instanceof HTMLElement && event.target.id === field_id;
  if (is_editable(event.target) && !in_field) return false;
  const deed = deed_of(event);
  if (deed) { deed(till); return true; }
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.key === 'Escape') return leave(till);
  if (event.key === '/') { field()?.focus(); return true; }
  if (event.key === 'Enter' && in_field) { enter(till); return true; }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return walk(till, event.key === 'ArrowDown' ? 1 : -1);
  return till.ui.typed === '' && in_field && on_row_key(till, event.key);
}

function deed_of({ key, ctrlKey, altKey }: KeyboardEvent): Deed | undefined {
  if (key === 'F9') return hold;
  return listed(key, ctrlKey || altKey) ?? (ctrlKey && key === 'p' ? reprint_last : undefined);
}

// Enter sends what is typed; with nothing typed it goes to the key that takes the money.
function enter(till: Till): void {
  if (till.ui.typed.trim() !== '') till.type(till.ui.typed, false);
  else document.querySelector<HTMLElement>('[data-key="pay"], [data-key="agree"]')?.focus();
}

function leave(till: Till): boolean {
  const { typed, row } = till.ui;
  till.word = null;
  if (typed !== '' || row !== 0) till.set({ typed: '', row: 0 });
  else if (till.parts.candidates?.guests.length) till.act({ case: 'findGuests', value: { text: '' } });
  field()?.focus();
  till.redraw();
  return true;
}

function walk(till: Till, by: 1 | -1): boolean {
  const rows = till.parts.basket?.rows ?? [];
  const at = rows.findIndex(({ row }) => row === till.ui.row);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  if (next) till.set({ row: next.row });
  return next !== undefined;
}

// With nothing typed, + - and Delete change the chosen line.
function on_row_key(till: Till, key: string): boolean {
  const row = till.parts.basket?.rows.find((one) => one.row === till.ui.row);
  if (!row) return false;
  if (key === 'Delete') till.act({ case: 'removeRow', value: { row: row.row } });
  else if ((key === '+' || key === '-') && row.priceGrams === 0) change_row(till, row, { quantity: row.quantity + (key === '+' ? 1 : -1) });
  else return false;
  return true;
}
