// What a till's core knows and decides, as simply as its page needs it; tests change it as the day would.
import { create } from '@bufbuild/protobuf';
import { TenderKind } from '@wire/order_pb.js';
import { ActionAnswerSchema, Routed, TillViewSchema, type ActionAnswer, type PageFrame, type TillView } from '@wire/till_page_pb.js';
import {
  CandidatesPartSchema, LineState, MenuPartSchema, PaperState, ParkedPartSchema, PortionsPartSchema, PrinterState, SalePartSchema, SaleStage,
  StatusPartSchema, type SalePart,
} from '@wire/till_view_pb.js';
import { uuid_v7 } from '../../../canteen/web/shared/uuid.js';
import { DemoBasket, demo_members } from './demo_basket.js';
import { demo_menus, lunch, now_ms, rows, sold_out_ms } from './demo_menu.js';
import { DemoDesks } from './demo_desks.js';

type Parts = Partial<Pick<TillView, 'status' | 'menus' | 'portions' | 'basket' | 'candidates' | 'sale' | 'parked'>>;
type AnswerInit = Parameters<typeof create<typeof ActionAnswerSchema>>[1];
export type Action = PageFrame['action'];

export class DemoTill {
  readonly menus = demo_menus();
  readonly members = demo_members();
  readonly desks = new DemoDesks(this);
  status = create(StatusPartSchema, {
    site: '青禾社区食堂', till: '1 号收银台', letters: 'A', nowMs: BigInt(now_ms), pace: 1, line: LineState.LINE_LIVE, printer: PrinterState.PRINTER_OK, kitchenListens: true,
  });
  portions = create(PortionsPartSchema, { portions: rows.map(([dish, , , , , , , left]) => ({
    meal: lunch, dish, left: BigInt(left), soldOut: left === 0, soldOutSinceMs: left === 0 ? BigInt(sold_out_ms) : 0n,
  })) });
  basket = this.new_basket();
  candidates = create(CandidatesPartSchema);
  parked: { basket: DemoBasket; at_ms: number }[] = [];
  sale: SalePart = create(SalePartSchema);
  thinks = false;                       // the server is asked and has not answered yet
  refuse_sale = '';
  refuse_params: { name: string; value: string }[] = [];
  display_in_english = false;
  paper = PaperState.PAPER_PRINTED;
  readonly done: Action[] = [];         // each action once, in order
  private count = 35;

  new_basket(): DemoBasket {
    return new DemoBasket(this.menus[0]!.dishes);
  }

  parts(): TillView {
    const parked = create(ParkedPartSchema, { baskets: this.parked.map(({ basket: { part }, at_ms }) => ({
      basketId: part.basketId, guest: part.guest?.name ?? '', portions: part.rows.reduce((sum, row) => sum + row.quantity, 0),
      dishes: part.rows.slice(0, 2).map((row) => row.name).join('、'), parkedMs: BigInt(at_ms),
    })) });
    const own: Parts = { status: this.status, menus: create(MenuPartSchema, { meals: this.menus }), portions: this.portions, basket: this.basket.part,
      candidates: this.candidates, sale: this.sale, parked };
    return create(TillViewSchema, { ...own, ...this.desks.parts() });
  }

  // Decides one action; what it changed is in the parts.
  act(action: Action): ActionAnswer {
    this.done.push(action);
    const answer = this.decide(action) ?? this.desks.decide(action) ?? {};
    this.basket.reprice(this.status.line === LineState.LINE_OFFLINE);
    return create(ActionAnswerSchema, answer);
  }

  private decide(action: Action): AnswerInit | null {
    if (this.changes_sale(action) && this.sale.stage === SaleStage.SALE_SOLD) this.sale = create(SalePartSchema);
    switch (action.case) {
      case 'typeField': return this.route(action.value.text);
      case 'addDish': return { row: this.basket.add(action.value.dish, action.value.quantity, action.value.grams) };
      case 'changeRow': return this.change(action.value);
      case 'removeRow': this.basket.part.rows = this.basket.part.rows.filter((row) => row.row !== action.value.row); return {};
      case 'setMode': Object.assign(this.basket.part, { mode: action.value.mode, feeFen: action.value.deliveryFeeFen }); return {};
      case 'chooseGuest': return this.choose(action.value.memberId);
      case 'dropGuest': delete this.basket.part.guest; this.candidates = create(CandidatesPartSchema); return {};
      case 'findGuests': this.candidates = create(CandidatesPartSchema); return {};
      case 'parkBasket': this.parked.push({ basket: this.basket, at_ms: now_ms }); this.basket = this.new_basket(); return {};
      case 'resumeBasket': return this.resume(action.value.basketId);
      case 'clearBasket': this.basket = this.new_basket(); return {};
      case 'agreePrice': this.basket.part.priceChanged = false; return {};
      case 'payBasket': return this.pay(action.value);
      case 'nextGuest': this.sale = create(SalePartSchema); return {};
      case 'foundPortions': return this.found(action.value.dish, action.value.amount);
      case 'reprint': this.sale.paper = PaperState.PAPER_PRINTED; return {};
      default: return null;
    }
  }

