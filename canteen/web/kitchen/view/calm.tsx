// Shown when there is nothing to cook: says so, then what comes next and when. The wall is never empty.
import type { Ticket } from '@wire/kitchen_pb.js';
import { Served, type Menu } from '@wire/menu_pb.js';
import { Icon } from '../../shared/icon.js';
import { business_date, clock_minute, clock_time, instant_of, minute_ms } from '../../shared/time.js';
import type { Picture } from '../../shared/feed.js';
import { dish_name, t, type TextKey } from '../../shared/texts/texts.js';
import { is_serving, menus_of_today, menus_to_come } from '../model/meals.js';
import { number_of, ticket_key } from '../model/tickets.js';
import { meal_name, source_of } from '../model/words.js';

const most_dishes = 4;  // in a row
const most_rows = 7;

interface Props {
  readonly loading: boolean;
  readonly picture: Picture;
  readonly later: readonly Ticket[];  // due much later, by due time
  readonly ready: number;             // orders called and not collected
  readonly sound_on: boolean;
  readonly now_ms: number;
  show_all(): void;
}

interface Next {
  readonly sentence: string;
  readonly at_ms: number;
  readonly until: TextKey;
}

export function Calm(props: Props) {
  const { loading, later, ready, sound_on, now_ms } = props;
  if (loading) return <main class="next" id="wall" tabIndex={-1}><section class="calm"><div><h2>{t('calm.loading')}</h2></div></section></main>;
  const next = next_event(props);
  return (
    <main class="next" id="wall" tabIndex={-1}>
      <section class="calm">
        {next && <div class="big num">{hours_left(next.at_ms, now_ms)}<small>{t(next.until)}</small></div>}
        <div>
          <h2>{t('calm.nothing')}</h2>
          <p>{next ? next.sentence : t(menus_of_today(props.picture, now_ms).length > 0 ? 'calm.day_over' : 'calm.no_menu')} {t(sound_on ? 'calm.rings' : 'calm.silent')}</p>
          {ready > 0 && <p>{t('calm.ready', { n: ready })}</p>}
        </div>
      </section>
      <Agenda {...props} />
      {later.length > 0 && <button class="btn" data-key="show-all" onClick={props.show_all}>{t('calm.show_all')}</button>}
    </main>
  );
}

function Agenda({ picture, later, now_ms }: Props) {
  const serving = menus_of_today(picture, now_ms).filter((menu) => is_serving(menu, now_ms));
  const rows = [
    ...serving.map((menu) => ({ at: -1, row: <MealRow menu={menu} now /> })),
    ...menus_to_come(picture, now_ms).map((menu) => ({ at: starts_ms(menu), row: <MealRow menu={menu} now={false} /> })),
    ...later.map((ticket) => ({ at: Number(ticket.dueMs), row: <TicketRow key={ticket_key(ticket)} ticket={ticket} /> })),
  ].sort((a, b) => a.at - b.at).slice(0, most_rows);
  if (rows.length === 0) return null;
  return <section class="card agenda"><ol>{rows.map((one) => one.row)}</ol></section>;
}

function MealRow({ menu, now }: { menu: Menu; now: boolean }) {
  const meal = meal_name(menu.meal!.slot);
  const to_order = menu.dishes.filter((dish) => dish.served === Served.TO_ORDER);
  const dishes = to_order.length > 0 ? to_order : menu.dishes;
  return (
    <li class={now ? 'start' : ''}>
      <span class="t num">{clock_minute(menu.servingFromMinute)}</span>
      <span class="s"><Icon name="pan" /> {t(now ? 'calm.serving_row' : 'calm.meal_row', { meal })}</span>
      <span class="d typed">{dishes.slice(0, most_dishes).map((dish) => dish_name(dish)).join('·')}</span>
      <span class="w">{t('calm.until', { time: clock_minute(menu.servingToMinute) })}</span>
    </li>
  );
}

function TicketRow({ ticket }: { ticket: Ticket }) {
  const { icon, text } = source_of(ticket);
  return (
    <li>
      <span class="t num">{clock_time(Number(ticket.dueMs))}</span>
      <span class="s"><Icon name={icon} /> {text}</span>
      <span class="d typed">{ticket.lines.slice(0, most_dishes).map((line) => `${dish_name(line)} ${line.quantity}`).join('·')}</span>
      <span class="w num">{number_of(ticket.pickup)}</span>
    </li>
  );
}

function next_event({ picture, later, now_ms }: Props): Next | null {
  const order = later[0];
  const meal = menus_to_come(picture, now_ms)[0];
  const serving = menus_of_today(picture, now_ms).find((menu) => is_serving(menu, now_ms));
  const events: Next[] = [];
  if (order) {
    const params = { number: number_of(order.pickup), time: clock_time(Number(order.dueMs)) };
    events.push({ at_ms: Number(order.dueMs), until: 'calm.until_due', sentence: t('calm.next_order', params) });
  }
  if (meal) {
    const params = { meal: meal_name(meal.meal!.slot), time: clock_minute(meal.servingFromMinute) };
    events.push({ at_ms: starts_ms(meal), until: 'calm.until_start', sentence: t('calm.next_meal', params) });
  }
  if (serving) {
    const params = { meal: meal_name(serving.meal!.slot), time: clock_minute(serving.servingToMinute) };
    const end_ms = instant_of(business_date(now_ms), serving.servingToMinute);
    events.push({ at_ms: end_ms, until: 'calm.until_end', sentence: t('calm.serving', params) });
  }
  return events.sort((a, b) => a.at_ms - b.at_ms)[0] ?? null;
}

function starts_ms(menu: Menu): number {
  return instant_of(menu.meal!.date, menu.servingFromMinute);
}

// Returns "1:48" in hours and minutes, rounded up: at 0:00 it is time.
function hours_left(at_ms: number, now_ms: number): string {
  const minutes = Math.max(0, Math.ceil((at_ms - now_ms) / minute_ms));
  return `${Math.floor(minutes / 60)}:${(minutes % 60).toString().padStart(2, '0')}`;
}
