// What stands beside a sale: held baskets, refunds, the card desk, the drawer, the end of the shift.
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import type { View } from '../model/ui.js';
import { Key } from './pieces.js';

export type Deed = (till: Till) => void;

export const hold: Deed = (till) => { if (till.parts.basket?.rows.length) till.act({ case: 'parkBasket', value: {} }); };
export const reprint_last: Deed = (till) => till.act({ case: 'reprint', value: {} }, ({ refused }) => { if (!refused) till.say(t('pos.reprinted')); });

function open(view: View): Deed {
  return (till) => {
    till.set({ view, row: 0 });
    if (view === 'sales') till.act({ case: 'listSales', value: { text: '' } });
    if (view === 'desk') till.act({ case: 'openDesk', value: {} });
  };
}

const plain: Readonly<Record<string, Deed>> = { F10: open('parked'), F11: open('sales') };
const with_control: Readonly<Record<string, Deed>> = { t: open('desk'), d: open('drawer'), q: open('shift') };

export function listed(key: string, control: boolean): Deed | undefined {
  return control ? with_control[key] : plain[key];
}

export function Funcs({ till }: { till: Till }) {
  const { basket, parked, shift } = till.parts;
  const held = parked?.baskets.length ?? 0;
  return (
    <div class="funcs" role="group" aria-label={t('pos.funcs.title')}>
      <Key name="hold" kbd="F9" off={!basket?.rows.length} press={() => hold(till)}>{t('pos.funcs.hold')}</Key>
      <Key name="parked" kbd="F10" off={held === 0} press={() => open('parked')(till)}>{t('pos.funcs.held', { n: held })}</Key>
      <Key name="sales" kbd="F11" press={() => open('sales')(till)}>{t('pos.funcs.refund')}</Key>
      <Key name="reprint" kbd="^P" press={() => reprint_last(till)}>{t('pos.funcs.reprint')}</Key>
      <Key name="desk" kbd="^T" press={() => open('desk')(till)}>{t('pos.funcs.desk')}</Key>
      <Key name="drawer" kbd="^D" press={() => open('drawer')(till)}>{t('pos.funcs.drawer')}</Key>
      {shift?.hasStaff && <Key name="shift" kbd="^Q" press={() => open('shift')(till)}>{t('pos.funcs.shift')}</Key>}
    </div>
  );
}
