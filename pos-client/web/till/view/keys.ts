// One keyboard for the page: the view on top gets a key first, then those below it, and what nobody wants goes to the
// field. What a device types is taken out of whatever had the focus.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { BurstMeter } from '../model/burst.js';
import { has_field, takes_scans } from '../model/screen.js';
import type { Till } from '../model/till.js';

export type KeyHandler = (event: KeyboardEvent) => boolean;  // true: the key is used

export const field_id = 'field';
const handlers: KeyHandler[] = [];
export const meter = new BurstMeter();

// Gives the view all keys while it stands there: from the frame in which it is drawn, so that a quick hand loses none.
export function use_keys(handler: KeyHandler): void {
  const latest = useRef(handler);
  latest.current = handler;
  useLayoutEffect(() => {
    const run: KeyHandler = (event) => latest.current(event);
    handlers.push(run);
    return () => { handlers.splice(handlers.indexOf(run), 1); };
  }, []);
}

// Returns a function that stops listening.
export function listen_to_keys(till: Till): () => void {
  const on_key = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.altKey && !event.metaKey) meter.press(event);  // a command is no character of a scan
    if (is_enter(event) && took_scan(till, event)) return use_up(event);
    if (event.isComposing || event.key === 'Process') return go_to_field(till, event);
    const used = [...handlers].reverse().some((handler) => handler(event));
    if (used) return use_up(event);
    if ([...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) go_to_field(till, event);
  };
  document.addEventListener('keydown', on_key, true);
  return () => document.removeEventListener('keydown', on_key, true);
}

export function field(): HTMLInputElement | null {
  return document.getElementById(field_id) as HTMLInputElement | null;
}

export function is_editable(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

// Returns the digit of the key, or null.
export function digit_of({ key }: KeyboardEvent): number | null {
  return /^[0-9]$/.test(key) ? Number(key) : null;
}

function is_enter({ key, code }: KeyboardEvent): boolean {
  return key === 'Enter' || (key === 'Process' && /Enter$/.test(code));
}

function use_up(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function took_scan(till: Till, event: KeyboardEvent): boolean {
  if (meter.is_echo(event.timeStamp)) return true;
  if (!takes_scans(till.screen)) return false;
  const text = meter.end(event.timeStamp);
  if (text === '') return false;
  take_back(event.target, text);
  if (!till.on_scan?.(text)) till.type(text, true);
  return true;
}

// Takes what the device typed out of an input, and cuts an input method short.
function take_back(target: EventTarget | null, text: string): void {
  if (!(target instanceof HTMLInputElement)) return;
  target.blur();
  if (target.value.endsWith(text)) target.value = target.value.slice(0, -text.length);
  target.dispatchEvent(new InputEvent('input', { bubbles: true }));
  target.focus();
}

function go_to_field(till: Till, event: KeyboardEvent): void {
  if (!is_editable(event.target) && has_field(till.screen) && !document.querySelector('dialog[open]')) field()?.focus();
}
