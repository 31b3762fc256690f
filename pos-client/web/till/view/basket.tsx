// The basket: a line is a row; the chosen one opens its keys under it, the others stay.
import { useEffect, useRef } from 'preact/hooks';
import type { BasketPart, BasketRow } from '@wire/till_view_pb.js';
import { ServiceMode } from '@wire/common_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { allergen_words, detail_of, flag_words, flags, mode_name, modes } from '../model/words.js';
import { Icon } from './icon.js';

// `still`: it is looked at alone, as when it is paid.
export function Basket({ till, basket, still = false }: { till: Till; basket: BasketPart | undefined; still?: boolean }) {
  return (
    <section class="card basket" aria-label={t('pos.basket.title')}>
      <Modes till={till} basket={basket} still={still} />
      <ul>
        {basket?.rows.map((row) => <Line key={row.row} till={till} row={row} open={!still && row.row === till.ui.row} still={still} />)}
      </ul>
      {!basket?.rows.length && <p class="none">{t('pos.basket.empty')}</p>}
    </section>
  );
}

function Modes({ till, basket, still }: { till: Till; basket: BasketPart | undefined; still: boolean }) {
  const now = basket?.mode || ServiceMode.DINE_IN;
  const choose = (mode: ServiceMode) => (mode === ServiceMode.DELIVERY ? till.set({ question: { kind: 'fee' } })
    : till.act({ case: 'setMode', value: { mode } }));
  return (
    <div class="seg" role="group" aria-label={t('pos.basket.mode')}>
      {modes.map(([mode, icon]) => (
        <button type="button" key={mode} data-mode={mode} aria-pressed={mode === now} disabled={still} onClick={() => choose(mode)}>
          <Icon name={icon} />{mode_name(mode)}</button>
      ))}
      {!still && !!basket?.rows.length && (
        <button type="button" class="clear" data-key="clear" aria-label={t('pos.basket.clear')} onClick={() => till.set({ question: { kind: 'clear' } })}><Icon name="trash" /></button>
      )}
    </div>
  );
}

// Changes a row as a whole, as the core wants it.
export function change_row(till: Till, row: BasketRow, change: Partial<Pick<BasketRow, 'quantity' | 'grams' | 'note' | 'dietFlags'>> & { chosen?: number[] }): void {
  const whole = { row: row.row, quantity: row.quantity, grams: row.grams, note: row.note, dietFlags: row.dietFlags, chosen: row.chosen.map(({ dish }) => dish) };
  till.act({ case: 'changeRow', value: { ...whole, ...change } });
}

function Line({ till, row, open, still }: { till: Till; row: BasketRow; open: boolean; still: boolean }) {
  const detail = detail_of(row);
  const met = allergen_words(row.allergensMet);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => { if (open) item.current?.scrollIntoView({ block: 'nearest' }); }, [open]);
  return (
    <li ref={item} class={open ? 'on' : ''} data-row={row.row}>
      <button type="button" class="line" aria-expanded={open} disabled={still} onClick={() => till.set({ row: open ? 0 : row.row })}>
        <span class="q">{row.grams > 0 ? <Icon name="scale" /> : `${row.quantity}×`}</span>
        <span class="n"><span class="typed">{dish_name(row)}</span>
          {flag_words(row.dietFlags).map((word) => <span key={word} class="flag">{word}</span>)}
          {row.note !== '' && <span class="flag typed">{row.note}</span>}
          {met.length > 0 && <span class="flag met"><Icon name="alert" /> {met.join(' ')}</span>}
          {row.soldOut && <span class="flag met"><Icon name="ban" /> {t('pos.sold_out')}</span>}
          {detail !== '' && <small class="typed">{detail}</small>}</span>
        <span class="a num">{format_fen(row.amountFen)}</span>
      </button>
      {open && <LineKeys till={till} row={row} />}
    </li>
  );
}

function LineKeys({ till, row }: { till: Till; row: BasketRow }) {
  const weighed = row.priceGrams > 0;
  return (
    <>
      <div class="seg" role="group" aria-label={t('pos.basket.line')}>
        {weighed ? <button type="button" data-key="grams" onClick={() => till.set({ question: { kind: 'grams', dish: row.dish, row: row.row } })}><Icon name="scale" />{t('pos.basket.grams')}</button> : (
          <>
            <button type="button" data-key="less" aria-label={t('pos.basket.less')} onClick={() => change_row(till, row, { quantity: row.quantity - 1 })}><Icon name="minus" /></button>
            <button type="button" data-key="more" aria-label={t('pos.basket.more')} onClick={() => change_row(till, row, { quantity: row.quantity + 1 })}><Icon name="plus" /></button>
          </>
        )}
        {row.chosen.length > 0 && <button type="button" data-key="choice" onClick={() => till.set({ question: { kind: 'choice', row: row.row } })}>{t('pos.basket.choice')}</button>}
        <button type="button" data-key="note" onClick={() => till.set({ question: { kind: 'note', row: row.row } })}>{t('pos.basket.note')}</button>
        <button type="button" data-key="remove" aria-label={t('pos.basket.remove')} onClick={() => till.act({ case: 'removeRow', value: { row: row.row } })}><Icon name="trash" /></button>
      </div>
      <div class="seg" role="group" aria-label={t('pos.basket.flags')}>
        {flags.map(([bit, key]) => (
          <button type="button" key={bit} aria-pressed={(row.dietFlags & bit) !== 0} onClick={() => change_row(till, row, { dietFlags: row.dietFlags ^ bit })}>{t(key)}</button>
        ))}
      </div>
    </>
  );
}
