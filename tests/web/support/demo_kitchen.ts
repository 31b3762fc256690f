// A lunch as a Chengdu canteen has it: menus, what is left, and tickets by their state. Every name is made up.
import { create } from '@bufbuild/protobuf';
import { MealSchema, MealSlot, Origin, PickupNumberSchema, ServiceMode, type Meal } from '@wire/common_pb.js';
import { TicketLineSchema, TicketSchema, TicketState, type Ticket } from '@wire/kitchen_pb.js';
import { DishSchema, MenuSchema, PortionsLeftSchema, Served, type Menu, type PortionsLeft } from '@wire/menu_pb.js';
import { dish_key } from '../../../canteen/web/shared/dish_key.js';
import { hex } from '../../../canteen/web/shared/hex.js';
import { business_date, minute_ms } from '../../../canteen/web/shared/time.js';

export const lunch_time_ms = Date.parse('2026-04-14T11:48:00+08:00');
const date = business_date(lunch_time_ms);
const lunch = create(MealSchema, { date, slot: MealSlot.LUNCH });

type Row = readonly [id: number, name: string, name_en: string, served: Served, planned: number, left: number, grams?: number];
const to_order = Served.TO_ORDER;
const from_line = Served.FROM_LINE;
const rows: readonly Row[] = [
  [1, '回锅肉', 'Twice-cooked pork', to_order, 60, 18], [2, '鱼香肉丝', 'Yuxiang pork', to_order, 40, 11],
  [3, '宫保鸡丁', 'Kung pao chicken', to_order, 40, 12], [4, '豆瓣鲫鱼', 'Carp in bean sauce', to_order, 12, 3],
  [5, '干煸四季豆', 'Dry-fried green beans', to_order, 30, 9], [6, '番茄炒蛋', 'Tomato and egg', to_order, 50, 16],
  [7, '担担面', 'Dandan noodles', to_order, 40, 22], [11, '麻婆豆腐', 'Mapo tofu', from_line, 60, 16],
  [12, '萝卜烧牛腩', 'Beef brisket with radish', from_line, 36, 5], [13, '粉蒸排骨', 'Steamed ribs in rice flour', from_line, 24, 4],
  [14, '蒜蓉油麦菜', 'Garlic greens', from_line, 60, 31], [15, '炝炒莲白', 'Stir-fried cabbage', from_line, 60, 27],
  [16, '红烧狮子头', 'Braised meatballs', from_line, 30, 0], [17, '紫菜蛋花汤', 'Seaweed and egg soup', from_line, 120, 66],
  [18, '米饭', 'Rice', from_line, 260, 141], [19, '凉拌三丝', 'Three shreds salad', from_line, 30000, 12400, 100],
];

export class DemoKitchen {
  readonly tickets = new Map<string, Ticket>();
  readonly portions = new Map<string, PortionsLeft>();
  readonly menus: Menu[] = [];
  private count = 0;
  private readonly started = Date.now();

  // The canteen's clock starts at `begin_ms`.
  constructor(readonly begin_ms: number = lunch_time_ms) {
    this.menus.push(menu(MealSlot.BREAKFAST, 390, 540), menu(MealSlot.LUNCH, 630, 810), menu(MealSlot.DINNER, 1020, 1170));
    for (const [dish, , , , planned, left] of rows) {
      const soldOut = left === 0;
      const soldOutSinceMs = soldOut ? BigInt(begin_ms - 9 * minute_ms) : 0n;
      this.portions.set(dish_key(lunch, dish), create(PortionsLeftSchema, { meal: lunch, dish, left: BigInt(left), planned: BigInt(planned), soldOut, soldOutSinceMs }));
    }
  }

  now_ms(): number {
    return this.begin_ms + (Date.now() - this.started);
  }

  ticket(order_id: Uint8Array): Ticket {
    return this.tickets.get(hex(order_id))!;
  }

  left(meal: Meal | undefined, dish: number): PortionsLeft {
    return this.portions.get(dish_key(meal, dish))!;
  }

  add(ticket: Ticket): Ticket {
    this.tickets.set(hex(ticket.orderId), ticket);
    return ticket;
  }

  // Makes a ticket: lines are [dish, quantity, diet flags, note], times are minutes from now.
  order(number: string, placed_min: number, due_min: number, lines: readonly (readonly [number, number, number?, string?])[], more: Partial<Ticket> = {}): Ticket {
    const orderId = new Uint8Array(16);
    new DataView(orderId.buffer).setUint32(12, ++this.count);
    const letters = number.replace(/\d+/, '');
    return create(TicketSchema, {
      orderId, pickup: create(PickupNumberSchema, { letters, count: Number(number.slice(letters.length)) }), meal: lunch, origin: Origin.COUNTER,
      mode: ServiceMode.DINE_IN, state: TicketState.TICKET_OPEN, placedAtMs: BigInt(this.now_ms() + placed_min * minute_ms),
      dueMs: BigInt(this.now_ms() + due_min * minute_ms),
      lines: lines.map(([dish, quantity, dietFlags = 0, note = ''], index) => {
        const row = rows.find(([id]) => id === dish)!;
        return create(TicketLineSchema, { index, dish, name: row[1], nameEn: row[2], quantity, dietFlags, note });
      }),
      ...more,
    });
  }

  // Makes a full wall in the middle of lunch.
  fill(): this {
    const a041 = this.add(this.order('A041', -9, -3.1, [[1, 2], [2, 1, 2], [5, 1]]));
    a041.lines[0]!.done = true;
    const b018 = this.add(this.order('B018', -6, 1.5, [[3, 1, 3], [6, 1]], { mode: ServiceMode.TAKEAWAY }));
    b018.lines[1]!.done = true;
    this.add(this.order('W012', -40, 5.4, [[3, 1, 0, '不要花生，孩子过敏'], [6, 1]], { origin: Origin.AHEAD, mode: ServiceMode.TAKEAWAY }));
    this.add(this.order('D007', -90, 7.4, [[1, 6], [2, 6], [6, 2, 1]], { origin: Origin.DELIVERED, mode: ServiceMode.DELIVERY }));
    this.add(this.order('A044', -4, 8.4, [[4, 1]], { state: TicketState.TICKET_CANCELLED }));
    this.add(this.order('C009', -3, 9.4, [[7, 2, 16]]));
    this.add(this.order('G002', -1500, 17.4, [[1, 28], [5, 28], [6, 28], [3, 14], [7, 14, 9]], { origin: Origin.GROUP }));
    this.add(this.order('W015', -26, 22.4, [[2, 1], [6, 2]], { origin: Origin.AHEAD }));
    this.add(this.order('B021', -1, 23.4, [[5, 1, 8]]));
    this.add(this.order('A038', -20, -8, [[1, 1]], { state: TicketState.TICKET_READY, readyAtMs: BigInt(this.now_ms() - 2 * minute_ms) }));
    this.add(this.order('C005', -22, -9, [[6, 1], [7, 1]], { state: TicketState.TICKET_READY, readyAtMs: BigInt(this.now_ms() - 5 * minute_ms) }));
    return this;
  }
}

function menu(slot: MealSlot, servingFromMinute: number, servingToMinute: number): Menu {
  return create(MenuSchema, {
    version: 1, meal: create(MealSchema, { date, slot }), servingFromMinute, servingToMinute,
    dishes: rows.map(([id, name, nameEn, served, planned, , priceGrams = 0]) => create(DishSchema, { id, name, nameEn, served, planned, priceGrams, minutes: 8 })),
  });
}
