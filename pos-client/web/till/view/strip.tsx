// Who is being served and what they have: what is paid, never why.
import type { MealSlot } from '@wire/common_pb.js';
import type { GuestShown, RightLeft } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { clock_time } from '../../../../canteen/web/shared/time.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { rights_shown } from '../model/benefits.js';
import { code_words } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { allergen_words, flag_words, meal_name } from '../model/words.js';
import { Icon } from './icon.js';
import { Key } from './pieces.js';

export function Strip({ till, guest, still = false }: { till: Till; guest: GuestShown | undefined; still?: boolean }) {
  return (
    <section class={`card strip${guest ? '' : ' nobody'}`} aria-label={t('pos.guest.title')}>
      {guest ? <GuestFacts guest={guest} slot={till.parts.basket?.meal?.slot} /> : (
        <div class="who"><b><Icon name="user" /> {t('pos.guest.none')}</b><span class="quiet">{t('pos.guest.none_hint')}</span></div>
      )}
      {guest && !still && <Key look="bare drop" icon="close" name="drop-guest" label={t('pos.guest.drop')} press={() => till.act({ case: 'dropGuest', value: {} })}>{''}</Key>}
    </section>
  );
}

function GuestFacts({ guest, slot }: { guest: GuestShown; slot: MealSlot | undefined }) {
  const diet = [...allergen_words(guest.allergens), ...flag_words(guest.dietFlags)];
  return (
    <>
      <div class="who"><b class="typed">{guest.name}</b><span class="quiet num">{ending(guest)}</span>
        {guest.notes.map((note) => <span key={note} class="chip near"><Icon name="alert" />{code_words(note)}</span>)}
        {diet.length > 0 && <span class="chip near"><Icon name="alert" />{diet.join(' ')}</span>}</div>
      <div class="fact"><small>{t('pos.guest.balance')}{guest.asOfMs > 0n && ` ${clock_time(Number(guest.asOfMs))}`}</small><b class="num">{format_fen(guest.balanceFen)}</b></div>
      {rights_shown(guest.rights).map((right) => <Right key={right.scheme} right={right} slot={slot} />)}
    </>
  );
}

function ending({ lastFour, number }: GuestShown): string {
  return lastFour === '' ? number : `****${lastFour}`;
}

function Right({ right, slot }: { right: RightLeft; slot: MealSlot | undefined }) {
  const left = right.byQuota ? right.leftFen > 0n : right.left > 0;
  return (
    <div class={`fact${left ? ' right' : ''}${right.provisional && left ? ' provisional' : ''}`} title={right.scheme}>
      <small>{right.byQuota ? t('pos.guest.quota') : t('pos.guest.right', { meal: meal_name(slot) })}{right.provisional && ` ${t('pos.guest.provisional')}`}</small>
      <b>{!left ? t('pos.guest.used') : right.byQuota ? t('pos.guest.quota_left', { sum: format_fen(right.leftFen) }) : t('pos.guest.left', { n: right.left })}</b>
    </div>
  );
}