  private changes_sale({ case: kind }: Action): boolean {
    return kind === 'typeField' || kind === 'addDish' || kind === 'chooseGuest' || kind === 'resumeBasket';
  }

  private route(text: string): AnswerInit {
    if (/^\d{17}[\dX]$/.test(text) && !/^1[0-5]/.test(text)) return { routed: Routed.ID_NUMBER };
    if (/^1[0-5]\d{16}$/.test(text)) return { routed: Routed.PAYMENT_CODE, payment: TenderKind.WECHAT };
    const by_card = this.members.find((one) => one.card === text);
    if (by_card) { this.choose(by_card.guest.memberId); return { routed: Routed.GUEST }; }
    const tile = this.menus[0]!.dishes.find((one) => Number(text) === one.dish!.id || one.initials === text);
    if (tile?.dish!.priceGrams) return { routed: Routed.WEIGHT, dish: tile.dish!.id };
    if (tile) return { routed: Routed.DISH, dish: tile.dish!.id, row: this.basket.add(tile.dish!.id, 1, 0) };
    const named = this.members.filter((one) => one.guest.name === text);
    if (named.length === 0) return { routed: Routed.UNKNOWN };
    this.candidates = create(CandidatesPartSchema, { asked: text, guests: named.map(({ guest, last_visit_ms }) => ({
      memberId: guest.memberId, name: guest.name, cardLastFour: guest.cardLastFour, lastVisitMs: BigInt(last_visit_ms),
      lastVisitDoubtful: last_visit_ms > 0 && this.status.line === LineState.LINE_OFFLINE })) });
    return { routed: Routed.CANDIDATES };
  }

  private choose(member_id: Uint8Array): AnswerInit {
    this.basket.part.guest = this.member(member_id).guest;
    this.candidates = create(CandidatesPartSchema);
    return {};
  }

  member(member_id: Uint8Array) {
    return this.members.find((one) => one.guest.memberId[0] === member_id[0])!;
  }

  private change(value: Extract<Action, { case: 'changeRow' }>['value']): AnswerInit {
    const row = this.basket.part.rows.find((one) => one.row === value.row)!;
    const chosen = row.chosen.map((one, i) => ({ ...one, dish: value.chosen[i] ?? one.dish, ...this.basket.names(value.chosen[i] ?? one.dish) }));
    Object.assign(row, { quantity: value.quantity, grams: value.grams, note: value.note, dietFlags: value.dietFlags, chosen });
    return { row: row.row };
  }

  private resume(basket_id: Uint8Array): AnswerInit {
    const at = this.parked.findIndex(({ basket }) => Buffer.compare(basket.part.basketId, basket_id) === 0);
    this.basket = this.parked.splice(at, 1)[0]!.basket;
    return {};
  }

  private found(dish: number, amount: number): AnswerInit {
    const left = this.portions.portions.find((one) => one.dish === dish)!;
    Object.assign(left, { left: BigInt(amount), soldOut: false });
    return {};
  }

  private pay(value: Extract<Action, { case: 'payBasket' }>['value']): AnswerInit {
    const { part } = this.basket;
    if (value.revision !== part.revision) return { refused: { name: 'price_changed' } };
    let left = part.toPayFen;
    const parts = value.parts.length > 0 ? value.parts : [{ kind: TenderKind.CASH, fen: undefined, reference: '' }];
    const tenders = parts.map(({ kind, fen, reference }) => {
      const amountFen = fen ?? (kind === TenderKind.CASH ? left - left % 10n : left);
      left -= amountFen;
      return { kind, amountFen, reference };
    });
    const cash = tenders.filter((one) => one.kind === TenderKind.CASH).reduce((sum, one) => sum + one.amountFen, 0n);
    const given = cash > 0n ? value.givenFen || cash : 0n;
    const stored = tenders.filter((one) => one.kind === TenderKind.STORED_VALUE).reduce((sum, one) => sum + one.amountFen, 0n);
    this.sale = create(SalePartSchema, {
      basketId: part.basketId, stage: SaleStage.SALE_ASKING, orderId: uuid_v7(now_ms), toPayFen: part.toPayFen, tenders, givenFen: given, changeFen: given - cash,
      balanceAfterFen: (part.guest?.balanceFen ?? 0n) - stored, hasBalance: part.guest !== undefined, pickup: { letters: 'A', count: this.count + 1 },
    });
    if (!this.thinks) this.answer();
    return {};
  }

  // The server's answer to the sale that is asked for.
  answer(): void {
    if (this.refuse_sale !== '') {
      this.sale = create(SalePartSchema, { basketId: this.sale.basketId, stage: SaleStage.SALE_REFUSED, refused: { name: this.refuse_sale, params: this.refuse_params } });
      return;
    }
    const committed = this.status.line === LineState.LINE_LIVE;
    Object.assign(this.sale, { stage: SaleStage.SALE_SOLD, committed, paper: this.paper, paperTrouble: this.paper === PaperState.PAPER_FAILED ? 'printer.paper' : '' });
    this.count += 1;
    if (!committed) this.status.queued += 1;
    this.desks.on_sold(this.sale, this.basket.part);
    this.basket = this.new_basket();
  }
}

