// Who is at the till, what is missing, and the float that the shift begins with.
import { useState } from 'preact/hooks';
import type { StaffShown } from '@wire/till_view_pb.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { counted_rows } from '../model/counting.js';
import type { Till } from '../model/till.js';
import { CountCard, CountPad, next_note, use_counting } from './count.js';
import { Icon } from './icon.js';
import { digit_of, use_keys } from './keys.js';
import { Key, Keypad, ViewHead, WordNote } from './pieces.js';
import { MissingList } from './setup.js';

export const least_pin = 6;
export const most_pin = 12;

export function Start({ till }: { till: Till }) {
  const staff = till.parts.shift?.staff ?? [];
  const [chosen, choose] = useState<StaffShown | null>(staff.length === 1 ? staff[0]! : null);
  const [pin, type] = useState('');
  const take = (person: StaffShown | null) => { choose(person); type(''); till.word = null; };
  const person = staff.find((one) => chosen && one.name === chosen.name) ?? null;
  const enter = () => {
    if (!person || pin.length < least_pin) return;
    type('');
    if (person.locked) till.act({ case: 'unlockStaff', value: { staffId: person.staffId, supervisorPin: pin } });
    else till.act({ case: 'logIn', value: { staffId: person.staffId, pin } });
  };
  use_keys((event) => {
    const digit = digit_of(event);
    if (!person && digit !== null && staff[digit - 1]) take(staff[digit - 1]!);
    else if (event.key === 'Escape' && person) take(null);
    else if (event.key === 'Enter' && (pin !== '' || !(event.target instanceof HTMLButtonElement))) enter();  // the person tapped has the focus
    else return false;
    return true;
  });
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.start.title')} />
        <WordNote till={till} />
        <div class="people" role="group" aria-label={t('pos.start.who')}>
          {staff.map((one, i) => <PersonKey key={one.name} person={one} position={i + 1} chosen={one === person} choose={take} />)}
        </div>
        {person && <PinCard title={person.locked ? t('pos.start.locked', { name: person.name }) : t('pos.start.pin', { name: person.name })} pin={pin} type={type} />}
      </main>
      <aside>
        <section class="card slip"><h2>{t('pos.start.before')}</h2><MissingList till={till} /></section>
        <Key look="primary go" name="log-in" kbd="Enter" off={!person || pin.length < least_pin} press={enter}>{person?.locked ? t('pos.start.unlock') : t('pos.start.log_in')}</Key>
      </aside>
    </>
  );
}

function PersonKey({ person, position, chosen, choose }: { person: StaffShown; position: number; chosen: boolean; choose(person: StaffShown): void }) {
  return (
    <Key look="card choice" name={`person-${position}`} kbd={position.toString()} pressed={chosen} press={() => choose(person)}>
      <b class="typed">{person.name}</b><span>{role_words(person.role)}{person.locked && <span class="chip late"><Icon name="ban" />{t('pos.start.locked_short')}</span>}</span>
    </Key>
  );
}

function role_words(role: string): string {
  if (role === 'manager') return t('pos.role.manager');
  return role === 'supervisor' ? t('pos.role.supervisor') : t('pos.role.cashier');
}

// The digits are never shown, in writing or by name.
export function PinCard({ title, pin, type }: { title: string; pin: string; type(pin: string): void }) {
  return (
    <section class="card login">
      <h2>{title}</h2>
      <p class="dots" role="img" aria-label={t('pos.start.digits', { n: pin.length })}>{'●'.repeat(pin.length)}{'○'.repeat(Math.max(0, least_pin - pin.length))}</p>
      <Keypad typed={pin} point={false} most={most_pin} type={type} />
    </section>
  );
}

export function Float({ till }: { till: Till }) {
  const counting = use_counting();
  use_keys(next_note);
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.start.float', { name: till.parts.shift?.cashier ?? '' })} />
        <WordNote till={till} />
        <div class="two"><CountCard title={t('pos.shift.count')} counting={counting} /><CountPad counting={counting} /></div>
      </main>
      <aside>
        <section class="card slip"><h2>{t('pos.start.before')}</h2><MissingList till={till} /></section>
        <Key look="primary go" name="open-shift" kbd="Enter" press={() => till.act({ case: 'openShift', value: { counted: counted_rows(counting.counts) } })}>{t('pos.start.open')}</Key>
        <Key name="log-out" press={() => till.act({ case: 'logOut', value: {} })}>{t('pos.start.other')}</Key>
      </aside>
    </>
  );
}
