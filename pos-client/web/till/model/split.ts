// A sum paid in one or several ways: what each bears, what is still short, what goes to the core. Pure; fen in bigint.
import { TenderKind } from '@wire/order_pb.js';
import type { BasketPart, TenderOffer } from '@wire/till_view_pb.js';
import { cash_rounding, parse_yuan, sum_fen } from '../../../../canteen/web/shared/money.js';

export const reference_length = 64;
const by_hand: ReadonlySet<number> = new Set([TenderKind.WECHAT, TenderKind.ALIPAY, 9, 10]);  // UnionPay and e-CNY too

export interface Settled {
  readonly offer: TenderOffer;
  readonly fen: bigint;
  readonly reference: string;
}

export interface Split {
  readonly settled: readonly Settled[];
  readonly offer: TenderOffer;     // being typed
  readonly typed: string;          // yuan: given in cash, else borne by the tender; "": all that is due
  readonly reference: string;
}

// Recorded by hand after the guest's phone or the other machine said that it is paid.
export function is_by_hand(kind: number): boolean {
  return by_hand.has(kind);
}

export function begin(offer: TenderOffer, reference = ''): Split {
  return { settled: [], offer, typed: '', reference };
}

export function left_to_pay(split: Split, to_pay: bigint): bigint {
  return to_pay - sum_fen(split.settled.map((one) => one.fen));
}

// Returns what the tender being typed should bear: in cash rounded down, else no more than it can.
export function due(split: Split, to_pay: bigint): bigint {
  const left = left_to_pay(split, to_pay);
  if (split.offer.kind === TenderKind.CASH) return left - cash_rounding(left);
  return split.offer.mostFen < left ? split.offer.mostFen : left;
}

// Returns what was typed, or all that is due; null if what was typed is no amount.
export function amount(split: Split, to_pay: bigint): bigint | null {
  return split.typed === '' ? due(split, to_pay) : parse_yuan(split.typed);
}

// Returns what would still be short if it were paid now; 0 when it can be.
export function short_by(split: Split, to_pay: bigint): bigint {
  const given = amount(split, to_pay) ?? 0n;
  const wanted = split.offer.kind === TenderKind.CASH ? due(split, to_pay) : left_to_pay(split, to_pay);
  return given < wanted ? wanted - given : 0n;
}

// True if more was typed than this tender may bear; in cash it is change.
export function is_over(split: Split, to_pay: bigint): boolean {
  return split.offer.kind !== TenderKind.CASH && (amount(split, to_pay) ?? 0n) > due(split, to_pay);
}

export function change(split: Split, to_pay: bigint): bigint {
  const over = (amount(split, to_pay) ?? 0n) - due(split, to_pay);
  return split.offer.kind === TenderKind.CASH && over > 0n ? over : 0n;
}

// Goes on to another way: what was typed, or all that this one can bear, is settled; one that would bear the whole sum,
// and cash, are changed for the other.
export function add(split: Split, to_pay: bigint, next: TenderOffer): Split {
  const fen = amount(split, to_pay) ?? 0n;
  const bears_all = split.typed === '' && due(split, to_pay) === left_to_pay(split, to_pay);
  if (fen === 0n || bears_all || split.offer.kind === TenderKind.CASH) return { ...split, offer: next, typed: '', reference: '' };
  const one: Settled = { offer: split.offer, fen: fen > due(split, to_pay) ? due(split, to_pay) : fen, reference: split.reference };
  return { settled: [...split.settled, one], offer: next, typed: '', reference: '' };
}

export function remove(split: Split, settled: Settled): Split {
  return { ...split, settled: split.settled.filter((one) => one !== settled) };
}

// Returns what the core is asked to take, of the basket as it is shown.
export function payment(split: Split, basket: BasketPart) {
  const is_cash = split.offer.kind === TenderKind.CASH;
  const fen = amount(split, basket.toPayFen) ?? 0n;
  const rest = is_cash || split.settled.length === 0 ? {} : { fen };
  const last = { kind: split.offer.kind, code: split.offer.code, reference: split.reference, ...rest };
  return {
    basketId: basket.basketId,
    revision: basket.revision,
    parts: [...split.settled.map(({ offer, fen, reference }) => ({ kind: offer.kind, code: offer.code, fen, reference })), last],
    givenFen: is_cash && split.typed !== '' ? fen : 0n,
  };
}

// Returns the notes that people give for a sum: those that reach it.
export function quick_notes(sum: bigint): bigint[] {
  return notes.filter((note) => note > sum).slice(0, most_quick_notes);
}

const notes = [500n, 1000n, 2000n, 5000n, 10_000n, 20_000n];
const most_quick_notes = 4;
