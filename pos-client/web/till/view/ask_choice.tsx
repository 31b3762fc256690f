// The dishes of a set meal, slot by slot.
import { useState } from 'preact/hooks';
import type { Dish, SetSlot } from '@wire/menu_pb.js';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import { menu_shown, tiles_of } from '../model/tiles.js';
import type { Till } from '../model/till.js';
import { change_row } from './basket.js';
import { Dialog } from './dialog.js';

export function ChoiceDialog({ till, row: number }: { till: Till; row: number }) {
  const row = till.parts.basket?.rows.find((one) => one.row === number);
  const menu = menu_shown(till.parts);
  const set_meal = menu?.dishes.find((one) => one.dish?.id === row?.dish)?.dish;
  const [chosen, choose] = useState<readonly (readonly number[])[]>(() => by_slot(set_meal, row?.chosen ?? []));
  if (!row || !menu || !set_meal) return null;
  const full = set_meal.slots.every((slot, i) => chosen[i]?.length === slot.count);
  const press = () => { change_row(till, row, { chosen: chosen.flat() }); till.set({ question: null }); };
  const tiles = tiles_of(menu, till.parts);
  return (
    <Dialog till={till} name="choice" title={dish_name(set_meal)} yes={t('pos.choice_take')} off={!full} press={press}>
      {set_meal.slots.map((slot, i) => (
        <fieldset key={slot.name}>
          <legend class="typed">{t('pos.choice_slot', { slot: slot.name, n: slot.count })}</legend>
          <div class="picks">
            {slot.dishes.map((id) => {
              const tile = tiles.find((one) => one.tile.dish?.id === id);
              return (
                <button type="button" class="btn" key={id} disabled={tile?.out} aria-pressed={chosen[i]?.includes(id) ?? false}
                  onClick={() => choose(chosen.map((picked, at) => (at === i ? pick(picked, id, slot) : picked)))}>{dish_name(tile?.tile.dish)}</button>
              );
            })}
          </div>
        </fieldset>
      ))}
    </Dialog>
  );
}

function by_slot(set_meal: Dish | undefined, chosen: readonly { slot: number; dish: number }[]): number[][] {
  return (set_meal?.slots ?? []).map((_, slot) => chosen.filter((one) => one.slot === slot).map(({ dish }) => dish));
}

// One more than the slot holds pushes the oldest out.
function pick(picked: readonly number[], dish: number, slot: SetSlot): readonly number[] {
  return picked.includes(dish) ? picked.filter((one) => one !== dish) : [...picked, dish].slice(-slot.count);
}
