// What stands beside a sale at the demo till: its sales and refunds, staff and shift, the card desk, notices.
import { create } from '@bufbuild/protobuf';
import { TenderKind } from '@wire/order_pb.js';
import { GiveBackSchema, Routed, type ActionAnswerSchema, type TillView } from '@wire/till_page_pb.js';
import {
  CandidatesPartSchema, DeskPartSchema, NoticesPartSchema, RefundPartSchema, SalesPartSchema, SetupPartSchema, ShiftPartSchema, type BasketPart,
  type GuestShown, type SalePart, type SaleShown,
} from '@wire/till_view_pb.js';
import { now_ms } from './demo_menu.js';
import type { Action, DemoTill } from './demo_till.js';

type AnswerInit = Parameters<typeof create<typeof ActionAnswerSchema>>[1];
type Parts = Partial<Pick<TillView, 'setup' | 'notices' | 'sales' | 'refund' | 'shift' | 'desk'>>;

const refund_limit_fen = 1000n;
export const pins: Readonly<Record<string, string>> = { 李慧: '246810', 王敏: '135791' };

export class DemoDesks {
  setup = create(SetupPartSchema);
  notices = create(NoticesPartSchema);
  sales: SaleShown[] = [];
  asked = '';
  refund = create(RefundPartSchema);
  shift = create(ShiftPartSchema, { staff: [
    { staffId: new Uint8Array(16).fill(1), name: '李慧', role: 'cashier' }, { staffId: new Uint8Array(16).fill(2), name: '王敏', role: 'supervisor' },
  ] });
  desk = create(DeskPartSchema);
  private readonly stopped: string[] = [];  // last digits of cards reported lost

  constructor(private readonly till: DemoTill) {}

  parts(): Parts {
    const found = this.sales.filter((sale) => this.asked === '' || sale.pickup === this.asked);
    return { setup: this.setup, notices: this.notices, refund: this.refund, shift: this.shift, desk: this.desk,
      sales: create(SalesPartSchema, { asked: this.asked, sales: found }) };
  }

  // Opens the till as a cashier with a shift.
  with_shift(): this {
    Object.assign(this.shift, { hasStaff: true, staffId: this.shift.staff[0]!.staffId, cashier: '李慧', role: 'cashier', shiftId: new Uint8Array(16).fill(9), shiftName: 'A-12', floatFen: 50_000n, expectedFen: 50_000n, openedMs: BigInt(now_ms) });
    return this;
  }

  on_sold(sale: SalePart, basket: BasketPart): void {
    const cash = sale.tenders.filter((one) => one.kind === TenderKind.CASH).reduce((sum, one) => sum + one.amountFen, 0n);
    this.shift.expectedFen += cash;
    this.shift.cashSalesFen += cash;
    this.shift.cashSales += 1;
    this.shift.orders += 1;
    this.sales.unshift(create(SalesPartSchema, { sales: [{
      orderId: sale.orderId, pickup: `A0${sale.pickup!.count}`, soldMs: BigInt(now_ms), toPayFen: sale.toPayFen, listFen: basket.listFen, rows: basket.rows, tenders: sale.tenders,
      guest: basket.guest?.name ?? '', lastFour: basket.guest?.lastFour ?? '', state: 'sale.sold', committed: sale.committed, mode: basket.mode, cashier: this.shift.cashier,
    }] }).sales[0]!);
  }

