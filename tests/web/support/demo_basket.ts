// A basket of the demo till, priced as simply as a page needs: a member's set meal is subsidised once.
import { create } from '@bufbuild/protobuf';
import { ServiceMode } from '@wire/common_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { BasketPartSchema, GuestShownSchema, type BasketPart, type BasketRow, type GuestShown, type MenuTile } from '@wire/till_view_pb.js';
import { cash_rounding } from '../../../canteen/web/shared/money.js';
import { uuid_v7 } from '../../../canteen/web/shared/uuid.js';
import { lunch, now_ms } from './demo_menu.js';

export interface DemoMember {
  readonly card: string;
  readonly guest: GuestShown;
  last_visit_ms: number;
}

type GuestInit = Parameters<typeof create<typeof GuestShownSchema>>[1];

function member(id: number, card: string, init: GuestInit, last_visit_ms = 0): DemoMember {
  const memberId = new Uint8Array(16).fill(id);
  return { card, last_visit_ms, guest: create(GuestShownSchema, { memberId, cardLastFour: card.slice(-4), lastFour: card.slice(-4), number: `M${1000 + id}`, ...init }) };
}

const lunch_right = (left: number) => [{ scheme: 'demo-2026', left }];
export const demo_members = (): DemoMember[] => [
  member(1, '880000001234', { name: '陈淑芬', balanceFen: 8640n, principalFen: 8640n, rights: lunch_right(1) }, now_ms - 86_400_000),
  member(2, '880000008807', { name: '陈淑芬', balanceFen: 1500n, principalFen: 1500n, rights: lunch_right(1) }),
  member(3, '880000005520', { name: '刘国栋', balanceFen: 2000n, principalFen: 2000n, rights: lunch_right(0), allergens: [5], dietFlags: 1, notes: [] }),
];

export class DemoBasket {
  part: BasketPart = create(BasketPartSchema, { basketId: uuid_v7(now_ms), mode: ServiceMode.DINE_IN, meal: lunch });
  private rows_added = 0;

  constructor(private readonly tiles: readonly MenuTile[]) {
    this.reprice(false);
  }

  add(dish: number, quantity: number, grams: number): number {
    const { dish: known } = this.tiles.find((one) => one.dish?.id === dish)!;
    const same = this.part.rows.find((row) => row.dish === dish && row.grams === 0 && grams === 0 && row.dietFlags === 0 && row.note === '');
    if (same) same.quantity += quantity;
    const chosen = known!.slots.flatMap((slot, i) => slot.dishes.slice(0, slot.count).map((id) => ({ slot: i, dish: id, ...this.names(id) })));
    const row = same?.row ?? ++this.rows_added;
    if (!same) this.part.rows.push(this.row({ row, dish, quantity, grams, unitPriceFen: known!.priceFen, priceGrams: known!.priceGrams, chosen, ...this.names(dish) }));
    return row;
  }

  private row(init: object): BasketRow {
    return create(BasketPartSchema, { rows: [init] }).rows[0]!;
  }

  names(dish: number): { name: string; nameEn: string } {
    const known = this.tiles.find((one) => one.dish?.id === dish)!.dish!;
    return { name: known.name, nameEn: known.nameEn };
  }

  reprice(offline: boolean): void {
    const { part } = this;
    part.rows = part.rows.filter((row) => row.quantity > 0);
    for (const row of part.rows) {
      row.amountFen = row.grams > 0 ? row.unitPriceFen * BigInt(row.grams) / BigInt(row.priceGrams) : row.unitPriceFen * BigInt(row.quantity);
      const allergens = this.tiles.find((one) => one.dish?.id === row.dish)?.dish?.allergens ?? [];
      row.allergensMet = allergens.filter((one) => part.guest?.allergens.includes(one));
    }
    part.listFen = part.rows.reduce((sum, row) => sum + row.amountFen, 0n);
    const given = part.guest?.rights[0]?.left && part.rows.some((row) => row.dish <= 2);
    const next = create(BasketPartSchema, { reductions: given ? [{ scheme: 'demo-2026', payer: 'district', fen: 400n }, { scheme: 'demo-2026', payer: 'street', fen: 200n }] : [] });
    part.reductions = next.reductions;
    part.toPayFen = part.listFen + part.feeFen - (given ? 600n : 0n);
    part.provisional = offline;
    part.flagsMissed = part.rows.length > 0 && part.guest ? part.guest.dietFlags & ~part.rows.reduce((bits, row) => bits | row.dietFlags, 0) : 0;
    part.tenders = this.tenders();
    part.revision += 1;
  }

  private tenders() {
    const { guest, toPayFen, rows } = this.part;
    if (rows.length === 0) return [];
    const balance = guest?.balanceFen ?? 0n;
    const stored = { kind: TenderKind.STORED_VALUE, mostFen: balance, leftAfterFen: balance > toPayFen ? balance - toPayFen : 0n };
    const plain = [{ kind: TenderKind.CASH, mostFen: toPayFen, roundingFen: cash_rounding(toPayFen) },
      { kind: TenderKind.WECHAT, mostFen: toPayFen }, { kind: TenderKind.ALIPAY, mostFen: toPayFen }];
    return create(BasketPartSchema, { tenders: balance > 0n ? [stored, ...plain] : plain }).tenders;
  }
}
