// Tests the parts of the kitchen page that only compute.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { RejectedSchema } from '@wire/envelope_pb.js';
import { TicketState } from '@wire/kitchen_pb.js';
import { acknowledge_cancelled, inverse, mark_line, mark_ticket, restock, set_sold_out } from '../../canteen/web/kitchen/model/commands.js';
import { place } from '../../canteen/web/kitchen/model/layout.js';
import { current_menu } from '../../canteen/web/kitchen/model/meals.js';
import { overlay } from '../../canteen/web/kitchen/model/overlay.js';
import { refusal_words } from '../../canteen/web/kitchen/model/refusals.js';
import { SeenList } from '../../canteen/web/kitchen/model/seen.js';
import { TapGuard } from '../../canteen/web/kitchen/model/tap_guard.js';
import { count_open, is_later, number_of, recallable, standing } from '../../canteen/web/kitchen/model/tickets.js';
import { to_cook, trays } from '../../canteen/web/kitchen/model/totals.js';
import { UndoList } from '../../canteen/web/kitchen/model/undo.js';
import { due_in } from '../../canteen/web/kitchen/model/urgency.js';
import { ServerClock } from '../../canteen/web/shared/server_clock.js';
import { business_date, clock_time, instant_of, minute_ms } from '../../canteen/web/shared/time.js';
import { set_language } from '../../canteen/web/shared/texts/texts.js';
import { uuid_v7 } from '../../canteen/web/shared/uuid.js';
import { DemoKitchen, lunch_time_ms } from './support/demo_kitchen.js';

const picture_of = (kitchen: DemoKitchen) => ({
  tickets: kitchen.tickets, portions: kitchen.portions, menus: new Map(kitchen.menus.map((menu) => [`${menu.meal!.date}/${menu.meal!.slot}`, menu])),
});
const numbers = (tickets: { pickup?: Parameters<typeof number_of>[0] }[]) => tickets.map((ticket) => number_of(ticket.pickup));

test('the wall holds open tickets and unacknowledged cancelled ones by due time', () => {
  const picture = picture_of(new DemoKitchen().fill());
  assert.deepEqual(numbers(standing(picture)), ['A041', 'B018', 'W012', 'D007', 'A044', 'C009', 'G002', 'W015', 'B021']);
});

test('only tickets of today that are ready can be recalled, the newest first', () => {
  const picture = picture_of(new DemoKitchen().fill());
  assert.deepEqual(numbers(recallable(picture, lunch_time_ms)), ['A038', 'C005']);
  assert.deepEqual(recallable(picture, lunch_time_ms + 24 * 60 * minute_ms), []);
});

test('to cook now counts what is neither done nor cancelled, the most first', () => {
  const picture = picture_of(new DemoKitchen().fill());
  const rows = to_cook(standing(picture), picture);
  assert.deepEqual(rows.map((row) => [row.name, row.portions]),
    [['回锅肉', 34], ['番茄炒蛋', 33], ['干煸四季豆', 30], ['宫保鸡丁', 16], ['担担面', 16], ['鱼香肉丝', 8]]);
  assert.equal(rows[0]!.left!.left, 18n);
});

test('what a slip told stands on the wall to be handed out, and is not counted as to be cooked', () => {
  const kitchen = new DemoKitchen();
  kitchen.add(kitchen.order('A061', -2, 6, [[1, 2]], { onPaper: true }));
  kitchen.add(kitchen.order('A062', -1, 7, [[1, 1]]));
  const picture = picture_of(kitchen);
  const wall = standing(picture);
  assert.deepEqual(numbers(wall), ['A061', 'A062']);
  assert.deepEqual(to_cook(wall, picture).map((row) => row.portions), [1]);
  assert.equal(count_open(wall), 1);
});

test('the line shows what runs low first and what is sold out last, without dishes cooked to order', () => {
  const kitchen = new DemoKitchen();
  const names = trays(kitchen.menus[1], picture_of(kitchen)).map((tray) => tray.dish.name);
  assert.deepEqual(names.slice(0, 3), ['粉蒸排骨', '萝卜烧牛腩', '麻婆豆腐']);
  assert.equal(names.at(-1), '红烧狮子头');
  assert.ok(!names.includes('回锅肉'));
});

test('a tap is drawn before its answer: done, ready, acknowledged, sold out, more portions', () => {
  const kitchen = new DemoKitchen().fill();
  const [a041, b018] = standing(picture_of(kitchen)) as [ReturnType<typeof kitchen.order>, ReturnType<typeof kitchen.order>];
  const a044 = standing(picture_of(kitchen))[4]!;
  const meal = a041.meal!;
  const drawn = overlay(picture_of(kitchen), [
    mark_line(0, a041.orderId, 1, true), mark_ticket(0, b018.orderId, true), acknowledge_cancelled(0, a044.orderId),
    set_sold_out(0, meal, 11, true), restock(0, meal, 12, 20),
  ]);
  assert.deepEqual(numbers(standing(drawn)).slice(0, 4), ['A041', 'W012', 'D007', 'C009']);
  assert.equal(standing(drawn)[0]!.lines[1]!.done, true);
  const left = [...drawn.portions.values()];
  assert.equal(left.find((one) => one.dish === 11)!.soldOut, true);
  assert.equal(left.find((one) => one.dish === 12)!.left, 25n);
  assert.equal(a041.lines[1]!.done, false, 'the server\'s picture itself is not touched');
});

test('a tap on a ticket that was cancelled meanwhile does not make it ready', () => {
  const kitchen = new DemoKitchen().fill();
  const a044 = standing(picture_of(kitchen))[4]!;
  const drawn = overlay(picture_of(kitchen), [mark_ticket(0, a044.orderId, true)]);
  assert.equal(standing(drawn)[4]!.state, TicketState.TICKET_CANCELLED);
});