  decide(action: Action): AnswerInit | null {
    switch (action.case) {
      case 'listSales': this.asked = action.value.text; return {};
      case 'giveBack': return this.give_back(action.value);
      case 'endRefund': this.refund = create(RefundPartSchema); return {};
      case 'dismissNotices': this.notices.notices = this.notices.notices.filter((one) => !action.value.numbers.includes(one.number)); this.till.status.notices = this.notices.notices.length; return {};
      case 'logIn': return this.log_in(action.value.staffId, action.value.pin);
      case 'logOut': this.shift.staffId = new Uint8Array(); this.shift.cashier = ''; return {};
      case 'openShift': return this.open(action.value.counted);
      case 'closeShift': return this.close(action.value.counted);
      case 'openDesk': return this.open_desk(action.value.memberId.length > 0 ? this.till.member(action.value.memberId).guest : this.till.basket.part.guest);
      case 'findAtDesk': return this.find(action.value.text);
      case 'closeDesk': this.desk = create(DeskPartSchema); return {};
      case 'topUp': this.desk.guest!.balanceFen += action.value.fen; Object.assign(this.desk, { done: 'desk.topped_up', doneFen: action.value.fen }); return {};
      case 'cardLost': this.desk.cards[0]!.lost = true; this.stopped.push(action.value.lastFour); return {};
      case 'moveDrawer': this.shift.moves.push({ ...create(ShiftPartSchema, { moves: [{ ...action.value, person: '李慧', atMs: BigInt(now_ms) }] }).moves[0]! }); return {};
      default: return null;
    }
  }

  private open_desk(guest: GuestShown | undefined): AnswerInit {
    this.desk = create(DeskPartSchema, guest ? { guest, cards: [{ lastFour: guest.cardLastFour }], carers: ['刘国栋', ''] } : {});
    this.till.candidates = create(CandidatesPartSchema);
    return { routed: Routed.GUEST };
  }

  private find(text: string): AnswerInit {
    const holder = this.till.members.find((one) => one.card === text)?.guest;
    if (this.stopped.includes(text.slice(-4))) return { refused: { name: 'card_stopped' } };
    if (!this.desk.guest) return holder ? this.open_desk(holder) : { refused: { name: 'card_not_known' } };
    if (!holder) return { routed: Routed.UNKNOWN };
    return { refused: holder === this.desk.guest ? { name: 'card_is_theirs' } : { name: 'card_of_other', params: [{ name: 'name', value: holder.name }] } };
  }

  private give_back(value: Extract<Action, { case: 'giveBack' }>['value']): AnswerInit {
    const sale = this.sales.find((one) => Buffer.compare(one.orderId, value.orderId) === 0)!;
    const lines = value.lines.length > 0 ? value.lines : sale.rows.map((row) => ({ lineId: row.row, amount: row.quantity }));
    const sum = lines.reduce((all, { lineId, amount }) => all + sale.rows.find((row) => row.row === lineId)!.unitPriceFen * BigInt(amount), 0n);
    if (sum > refund_limit_fen && value.secondPin === '') return { refused: { name: 'second_person_needed' } };
    if (value.secondPin !== '' && value.secondPin !== pins['王敏']) return { refused: { name: 'pin_wrong' } };
    this.refund = create(RefundPartSchema, { orderId: sale.orderId, stage: 'done', pickup: sale.pickup, back: [{ kind: sale.tenders[0]!.kind, amountFen: sum }] });
    sale.refundedFen += sum;
    sale.refunded.push(...create(GiveBackSchema, { lines }).lines);
    return {};
  }

  private log_in(staff_id: Uint8Array, pin: string): AnswerInit {
    const person = this.shift.staff.find((one) => one.staffId[0] === staff_id[0])!;
    if (pins[person.name] !== pin) return { refused: { name: 'pin_wrong' } };
    Object.assign(this.shift, { staffId: staff_id, cashier: person.name, role: person.role });
    return {};
  }

  private open(counted: readonly { fen: number; count: number }[]): AnswerInit {
    const sum = counted.reduce((all, { fen, count }) => all + BigInt(fen * count), 0n);
    Object.assign(this.shift, { shiftId: new Uint8Array(16).fill(9), shiftName: 'A-12', floatFen: sum, expectedFen: sum, openedMs: BigInt(now_ms), closedMs: 0n });
    return {};
  }

  private close(counted: readonly { fen: number; count: number }[]): AnswerInit {
    const sum = counted.reduce((all, { fen, count }) => all + BigInt(fen * count), 0n);
    Object.assign(this.shift, { shiftId: new Uint8Array(), countedFen: sum, closedMs: BigInt(now_ms), staffId: new Uint8Array(), cashier: '' });
    return {};
  }
}
