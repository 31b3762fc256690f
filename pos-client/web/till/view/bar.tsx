// The bar above everything: where, who, and whether the picture is true.
import { LineState, PrinterState, type StatusPart } from '@wire/till_view_pb.js';
import { clock_time } from '../../../../canteen/web/shared/time.js';
import { switch_language } from '../../../../canteen/web/shared/texts/choose_language.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { Icon, type IconName } from './icon.js';
import { Key } from './pieces.js';

interface Chip {
  readonly look: string;
  readonly icon: IconName;
  readonly text: string;
}

export function Bar({ till }: { till: Till }) {
  const { status, shift } = till.parts;
  const offline = !till.is_live || status?.line === LineState.LINE_OFFLINE;
  return (
    <header class={`bar${offline ? ' offline' : ''}`}>
      <b class="site typed">{status?.site ?? t('pos.title')}</b>
      {shift && shift.shiftName !== '' && <span class="opt2">{t('pos.shift.word')} <b>{shift.shiftName}</b></span>}
      {shift && shift.cashier !== '' && <span>{t('pos.cashier')} <b class="typed">{shift.cashier}</b></span>}
      <span class="push" />
      {status && <StatusChips till={till} status={status} />}
      <Key name="settings" look="bare" icon="gear" label={t('pos.settings.title')} press={() => till.set({ view: till.ui.view === 'settings' ? 'sale' : 'settings' })}>{''}</Key>
      <Key name="language" look="bare" label={t('language.switch')} press={() => { void switch_language().then(() => till.redraw()); }}>{t('language.other')}</Key>
      <time class="clock num">{clock_time(till.now_ms())}</time>
    </header>
  );
}

function StatusChips({ till, status }: { till: Till; status: StatusPart }) {
  const line = till.is_live ? line_chip(status, till.now_ms()) : { look: 'late', icon: 'cloud' as const, text: t('pos.gone_short') };
  const printer = printer_chip(status);
  return (
    <>
      {status.notices > 0 && (
        <Key name="notices" look="bare" press={() => till.set({ view: 'notices' })}>
          <span class="chip late"><Icon name="alert" />{t('pos.notices.count', { n: status.notices })}</span></Key>
      )}
      <ChipMark {...line} name={LineState[status.line]} />
      <ChipMark look={status.queued > 0 ? 'near' : ''} icon="tray" text={t('pos.queued', { n: status.queued })} name="queued" />
      <ChipMark {...printer} name="printer" />
    </>
  );
}

function ChipMark({ look, icon, text, name }: Chip & { name: string | undefined }) {
  return <span class={`chip ${look}`} role="status" data-chip={name}><Icon name={icon} />{text}</span>;
}

function line_chip(status: StatusPart, now_ms: number): Chip {
  const since_ms = Number(status.lineSinceMs);
  switch (status.line) {
    case LineState.LINE_LIVE: return { look: 'ready', icon: 'live', text: t('link.live') };
    case LineState.LINE_BEHIND: return { look: 'near', icon: 'glass', text: t('link.behind', { n: Math.max(1, Math.round((now_ms - since_ms) / 1000 / Math.max(1, status.pace))) }) };
    case LineState.LINE_TROUBLE: return { look: 'late', icon: 'ban', text: t('pos.line_trouble') };
    default: return { look: 'offline', icon: 'cloud', text: since_ms > 0 ? t('link.offline', { time: clock_time(since_ms) }) : t('link.never') };
  }
}

function printer_chip(status: StatusPart): Chip {
  switch (status.printer) {
    case PrinterState.PRINTER_OK: return { look: '', icon: 'printer', text: t('pos.printer.ok') };
    case PrinterState.PRINTER_BUSY: return { look: '', icon: 'printer', text: t('pos.printer.busy') };
    case PrinterState.PRINTER_TROUBLE: return { look: 'near', icon: 'printer', text: code_words(status.printerTrouble) };
    default: return { look: '', icon: 'printer', text: t('pos.printer.none') };
  }
}
