// The meal's dishes: tabs, categories, tiles that keep their place.
import { dish_key } from '../../../../canteen/web/shared/dish_key.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { clock_minute, clock_time } from '../../../../canteen/web/shared/time.js';
import { dish_name, language, t } from '../../../../canteen/web/shared/texts/texts.js';
import type { MealMenu } from '@wire/till_view_pb.js';
import { categories_of, code_of, fits, in_basket, is_weighed, menu_shown, tiles_of, type Tile } from '../model/tiles.js';
import type { Till } from '../model/till.js';
import { left_words, meal_name } from '../model/words.js';
import { Icon } from './icon.js';
import { skip_unchanged } from './unchanged.js';

const most_timed_tabs = 3;  // more leave no room for their hours beside the field

export function MealTabs({ till }: { till: Till }) {
  const shown = menu_shown(till.parts);
  const meals = till.parts.menus?.meals ?? [];
  return (
    <div class={`seg${meals.length > most_timed_tabs ? ' many' : ''}`} role="group" aria-label={t('pos.meals')}>
      {meals.map((menu) => (
        <button type="button" key={dish_key(menu.meal, 0)} aria-pressed={menu === shown}
          onClick={() => till.act({ case: 'chooseMeal', value: { meal: menu.meal! } })}>
          {meal_name(menu.meal?.slot)} <small class="opt">{menu.open ? t('pos.meal_until', { time: clock_minute(menu.servingToMinute) })
            : t('pos.meal_from', { time: clock_minute(menu.servingFromMinute) })}</small></button>
      ))}
    </div>
  );
}

export function Menu({ till }: { till: Till }) {
  const menu = menu_shown(till.parts);
  if (!menu) return <p class="tiles none">{t('pos.no_menu')}</p>;
  const categories = categories_of(menu);
  const { typed, category } = till.ui;
  const shown = tiles_of(menu, till.parts).filter(({ tile }) => (typed.trim() !== '' ? fits(tile, typed)
    : !categories.includes(category) || tile.dish!.category === category));
  return (
    <>
      <div class="seg cats" role="group" aria-label={t('pos.categories')}>
        {['', ...categories].map((one) => (
          <button type="button" key={one} class="typed" aria-pressed={one === category} onClick={() => till.set({ category: one })}>{one === '' ? t('pos.all') : one}</button>
        ))}
      </div>
      <Tiles till={till} menu={menu} tiles={shown} />
    </>
  );
}

function Tiles({ till, tiles }: { till: Till; menu: MealMenu; tiles: readonly Tile[] }) {
  const held = in_basket(till.parts);
  return (
    <div class="tiles">
      {tiles.map((tile) => <TileKey key={tile.tile.dish!.id} till={till} {...tile} held={held.get(tile.tile.dish!.id) ?? 0} language={language()} />)}
      {tiles.length === 0 && <p class="none">{t('pos.no_tile')}</p>}
    </div>
  );
}

interface TileProps extends Tile {
  readonly till: Till;
  readonly held: number;
  readonly language: string;
}

const TileKey = skip_unchanged(({ till, tile, left, low, out, held }: TileProps) => {
  const dish = tile.dish!;
  const weighed = is_weighed(tile);
  const press = () => {
    if (out) till.set({ question: { kind: 'here', dish: dish.id } });
    else if (weighed) till.set({ question: { kind: 'grams', dish: dish.id, row: 0 } });
    else till.act({ case: 'addDish', value: { dish: dish.id, quantity: 1 } }, ({ refused, row }) => { if (!refused) till.set({ row, typed: '' }); });
  };
  return (
    <button type="button" class={`tile${out ? ' out' : ''}${held > 0 ? ' picked' : ''}`} data-dish={dish.id} onClick={press}>
      <span class="code">{code_of(dish.id)} {tile.initials}</span>
      {held > 0 && <span class="in">{weighed ? t('pos.grams', { n: held }) : held}</span>}
      <span class="name typed">{dish_name(dish)}{weighed && <small>{t('pos.per_grams', { n: dish.priceGrams })}</small>}</span>
      <span class="foot">{!out && <span class="price num">{format_fen(dish.priceFen)}</span>}<Left tile={{ tile, left, low, out }} /></span>
    </button>
  );
});

function Left({ tile: { tile, left, low, out } }: { tile: Tile }) {
  if (!left) return null;
  const since_ms = Number(left.soldOutSinceMs);
  const amount = left_words(left.left, is_weighed(tile));
  if (out) return <span class="left"><Icon name="ban" /> {since_ms > 0 ? t('pos.sold_out_at', { time: clock_time(since_ms) }) : t('pos.sold_out')}</span>;
  if (low) return <span class="chip near"><Icon name="alert" />{t('pos.only', { n: amount })}</span>;
  return <span class="left">{t('pos.left', { n: amount })}</span>;
}
