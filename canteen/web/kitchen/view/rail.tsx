// The side rail: dishes to cook over all tickets, and what is left in the trays of the line.
import type { Ticket } from '@wire/kitchen_pb.js';
import type { Menu } from '@wire/menu_pb.js';
import { Icon } from '../../shared/icon.js';
import { clock_time } from '../../shared/time.js';
import { dish_of, type Picture } from '../../shared/feed.js';
import { dish_name, t } from '../../shared/texts/texts.js';
import { count_open } from '../model/tickets.js';
import { to_cook, trays, type ToCook, type Tray } from '../model/totals.js';
import { amount_words, meal_name } from '../model/words.js';

interface Props {
  readonly tickets: readonly Ticket[];
  readonly picture: Picture;
  readonly menu: Menu | undefined;
  readonly later: boolean;  // nothing is due soon: the counts are for later
}

export function Rail({ tickets, picture, menu, later }: Props) {
  const title = t(later ? 'rail.to_cook_later' : 'rail.to_cook');
  const rows = to_cook(tickets, picture);
  const line = trays(menu, picture);
  return (
    <aside class="rail">
      <section class="cooks" aria-label={title}>
        <h2>{title}<small>{rows.length > 0 ? t('rail.over_all', { n: count_open(tickets) }) : t('rail.nothing')}</small></h2>
        {rows.length > 0 && <ul tabIndex={0}>{rows.map((row) => <CookRow key={row.key} row={row} picture={picture} />)}</ul>}
      </section>
      <section class="trays" aria-label={t('rail.line')}>
        <h2>{t('rail.line')}<small>{menu && t('rail.line_of', { meal: meal_name(menu.meal!.slot) })}</small></h2>
        {line.length > 0 ? <ul tabIndex={0}>{line.map((tray) => <TrayRow key={tray.dish.id} tray={tray} />)}</ul>
          : <p class="none">{t('rail.no_line')}</p>}
      </section>
    </aside>
  );
}

function CookRow({ row, picture }: { row: ToCook; picture: Picture }) {
  const dish = row.left && dish_of(picture, row.left.meal, row.left.dish);
  return (
    <li class="cook" data-dish={row.name}>
      <span class="need num">{row.portions}</span>
      <div>
        <div class="name typed">{dish_name(row)}</div>
        {row.left && (row.left.soldOut ? <span class="sub ban"><Icon name="ban" /> {t('rail.sold_out')}</span>
          : <span class="sub">{t('rail.to_sell', { n: amount_words(dish, row.left.left) })}</span>)}
      </div>
    </li>
  );
}

function TrayRow({ tray: { dish, left, low } }: { tray: Tray }) {
  const since_ms = Number(left?.soldOutSinceMs ?? 0n);
  const out = left?.soldOut ?? false;
  const amount = left ? amount_words(dish, left.left) : '–';
  return (
    <li class={`tray-row${out ? ' out' : low ? ' low' : ''}`} data-dish={dish.name}>
      <span class="name typed">{dish_name(dish)}</span>
      {out && <span class="state"><Icon name="ban" /> {since_ms > 0 ? t('rail.sold_out_at', { time: clock_time(since_ms) }) : t('rail.sold_out')}</span>}
      {!out && low && <span class="state"><Icon name="glass" /> {t('rail.low', { n: amount })}</span>}
      {!out && !low && <span class="state num"><b>{amount}</b></span>}
    </li>
  );
}
