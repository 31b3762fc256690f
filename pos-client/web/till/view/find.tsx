// Several guests fit what was typed: the cashier asks which. No key is the likely one; a wrong guest costs somebody a
// lunch.
import type { GuestCandidate } from '@wire/till_view_pb.js';
import { t, text_of } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { time_words } from '../model/words.js';
import { Icon } from './icon.js';
import { digit_of, use_keys } from './keys.js';
import { Key, Note } from './pieces.js';

const most_by_digit = 9;

export function Find({ till }: { till: Till }) {
  const { guests, asked } = till.parts.candidates!;
  const choose = (guest: GuestCandidate) => till.act({ case: 'chooseGuest', value: { memberId: guest.memberId } });
  const nobody = () => till.act({ case: 'dropGuest', value: {} });
  use_keys((event) => {
    const digit = digit_of(event);
    if (digit === null || till.ui.typed !== '' || event.ctrlKey) return false;
    const guest = guests[digit - 1];
    till.when_alone(digit.toString(), () => { if (guest) choose(guest); else if (digit === 0) nobody(); });
    return false;  // it goes into the field too: a device may go on
  });
  return (
    <section class="find" aria-label={t('pos.find.title', { n: guests.length, asked })}>
      <div role="alert"><Note icon="alert" look="ask"><b>{t('pos.find.title', { n: guests.length, asked })}</b><span>{t('pos.find.ask')}</span></Note></div>
      <div class="people2">
        {guests.map((guest, i) => (
          <button type="button" class="btn choice found" key={guest.cardLastFour + i} data-candidate={i + 1} onClick={() => choose(guest)}>
            {i < most_by_digit && <kbd aria-hidden="true">{i + 1}</kbd>}
            <span class="last num"><small>{t('pos.find.card')}</small>{guest.cardLastFour || '—'}</span>
            <span class="facts"><b class="typed">{guest.name}</b><span>{last_visit(guest, till.now_ms())}</span>
              {guest.lastVisitDoubtful && <span class="quiet"><Icon name="alert" />{t('pos.find.doubtful')}</span>}</span>
          </button>
        ))}
        <Key name="nobody" kbd="0" press={nobody}>{t('pos.find.nobody')}</Key>
      </div>
    </section>
  );
}

function last_visit(guest: GuestCandidate, now_ms: number): string {
  if (guest.lastVisitMs === 0n) return '';
  const mode = text_of('mode.' + guest.lastVisitMode) ?? '';
  return `${t('pos.find.last_here', { time: time_words(Number(guest.lastVisitMs), now_ms) })} ${mode}`;
}
