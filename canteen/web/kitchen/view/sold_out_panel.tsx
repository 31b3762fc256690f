// Marks a dish sold out, or back with n portions: choose a dish, then one key. The keys keep their place at the foot.
import { useState } from 'preact/hooks';
import type { Dish, Menu, PortionsLeft } from '@wire/menu_pb.js';
import { Icon } from '../../shared/icon.js';
import { dish_key } from '../../shared/dish_key.js';
import type { Picture } from '../../shared/feed.js';
import { dish_name, t } from '../../shared/texts/texts.js';
import type { Desk } from '../model/desk.js';
import { menus_of_today } from '../model/meals.js';
import { Panel } from './panel.js';
import { is_low } from '../model/totals.js';
import { amount_words, meal_name } from '../model/words.js';

const grams_per_kilogram = 1000;
const usual_amount = 10;
const step = 5;
const most_amount = 999;

interface Props {
  readonly desk: Desk;
  readonly picture: Picture;
  readonly menu: Menu | undefined;  // the menu to begin with
  readonly now_ms: number;
  close(): void;
}

export function SoldOutPanel({ desk, picture, menu, now_ms, close }: Props) {
  const menus = menus_of_today(picture, now_ms);
  const [slot, set_slot] = useState(menu?.meal?.slot);
  const [chosen, choose] = useState<number | null>(null);
  const shown = menus.find((one) => one.meal?.slot === slot) ?? menu;
  const dish = shown?.dishes.find((one) => one.id === chosen);
  return (
    <Panel name="sold-out" title={t('sold_out.title')} hint={shown ? t('sold_out.hint') : t('sold_out.none')} close={close}>
      {menus.length > 1 && (
        <div class="seg">
          {menus.map((one) => (
            <button key={one.meal!.slot} aria-pressed={one === shown} onClick={() => { set_slot(one.meal!.slot); choose(null); }}>
              {meal_name(one.meal!.slot)}</button>
          ))}
        </div>
      )}
      {shown && <DishGrid menu={shown} picture={picture} chosen={chosen} choose={choose} />}
      {shown && dish && <DishKeys key={dish.id} desk={desk} menu={shown} dish={dish} left={left_of(picture, shown, dish)} />}
    </Panel>
  );
}

function left_of(picture: Picture, menu: Menu, dish: Dish): PortionsLeft | undefined {
  return picture.portions.get(dish_key(menu.meal, dish.id));
}

interface GridProps {
  readonly menu: Menu;
  readonly picture: Picture;
  readonly chosen: number | null;
  choose(dish: number): void;
}

// A set meal is as available as its dishes.
function DishGrid({ menu, picture, chosen, choose }: GridProps) {
  return (
    <div class="dishes">
      {menu.dishes.filter((dish) => dish.slots.length === 0).map((dish) => {
        const left = left_of(picture, menu, dish);
        const out = left?.soldOut ?? false;
        return (
          <button key={dish.id} class={`dish-key${out ? ' out' : is_low(dish, left) ? ' low' : ''}`} aria-pressed={dish.id === chosen}
            data-dish={dish.name} onClick={() => choose(dish.id)}>
            <span class="name typed">{dish_name(dish)}</span>
            <LeftWords dish={dish} left={left} />
          </button>
        );
      })}
    </div>
  );
}

function LeftWords({ dish, left }: { dish: Dish; left: PortionsLeft | undefined }) {
  if (left?.soldOut) return <span class="left"><Icon name="ban" /> {t('rail.sold_out')}</span>;
  const amount = left ? amount_words(dish, left.left) : '–';
  if (is_low(dish, left)) return <span class="left"><Icon name="glass" /> {t('rail.low', { n: amount })}</span>;
  return <span class="left">{t('sold_out.left', { n: amount })}</span>;
}

interface KeysProps {
  readonly desk: Desk;
  readonly menu: Menu;
  readonly dish: Dish;
  readonly left: PortionsLeft | undefined;
}

function DishKeys({ desk, menu, dish, left }: KeysProps) {
  const [amount, set_amount] = useState(usual_amount);
  const out = left?.soldOut ?? false;
  const by_weight = dish.priceGrams > 0;
  const set = (next: number) => set_amount(Math.min(most_amount, Math.max(0, next)));
  const back = amount === 0 ? t('sold_out.back_plain')
    : t(out ? (by_weight ? 'sold_out.back_kg' : 'sold_out.back') : (by_weight ? 'sold_out.add_kg' : 'sold_out.add'), { n: amount });
  return (
    <footer class="keys">
      <b class="typed">{dish_name(dish)}</b>
      {!out && <button class="btn" data-key="set-sold-out" onClick={() => desk.sell_out(menu, dish)}><Icon name="ban" /><span>{t('sold_out.set')}</span></button>}
      <span class="push" />
      <span class="amount">
        <button class="btn" aria-label={t('sold_out.less', { n: step })} onClick={() => set(amount - step)}>−{step}</button>
        <input class="num" inputMode="numeric" maxLength={3} value={amount} aria-label={t(by_weight ? 'sold_out.amount_kg' : 'sold_out.amount')}
          onInput={(event) => set(Number(event.currentTarget.value.replace(/\D/g, '')))} />
        <button class="btn" aria-label={t('sold_out.more', { n: step })} onClick={() => set(amount + step)}>+{step}</button>
      </span>
      <button class="btn primary" data-key="back" disabled={!out && amount === 0}
        onClick={() => desk.bring_back(menu, dish, by_weight ? amount * grams_per_kilogram : amount, out)}>{back}</button>
    </footer>
  );
}
