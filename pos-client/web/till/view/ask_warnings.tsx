// What must be seen before the guest pays. Enter is deaf for a second: a double press does not pass it by.
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { warnings_of } from '../model/warnings.js';
import { allergen_words, flag_words } from '../model/words.js';
import { Dialog } from './dialog.js';
import { Note } from './pieces.js';

export function WarningsDialog({ till, then }: { till: Till; then(): void }) {
  const basket = till.parts.basket;
  const warnings = basket && warnings_of(basket);
  return (
    <Dialog till={till} name="warnings" title={t('pos.warn.title', { guest: basket?.guest?.name ?? '' })} yes={t('pos.warn.seen')} deaf press={then}>
      {warnings?.met.map((row) => <Note key={row.dish} icon="alert" look="stop"><b>{t('pos.warn.allergen', { dish: dish_name(row), what: allergen_words(row.allergens).join(' ') })}</b></Note>)}
      {warnings && warnings.flags !== 0 && <Note icon="alert"><b>{t('pos.warn.diet', { what: flag_words(warnings.flags).join(' ') })}</b></Note>}
    </Dialog>
  );
}
