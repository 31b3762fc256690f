// Questions of one or two fields: a line's note, the delivery's fee, a dish that is here after all, an invoice.
import { useState } from 'preact/hooks';
import { ServiceMode } from '@wire/common_pb.js';
import { format_fen, parse_yuan } from '../../../../canteen/web/shared/money.js';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import { Served } from '@wire/menu_pb.js';
import { menu_shown } from '../model/tiles.js';
import type { Till } from '../model/till.js';
import { change_row } from './basket.js';
import { Dialog } from './dialog.js';
import { Keypad, Note } from './pieces.js';

const note_length = 100;
const title_length = 100;
const tax_number_length = 20;
const most_portion_digits = 3;

export function NoteDialog({ till, row: number }: { till: Till; row: number }) {
  const row = till.parts.basket?.rows.find((one) => one.row === number);
  const [note, type] = useState(row?.note ?? '');
  if (!row) return null;
  const press = () => { change_row(till, row, { note: note.trim() }); till.set({ question: null }); };
  return (
    <Dialog till={till} name="note" title={t('pos.note_of', { dish: dish_name(row) })} yes={t('pos.save')} press={press}>
      <label class="field"><span>{t('pos.basket.note')}</span><input name="note" autofocus value={note} maxLength={note_length} onInput={(event) => type(event.currentTarget.value)} /></label>
    </Dialog>
  );
}

export function FeeDialog({ till }: { till: Till }) {
  const [typed, type] = useState('');
  const fee = typed === '' ? 0n : parse_yuan(typed);
  const press = () => {
    till.act({ case: 'setMode', value: { mode: ServiceMode.DELIVERY, deliveryFeeFen: fee ?? 0n } });
    till.set({ question: null });
  };
  return (
    <Dialog till={till} name="fee" title={t('pos.fee.title')} yes={t('pos.fee.take', { sum: format_fen(fee ?? 0n) })} off={fee === null} press={press}>
      <output class="amount num">{format_fen(fee ?? 0n)}</output>
      <Keypad typed={typed} type={type} />
    </Dialog>
  );
}

// A dish of the line that was counted out; what is cooked to order comes back from the kitchen alone.
export function HereDialog({ till, dish }: { till: Till; dish: number }) {
  const [typed, type] = useState('');
  const known = menu_shown(till.parts)?.dishes.find((one) => one.dish?.id === dish)?.dish;
  const from_line = known?.served === Served.FROM_LINE && known.slots.length === 0;
  const amount = Number(typed);
  const press = () => { till.act({ case: 'foundPortions', value: { dish, amount } }); till.set({ question: null }); };
  return (
    <Dialog till={till} name="here" title={t('pos.here.title', { dish: dish_name(known) })} yes={t('pos.here.take', { n: amount })} off={!from_line || amount === 0} press={press}>
      {from_line ? (
        <>
          <p>{known.priceGrams > 0 ? t('pos.here.hint_grams') : t('pos.here.hint')}</p>
          <output class="amount num">{typed === '' ? '0' : typed}</output>
          <Keypad typed={typed} point={false} most={known.priceGrams > 0 ? most_portion_digits + 2 : most_portion_digits} type={type} />
        </>
      ) : <Note icon="ban">{t('pos.here.kitchen')}</Note>}
    </Dialog>
  );
}

export function InvoiceDialog({ till, order_id }: { till: Till; order_id: Uint8Array }) {
  const [title, set_title] = useState('');
  const [tax_number, set_tax_number] = useState('');
  const press = () => {
    till.act({ case: 'askInvoice', value: { orderId: order_id, title: title.trim(), taxNumber: tax_number.trim() } }, ({ refused }) => { if (!refused) till.say(t('pos.invoice.asked')); });
    till.set({ question: null });
  };
  return (
    <Dialog till={till} name="invoice" title={t('pos.invoice.title')} yes={t('pos.invoice.ask')} off={title.trim() === ''} press={press}>
      <label class="field"><span>{t('pos.invoice.name')}</span><input name="title" autofocus value={title} maxLength={title_length} autocomplete="off" onInput={(event) => set_title(event.currentTarget.value)} /></label>
      <label class="field"><span>{t('pos.invoice.tax_number')}</span><input name="tax-number" value={tax_number} maxLength={tax_number_length} autocomplete="off" onInput={(event) => set_tax_number(event.currentTarget.value)} /></label>
    </Dialog>
  );
}

export function ClearDialog({ till }: { till: Till }) {
  const press = () => { till.act({ case: 'clearBasket', value: {} }); till.set({ question: null, row: 0 }); };
  return <Dialog till={till} name="clear" title={t('pos.clear.title')} yes={t('pos.clear.take')} press={press}><p>{t('pos.clear.hint')}</p></Dialog>;
}
