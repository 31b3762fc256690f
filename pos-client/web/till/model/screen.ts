// Which screen stands there now: what the core tells comes before what the cashier opened. Pure.
import { SaleStage } from '@wire/till_view_pb.js';
import type { CoreState } from '../../shared/core_link.js';
import type { Parts } from '../../shared/picture.js';
import type { Ui } from './ui.js';

export type Screen =
  | 'connecting' | 'setup' | 'start' | 'float' | 'closed' | 'done' | 'find' | 'refunding'
  | Ui['view'];

// A till sells without these.
const can_sell_without: ReadonlySet<string> = new Set(['setup.no_printer']);

export function screen_of(core: CoreState, parts: Parts, ui: Ui): Screen {
  if (!parts.status) return core === 'unpaired' ? 'setup' : 'connecting';
  if (ui.view === 'settings') return 'settings';
  if (parts.setup?.missing.some((code) => !can_sell_without.has(code))) return 'setup';
  return who_stands_here(parts, ui) ?? what_goes_on(parts, ui) ?? ui.view;
}

function who_stands_here({ shift }: Parts, ui: Ui): Screen | null {
  if (!shift?.hasStaff) return null;
  if (shift.shiftId.length === 0 && shift.closedMs > ui.slip_seen_ms) return 'closed';
  if (shift.staffId.length === 0) return 'start';
  return shift.shiftId.length === 0 ? 'float' : null;
}

function what_goes_on({ sale, candidates, refund }: Parts, ui: Ui): Screen | null {
  if (refund && refund.stage !== '') return 'refunding';
  if (ui.view !== 'sale') return null;
  if (sale && is_shown(sale.stage)) return 'done';
  return candidates && candidates.guests.length > 0 ? 'find' : null;
}

function is_shown(stage: SaleStage): boolean {
  return stage === SaleStage.SALE_ASKING || stage === SaleStage.SALE_SOLD || stage === SaleStage.SALE_UNCLEAR;
}

// True where a guest is served, so that a scan is theirs.
export function takes_scans(screen: Screen): boolean {
  return !['connecting', 'setup', 'start', 'float', 'closed'].includes(screen);
}

// True where the field and the tiles stand.
export function has_field(screen: Screen): boolean {
  return screen === 'sale' || screen === 'find';
}
