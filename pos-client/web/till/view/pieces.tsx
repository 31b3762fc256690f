// The small pieces that all views are put together from.
import type { ComponentChildren } from 'preact';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { Icon, type IconName } from './icon.js';
import { digit_of, is_editable, use_keys } from './keys.js';

interface KeyProps {
  readonly children: ComponentChildren;
  readonly look?: string;
  readonly icon?: IconName;
  readonly kbd?: string;
  readonly name?: string;           // for tests and the focus
  readonly off?: boolean;
  readonly pressed?: boolean | undefined;
  readonly label?: string | undefined;
  press(by_key: boolean): void;
}

// A closed key keeps its focus and its place, so that its words can still be read.
export function Key({ children, look = '', icon, kbd, name, off = false, pressed, label, press }: KeyProps) {
  return (
    <button type="button" class={`btn ${look}`} data-key={name} aria-disabled={off} aria-pressed={pressed} aria-label={label}
      onClick={(event) => { if (!off) press(event.detail === 0); }}>
      {icon && <Icon name={icon} />}<span>{children}</span>{kbd && <kbd aria-hidden="true">{kbd}</kbd>}
    </button>
  );
}

export function ViewHead({ title, back }: { title: string; back?: () => void }) {
  use_keys((event) => { if (event.key !== 'Escape' || !back || document.querySelector('dialog[open]')) return false; back(); return true; });
  return (
    <div class="viewhead">
      <h1 tabIndex={-1} data-head>{title}</h1>
      {back && <Key name="back" kbd="Esc" press={back}>{t('pos.back')}</Key>}
    </div>
  );
}

export function Note({ icon, look = '', children }: { icon: IconName; look?: string; children: ComponentChildren }) {
  return <p class={`note ${look}`}><Icon name={icon} /><span class="grow">{children}</span></p>;
}

// What the core said about the last key: refused, or done.
export function WordNote({ till }: { till: Till }) {
  const { word } = till;
  return (
    <div role={word?.bad ? 'alert' : 'status'} class="word">
      {word && <Note icon={word.bad ? 'alert' : 'check'} look={word.bad ? 'stop' : 'good'}><b>{word.text}</b>{word.hint && <span>{word.hint}</span>}</Note>}
    </div>
  );
}

interface KeypadProps {
  readonly typed: string;
  readonly point?: boolean;
  readonly most?: number;      // characters
  type(typed: string): void;
}

// Digits by touch and by key; keys go on to an input that has the focus, and a touch leaves the focus where it is.
export function Keypad({ typed, point = true, most = 10, type }: KeypadProps) {
  const put = (next: string) => { if (next.length <= most && /^\d*(\.\d{0,2})?$/.test(next)) type(next); };
  use_keys((event) => {
    if (is_editable(event.target) || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (digit_of(event) !== null || (point && event.key === '.')) { put(typed + event.key); return true; }
    if (event.key !== 'Backspace') return false;
    put(typed.slice(0, -1));
    return true;
  });
  return (
    <div class="keypad" role="group" aria-label={t('pos.keypad')} onMouseDown={(event) => event.preventDefault()}>
      {['7', '8', '9', '4', '5', '6', '1', '2', '3'].map((digit) => <Key key={digit} press={() => put(typed + digit)}>{digit}</Key>)}
      {point ? <Key press={() => put(typed + '.')}>.</Key> : <span />}
      <Key press={() => put(typed + '0')}>0</Key>
      <Key label={t('pos.backspace')} press={() => put(typed.slice(0, -1))}>⌫</Key>
    </div>
  );
}

interface ChoiceProps<Value> {
  readonly label: string;
  readonly chosen: Value;
  readonly among: readonly (readonly [Value, ComponentChildren])[];
  choose(value: NoInfer<Value>): void;
}

// A row of joined keys, one of which is chosen.
export function Choice<Value extends string | number>({ label, chosen, among, choose }: ChoiceProps<Value>) {
  return (
    <div class="seg" role="group" aria-label={label}>
      {among.map(([value, words]) => (
        <button type="button" key={value} data-choice={value} aria-pressed={value === chosen} onClick={() => choose(value)}>{words}</button>
      ))}
    </div>
  );
}