test('the last ten taps can be taken back, newest first, and a refused one is forgotten', () => {
  const undos = new UndoList();
  const commands = Array.from({ length: 12 }, (_, i) => mark_line(i, new Uint8Array(16), i, true));
  commands.forEach((command, i) => undos.add({ command, what: String(i) }));
  assert.equal(undos.size, 10);
  undos.forget(commands[11]!);
  assert.equal(undos.take()!.what, '10');
  assert.equal(undos.size, 8);
});

test('taking back is the opposite command with an id of its own', () => {
  const done = mark_line(0, new Uint8Array(16), 3, true);
  const back = inverse(0, done)!;
  assert.ok(back.body.case === 'markLine' && !back.body.value.done && back.body.value.lineIndex === 3);
  assert.notDeepEqual(back.commandId, done.commandId);
  assert.equal(inverse(0, acknowledge_cancelled(0, new Uint8Array(16))), null);
});

test('amber within three minutes of the due time, red after it', () => {
  assert.deepEqual(due_in(200_000, 0), { urgency: 'calm', minutes: 3 });
  assert.deepEqual(due_in(180_000, 0), { urgency: 'near', minutes: 3 });
  assert.deepEqual(due_in(0, 0), { urgency: 'near', minutes: 0 });
  assert.deepEqual(due_in(0, 1), { urgency: 'late', minutes: 0 });
  assert.deepEqual(due_in(0, 125_000), { urgency: 'late', minutes: 2 });
});

test('a ticket due in more than an hour comes next, it is not to be done', () => {
  const kitchen = new DemoKitchen();
  assert.ok(is_later(kitchen.order('W001', 0, 62, [[1, 1]]), kitchen.now_ms()));
  assert.ok(!is_later(kitchen.order('W002', 0, 58, [[1, 1]]), kitchen.now_ms()));
});

test('tickets fill the upper row, then the lower; a long one in the upper row takes both cells', () => {
  const cells = place([false, true, false, true, false, false], 3);
  assert.deepEqual(cells, [
    { column: 1, row: 1, tall: false }, { column: 2, row: 1, tall: true }, { column: 3, row: 1, tall: false },
    { column: 1, row: 2, tall: false }, { column: 3, row: 2, tall: false },
  ]);
  assert.deepEqual(place([], 4), []);
});

test('the first picture is no news; a later ticket is new until touched or until somebody had time to see it', () => {
  const seen = new SeenList();
  assert.equal(seen.look(['a'], 0), 0);
  assert.equal(seen.look(['a', 'b', 'c'], 1000), 2);
  seen.touched('b');
  seen.somebody_is_here(2000);
  assert.deepEqual(['a', 'b', 'c'].map((key) => seen.is_unseen(key)), [false, false, true]);
  seen.somebody_is_here(3000);
  assert.ok(!seen.is_unseen('c'));
  assert.equal(seen.look(['a', 'b', 'c'], 4000), 0);
});

test('the second tap of a wet finger is not a tap; another place, a pause or a key is', () => {
  const guard = new TapGuard();
  const tap = (timeStamp: number, clientX: number, detail = 1) => guard.accepts({ timeStamp, clientX, clientY: 0, detail });
  assert.deepEqual([tap(0, 0), tap(200, 5), tap(300, 200), tap(900, 200), tap(950, 200, 0)], [true, false, true, true, true]);
});

test('the line is about the meal being served, between meals about the next, at night about the last', () => {
  const kitchen = new DemoKitchen();
  const slot_at = (minute: number) => current_menu(picture_of(kitchen), instant_of(business_date(lunch_time_ms), minute))!.meal!.slot;
  assert.deepEqual([420, 600, 700, 900, 1380].map(slot_at), [1, 2, 2, 3, 3]);
});

test('times are the site\'s, whatever the zone of the screen', () => {
  const before_midnight = Date.parse('2026-04-14T15:59:59Z');
  assert.equal(clock_time(before_midnight), '23:59');
  assert.equal(business_date(before_midnight + 1000), business_date(before_midnight) + 1);
});

test('the server\'s clock is followed, also when a demo runs sixty times as fast', () => {
  let local = 0;
  const clock = new ServerClock(() => local, 5);
  clock.hear(1_000_000);
  local = 5000;
  clock.hear(1_300_000);
  local = 6000;
  assert.equal(clock.now_ms(), 1_360_000);
  local = 10_000;
  clock.hear(1_305_000);  // an ordinary pace again
  local = 11_000;
  assert.equal(clock.now_ms(), 1_306_000);
});

test('ids of commands are UUIDs of version 7 and grow with time', () => {
  const id = uuid_v7(lunch_time_ms);
  assert.equal(id[6]! >> 4, 7);
  assert.equal(id[8]! >> 6, 2);
  assert.ok(Buffer.compare(id, uuid_v7(lunch_time_ms + 1)) < 0);
  assert.notDeepEqual(id, uuid_v7(lunch_time_ms));
});

test('a refusal is told by the server\'s own text, by the page\'s where a cook can do something else about it', () => {
  set_language('en');
  const why = (name: string, params: { name: string; value: string }[] = []) => create(RejectedSchema, { name, params });
  assert.equal(refusal_words('A057 ready', why('order_cancelled')), 'Not done (A057 ready): The order was cancelled.');
  assert.equal(refusal_words('', why('dish_unknown', [{ name: 'dish', value: '7' }])), 'Not done: Dish 7 is not on the menu.');
  assert.equal(refusal_words('', why('client_newer')), 'Not done: The page is newer than the server: reload it.');
  assert.equal(refusal_words('', why('from_the_future')), 'Not done: The server refused it (from_the_future).');
  set_language('zh-CN');
});
