// The status bar: the place, whether the picture is up to date, how much there is to do, and the keys that work on the
// whole page.
import type { Ticket } from '@wire/kitchen_pb.js';
import { Icon } from '../../shared/icon.js';
import type { Link } from '../../shared/link.js';
import { clock_time } from '../../shared/time.js';
import { t } from '../../shared/texts/texts.js';
import type { Desk } from '../model/desk.js';
import { LinkChip } from './link_chip.js';
import { count_open, is_to_cook } from '../model/tickets.js';

export interface BarActions {
  open_recall(): void;
  open_sold_out(): void;
  switch_sound(): void;
  switch_language(): void;
}

interface Props {
  readonly desk: Desk;
  readonly link: Link;
  readonly tickets: readonly Ticket[];
  readonly hidden: number;
  readonly now_ms: number;
  readonly actions: BarActions;
}

export function Bar({ desk, link, tickets, hidden, now_ms, actions }: Props) {
  const first = tickets.find(is_to_cook);
  return (
    <header class={`bar${link.kind === 'offline' || link.kind === 'refused' ? ' offline' : ''}`}>
      <h1>{t('bar.title')}</h1>
      <LinkChip link={link} />
      <span class="quiet">{first ? t('bar.tickets', { n: count_open(tickets), time: clock_time(Number(first.dueMs)) }) : t('bar.none')}</span>
      {hidden > 0 && <span class="chip more">{t('bar.more', { n: hidden })}</span>}
      <span class="push" />
      <button class="btn" data-key="undo" disabled={desk.undos.size === 0} onClick={() => desk.undo()}>
        <Icon name="undo" /><span>{t('bar.undo')}</span> <kbd>U</kbd></button>
      <button class="btn" data-key="recall" onClick={actions.open_recall}>
        <Icon name="recall" /><span>{t('bar.recall')}</span> <kbd>R</kbd></button>
      <button class="btn" data-key="sold-out" onClick={actions.open_sold_out}>
        <Icon name="ban" /><span>{t('bar.sold_out')}</span> <kbd>S</kbd></button>
      <SoundKey desk={desk} actions={actions} />
      <button class="btn" data-key="language" aria-label={t('language.switch')} onClick={actions.switch_language}>{t('language.other')}</button>
      <time class="clock num">{clock_time(now_ms)}</time>
    </header>
  );
}

function SoundKey({ desk: { sound }, actions }: { desk: Desk; actions: BarActions }) {
  const text = !sound.on ? t('bar.sound_off') : sound.waiting ? t('bar.sound_wait') : t('bar.sound_on');
  return (
    <button class="btn" data-key="sound" aria-pressed={sound.on} onClick={actions.switch_sound}>
      <Icon name={sound.on && !sound.waiting ? 'sound' : 'mute'} /><span>{text}</span></button>
  );
}
