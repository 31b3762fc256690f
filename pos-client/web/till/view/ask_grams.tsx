// How much a weighed dish weighs: typed, or from the scale.
import { useEffect, useState } from 'preact/hooks';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import { menu_shown } from '../model/tiles.js';
import type { Till } from '../model/till.js';
import { change_row } from './basket.js';
import { Dialog } from './dialog.js';
import { Key, Keypad } from './pieces.js';

const most_digits = 5;

export function GramsDialog({ till, dish, row }: { till: Till; dish: number; row: number }) {
  const [typed, type] = useState('');
  const has_scale = till.parts.status?.hasScale ?? false;
  const weigh = () => till.act({ case: 'readScale', value: { dish } }, ({ refused, grams }) => { if (!refused && grams > 0) type(grams.toString()); });
  useEffect(() => { if (has_scale) weigh(); }, []);
  const grams = Number(typed);
  const known = menu_shown(till.parts)?.dishes.find((one) => one.dish?.id === dish)?.dish;
  const press = () => {
    const old = till.parts.basket?.rows.find((one) => one.row === row);
    if (old) change_row(till, old, { grams });
    else till.act({ case: 'addDish', value: { dish, quantity: 1, grams } }, (answer) => { if (!answer.refused) till.set({ row: answer.row }); });
    till.set({ question: null });
  };
  return (
    <Dialog till={till} name="grams" title={t('pos.grams_of', { dish: dish_name(known) })} yes={t('pos.grams_take', { n: grams })} off={grams === 0} press={press}>
      <output class="amount num">{t('pos.grams', { n: typed === '' ? 0 : grams })}</output>
      {till.word?.bad && <p role="alert" class="short">{till.word.text}</p>}
      {has_scale && <Key icon="scale" name="scale" press={weigh}>{t('pos.grams_scale')}</Key>}
      <Keypad typed={typed} point={false} most={most_digits} type={type} />
    </Dialog>
  );
}
