// Runs the cashier's side of a till: what a key asks the core for, which words answer it, what is opened on the page.
// Draws nothing; calls `redraw` when something changed.
import type { ActionAnswer } from '@wire/till_page_pb.js';
import { SaleStage, type BasketPart, type TenderOffer } from '@wire/till_view_pb.js';
import { hex } from '../../../../canteen/web/shared/hex.js';
import type { Machine } from '../../../../canteen/web/shared/socket.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { CoreLink, type Action, type ActionInit, type CoreListener } from '../../shared/core_link.js';
import type { Parts } from '../../shared/picture.js';
import { refusal_words } from './core_words.js';
import { on_routed } from './routing.js';
import { screen_of, type Screen } from './screen.js';
import { is_by_hand, payment, begin, type Split } from './split.js';
import { ui_start, type Ui } from './ui.js';
import { warnings_of } from './warnings.js';

export const deaf_ms = 1000;  // after a sale, so that a double press does not hide the change

const device_gap_ms = 60;

// No refusal but a question: the view asks for a second person's PIN.
export const second_person_needed = 'second_person_needed';

export interface Word {
  readonly text: string;
  readonly bad: boolean;
  readonly hint?: string;
}

export class Till implements CoreListener {
  readonly core: CoreLink;
  ui: Ui = ui_start;
  word: Word | null = null;
  redraw = () => {};
  on_scan: ((text: string) => boolean) | null = null;  // a view that wants what a device types
  private shown_basket: BasketPart | undefined;
  private deaf_until_ms = 0;
  private refund_before = '';
  private stage_before = SaleStage.SALE_STAGE_UNSPECIFIED;
  private readonly waiting = new Map<string, (answer: ActionAnswer) => void>();

  constructor(private readonly machine: Machine, first_guess_ms: number) {
    this.core = new CoreLink(machine, this, false, first_guess_ms);
  }

  get parts(): Parts {
    return this.core.picture.parts;
  }

  get screen(): Screen {
    return screen_of(this.core.state, this.parts, this.ui);
  }

  get is_live(): boolean {
    return this.core.state === 'live';
  }

  now_ms(): number {
    return this.core.clock.now_ms();
  }

  set(change: Partial<Ui>): void {
    this.ui = { ...this.ui, ...change };
    this.redraw();
  }

  say(text: string, bad = false, hint = ''): void {
    this.word = { text, bad, hint };
    this.redraw();
  }

  // Asks the core; `then` hears the answer, also a refusal, whose words are shown already. While the core is away
  // nothing is done.
  act(action: ActionInit, then: (answer: ActionAnswer) => void = () => {}): void {
    const id = this.core.act(action);
    if (id === null) return;
    this.waiting.set(id, then);
    const shows_at_once = this.word !== null || action.case === 'payBasket';
    this.word = null;
    if (shows_at_once) this.redraw();  // else with what the core changes: a slow counter draws once a tap
  }

  // The basket that was just sold, as long as this page remembers it: the core has a new one by then.
  get basket_of_sale(): BasketPart | undefined {
    const sold = hex(this.parts.sale?.basketId ?? new Uint8Array());
    return [this.parts.basket, this.shown_basket].find((basket) => basket && hex(basket.basketId) === sold);
  }

  on_change(): void {
    const basket = this.parts.basket;
    if (basket && (basket.rows.length > 0 || !this.basket_of_sale)) this.shown_basket = basket;
    const stage = this.parts.sale?.stage ?? SaleStage.SALE_STAGE_UNSPECIFIED;
    if (stage !== this.stage_before) this.on_stage(stage);
    const refund = this.parts.refund?.stage ?? '';
    if (refund === 'done' && this.refund_before !== refund) this.be_deaf();
    this.refund_before = refund;
    this.redraw();
  }

  on_answer(action: Action, answer: ActionAnswer, id: string): void {
    if (answer.refused && answer.refused.name !== second_person_needed) this.say(refusal_words(answer.refused), true);
    else if (action.case === 'typeField') on_routed(this, action.value.text, answer);
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }

  // The core was started again before it answered; what it did of it stands in the basket and the sale.
  on_lost(action: Action, id: string): void {
    this.waiting.delete(id);
    this.say(t('pos.started_again'), true, t('pos.started_again_hint'));
    if (action.case === 'payBasket') this.back_to_sale();
  }

  // Sends what stands in the field, or what a device typed anywhere. The field is free again at once.
  type(text: string, burst: boolean): void {
    if (text.trim() === '' || !this.is_live) return;
    this.set({ typed: '', view: this.ui.view === 'desk' ? 'desk' : 'sale', question: null });
    this.act({ case: 'typeField', value: { text: text.trim(), burst } });
  }

  // Takes the whole sum by this way, or opens the page where it is typed. `at_once`: by Enter, also in cash.
  choose_tender(offer: TenderOffer, at_once: boolean): void {
    const basket = this.parts.basket;
    if (!basket) return;
    const is_cash = offer.kind === 1;
    const bears_all = offer.mostFen >= basket.toPayFen - offer.roundingFen;
    const opens = basket.toPayFen > 0n && (is_by_hand(offer.kind) || !bears_all || (is_cash && !at_once));
    this.after_warnings(() => {
      if (opens) this.set({ view: 'pay', offer });
      else this.pay(begin(offer));
    });
  }

  pay(split: Split): void {
    const basket = this.parts.basket;
    if (!basket || this.core.is_waiting('payBasket')) return;
    this.act({ case: 'payBasket', value: payment(split, basket) }, ({ refused }) => {
      if (!refused) this.back_to_sale();
    });
  }

  private back_to_sale(): void {
    this.set({ view: 'sale', row: 0, offer: null, scanned: null, category: '' });
  }

  // Shows what somebody must have seen before the guest pays, once for this basket.
  after_warnings(then: () => void): void {
    const warnings = this.parts.basket && warnings_of(this.parts.basket);
    if (!warnings || warnings.key === this.ui.warned) return then();
    this.be_deaf();
    this.set({ question: { kind: 'warnings', then: () => { this.set({ warned: warnings.key, question: null }); then(); } } });
  }

  // Does it if the field holds nothing but this digit once a device's next one would have come.
  when_alone(digit: string, then: () => void): void {
    this.machine.after(device_gap_ms, () => {
      if (this.ui.typed !== digit) return;
      this.set({ typed: '' });
      then();
    });
  }

  // `by_key`: right after a sale Enter is deaf.
  next_guest(by_key: boolean): void {
    if (by_key && this.is_deaf) return;
    this.set({ view: 'sale', row: 0 });
    this.act({ case: 'nextGuest', value: {} });
  }

  // Who types on begins the next sale; what is typed until the field stands there is kept for it.
  type_ahead(character: string): void {
    if (this.ui.typed === '') this.next_guest(false);
    this.set({ typed: this.ui.typed + character });
  }

  get is_deaf(): boolean {
    return this.machine.now_ms() < this.deaf_until_ms;
  }

  be_deaf(): void {
    this.deaf_until_ms = this.machine.now_ms() + deaf_ms;
    this.machine.after(deaf_ms, () => this.redraw());
  }

  private on_stage(stage: SaleStage): void {
    this.stage_before = stage;
    if (stage === SaleStage.SALE_SOLD) this.be_deaf();
    if (stage === SaleStage.SALE_REFUSED && this.parts.sale?.refused) {
      this.say(t('pos.not_sold', { why: refusal_words(this.parts.sale.refused) }), true);
    }
  }
}
