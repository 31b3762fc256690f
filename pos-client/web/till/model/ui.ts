// What the cashier opened and chose on this page alone; everything else is the core's. A lost page loses only this.
import type { TenderKind } from '@wire/order_pb.js';
import type { SaleShown, TenderOffer } from '@wire/till_view_pb.js';

export type View = 'sale' | 'pay' | 'parked' | 'sales' | 'refund' | 'desk' | 'drawer' | 'shift' | 'notices' | 'settings';

// A question over the page.
export type Question =
  | { readonly kind: 'grams'; readonly dish: number; readonly row: number }   // row 0: a new one
  | { readonly kind: 'choice'; readonly row: number }
  | { readonly kind: 'note'; readonly row: number }
  | { readonly kind: 'fee' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'here'; readonly dish: number }
  | { readonly kind: 'warnings'; then(): void }
  | { readonly kind: 'invoice'; readonly order_id: Uint8Array };

export interface Ui {
  readonly view: View;
  readonly typed: string;             // in the field
  readonly row: number;               // chosen in the basket; 0: none
  readonly category: string;          // "": all
  readonly question: Question | null;
  readonly offer: TenderOffer | null;        // to begin the payment with
  readonly scanned: { readonly kind: TenderKind; readonly reference: string } | null;
  readonly refund_of: SaleShown | null;
  readonly warned: string;            // the warnings that somebody has seen
  readonly slip_seen_ms: bigint;      // of a closed shift
}

export const ui_start: Ui = {
  view: 'sale', typed: '', row: 0, category: '', question: null, offer: null, scanned: null, refund_of: null, warned: '', slip_seen_ms: 0n,
};
