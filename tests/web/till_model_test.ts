// The rules of the till's page without a browser: views, keys, money, warnings, screens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { TenderKind } from '@wire/order_pb.js';
import { TillViewSchema, type TillView } from '@wire/till_page_pb.js';
import { BasketPartSchema, GuestShownSchema, SaleShownSchema, SaleStage, type BasketPart, type TenderOffer } from '@wire/till_view_pb.js';
import { cash_rounding, parse_yuan } from '../../canteen/web/shared/money.js';
import { nothing_yet, reconnected, reduce, type Picture } from '../../pos-client/web/shared/picture.js';
import { BurstMeter } from '../../pos-client/web/till/model/burst.js';
import { by_payer, rights_shown } from '../../pos-client/web/till/model/benefits.js';
import { counted_rows, counted_sum, with_count } from '../../pos-client/web/till/model/counting.js';
import { all_left, line_sum, most_of, with_amount } from '../../pos-client/web/till/model/refunding.js';
import { screen_of } from '../../pos-client/web/till/model/screen.js';
import { add, amount, begin, change, due, is_over, left_to_pay, payment, quick_notes, short_by } from '../../pos-client/web/till/model/split.js';
import { fits } from '../../pos-client/web/till/model/tiles.js';
import { ui_start } from '../../pos-client/web/till/model/ui.js';
import { warnings_of } from '../../pos-client/web/till/model/warnings.js';
import { words_to_say } from '../../pos-client/web/guest/words_to_say.js';
import { demo_menus } from './support/demo_menu.js';

// Passes the view through the wire's bytes, as recorded views have been.
function recorded(init: Parameters<typeof create<typeof TillViewSchema>>[1]): TillView {
  return fromBinary(TillViewSchema, toBinary(TillViewSchema, create(TillViewSchema, init)));
}
const everything = recorded({ number: 7n, status: { site: '青禾社区食堂' }, basket: { revision: 1 }, sale: { stage: SaleStage.SALE_SOLD } });
const play = (views: TillView[], from: Picture = nothing_yet) =>
  views.reduce<Picture | 'gap'>((picture, view) => (picture === 'gap' ? picture : reduce(picture, view)), from);
const shown = (picture: Picture | 'gap') => { assert.ok(picture !== 'gap'); return picture.parts; };

test('present parts replace the page\'s, absent ones stay', () => {
  const parts = shown(play([everything, recorded({ number: 8n, basket: { revision: 2 } })]));
  assert.equal(parts.basket!.revision, 2);
  assert.equal(parts.status!.site, '青禾社区食堂');
});

test('a doubled view changes nothing, a missing one is a gap', () => {
  const old = recorded({ number: 8n, basket: { revision: 2 } });
  const parts = shown(play([everything, old, recorded({ number: 9n, basket: { revision: 3 } }), old, everything]));
  assert.equal(parts.basket!.revision, 3);
  assert.equal(play([everything, recorded({ number: 9n })]), 'gap');
});

test('on a new connection the old picture stays until the first view, which is everything', () => {
  const before = play([everything]);
  assert.ok(before !== 'gap');
  const cut = reconnected(before);
  assert.equal(cut.parts.basket!.revision, 1);
  const parts = shown(play([recorded({ number: 1n, basket: { revision: 5 } })], cut));
  assert.equal(parts.basket!.revision, 5);
  assert.equal(parts.sale, undefined);
});

function strokes(meter: BurstMeter, text: string, gap_ms: number, key?: string, from_ms = 1000): number {
  let at_ms = from_ms;
  for (const character of text) {
    const code = /\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`;
    meter.press({ key: key ?? character, code, shiftKey: /[A-Z]/.test(character), timeStamp: at_ms });
    at_ms += gap_ms;
  }
  return at_ms;
}

test('what a device typed is a burst, what a hand typed is none', () => {
  const meter = new BurstMeter();
  assert.equal(meter.end(strokes(meter, '880000001234', 8)), '880000001234');
  assert.equal(meter.end(strokes(meter, '880000001234', 70)), '');
  assert.equal(meter.end(strokes(meter, '12345', 8)), '');
});

test('what a hand typed before a scan is no part of it', () => {
  const meter = new BurstMeter();
  strokes(meter, 'hg', 90);
  assert.equal(meter.end(strokes(meter, '880000001234', 8, undefined, 2000)), '880000001234');
});

test('an input method hides the keys, and the scan is read all the same', () => {
  const meter = new BurstMeter();
  assert.equal(meter.end(strokes(meter, 'ab12CD34', 8, 'Process')), 'ab12CD34');
});

test('the second Enter of a scanner that ends by CR and LF is its echo', () => {
  const meter = new BurstMeter();
  const at_ms = strokes(meter, '880000001234', 8);
  meter.end(at_ms);
  assert.ok(meter.is_echo(at_ms + 8));
  assert.ok(!meter.is_echo(at_ms + 500));
});

test('typed yuan become fen without a float, and what is no amount is none', () => {
  assert.deepEqual(['12', '12.', '12.5', '0.07', '1999999.99'].map(parse_yuan), [1200n, 1200n, 1250n, 7n, 199_999_999n]);
  assert.deepEqual(['', '.', '1.234', '-1', '1e3', '12345678', '¥5'].map(parse_yuan), [null, null, null, null, null, null, null]);
  assert.deepEqual([1234n, 1230n, 9n].map(cash_rounding), [4n, 0n, 9n]);
});

const offer = (kind: TenderKind, mostFen: bigint): TenderOffer => create(BasketPartSchema, { tenders: [{ kind, mostFen }] }).tenders[0]!;
const stored = offer(TenderKind.STORED_VALUE, 1484n);
const cash = offer(TenderKind.CASH, 2484n);
const wechat = offer(TenderKind.WECHAT, 2484n);
const basket: BasketPart = create(BasketPartSchema, { basketId: new Uint8Array([1]), revision: 4, toPayFen: 2484n });

test('cash is rounded down to ten fen, and what is over is change', () => {
  const split = { ...begin(cash), typed: '50' };
  assert.equal(due(split, 2484n), 2480n);
  assert.equal(change(split, 2484n), 2520n);
  assert.equal(short_by({ ...split, typed: '20' }, 2484n), 480n);
  assert.equal(short_by(begin(cash), 2484n), 0n);
});

test('what one way cannot bear is left for the next', () => {
  const split = add(begin(stored), 2484n, cash);
  assert.deepEqual([left_to_pay(split, 2484n), due(split, 2484n)], [1000n, 1000n]);
  assert.deepEqual(payment({ ...split, typed: '20' }, basket), { basketId: basket.basketId, revision: 4, givenFen: 2000n,
    parts: [{ kind: TenderKind.STORED_VALUE, code: '', fen: 1484n, reference: '' }, { kind: TenderKind.CASH, code: '', reference: '' }] });
});

test('a way that would bear everything is changed for another, not settled', () => {
  assert.deepEqual(add(begin(wechat), 2484n, cash).settled, []);
  assert.equal(add({ ...begin(wechat), typed: '4.84' }, 2484n, cash).settled[0]!.fen, 484n);
});

test('more than a way may bear is not taken', () => {
  assert.ok(is_over({ ...begin(stored), typed: '15' }, 2484n));
  assert.ok(!is_over({ ...begin(cash), typed: '100' }, 2484n));
  assert.equal(amount({ ...begin(cash), typed: '.' }, 2484n), null);
});

test('parts of any split come to the sum, but for what cash is rounded', () => {
  for (let first = 0n; first <= 1484n; first += 53n) {
    const split = add({ ...begin(stored), typed: `${first / 100n}.${(first % 100n).toString().padStart(2, '0')}` }, 2484n, cash);
    assert.equal(split.settled.reduce((sum, one) => sum + one.fen, 0n) + due(split, 2484n) + cash_rounding(left_to_pay(split, 2484n)), 2484n, `${first}`);
  }
});

test('notes that people give are those that reach the sum', () => {
  assert.deepEqual(quick_notes(1200n), [2000n, 5000n, 10_000n, 20_000n]);
  assert.deepEqual(quick_notes(480n), [500n, 1000n, 2000n, 5000n]);
});

test('a drawer is counted in fen; what is no digit is not counted', () => {
  const counts = with_count(with_count(with_count(new Map(), 10_000, '12'), 50, '22'), 10, 'x');
  assert.equal(counted_sum(counts), 121_100n);
  assert.deepEqual(counted_rows(counts), [{ fen: 10_000, count: 12 }, { fen: 50, count: 22 }]);
});

test('of a sale no more comes back than is left of it', () => {
  const sale = create(SaleShownSchema, { rows: [{ row: 1, quantity: 3, amountFen: 3600n }, { row: 2, quantity: 1, grams: 160, amountFen: 560n }], refunded: [{ lineId: 1, amount: 1 }] });
  const [pork, salad] = sale.rows as [typeof sale.rows[number], typeof sale.rows[number]];
  assert.deepEqual([most_of(sale, pork), most_of(sale, salad)], [2, 160]);
  const amounts = with_amount(with_amount(new Map(), sale, pork, 9), sale, salad, 160);
  assert.equal(amounts.get(1), 2);
  assert.ok(all_left(sale, amounts));
  assert.equal(line_sum(pork, 2), 2400n);
});

test('a warning that was seen is asked again only when something new is to be seen', () => {
  const with_rows = (rows: object[], flagsMissed = 0) => create(BasketPartSchema, { rows, flagsMissed });
  assert.equal(warnings_of(with_rows([{ dish: 11 }])), null);
  const first = warnings_of(with_rows([{ dish: 13, allergensMet: [5] }]))!;
  assert.equal(warnings_of(with_rows([{ dish: 13, quantity: 2, allergensMet: [5] }]))!.key, first.key);
  assert.notEqual(warnings_of(with_rows([{ dish: 13, allergensMet: [5] }, { dish: 16, allergensMet: [3] }]))!.key, first.key);
  assert.notEqual(warnings_of(with_rows([{ dish: 13, allergensMet: [5] }], 1))!.key, first.key);
});

test('a tile fits the beginning of its code and spelling, and any part of its name', () => {
  const pork = demo_menus()[0]!.dishes.find(({ dish }) => dish!.id === 11)!;
  for (const typed of ['11', '011', 'hg', 'HGR', 'huiguo', '锅肉', 'cooked', '１１']) assert.ok(fits(pork, typed), typed);
  for (const typed of ['1 1', 'gr', '12', '鱼']) assert.ok(!fits(pork, typed), typed);
});

test('what the core tells comes before what the cashier opened', () => {
  const parts = shown(play([everything]));
  assert.equal(screen_of('live', {}, ui_start), 'connecting');
  assert.equal(screen_of('unpaired', {}, ui_start), 'setup');
  assert.equal(screen_of('live', parts, ui_start), 'done');
  const told = (init: object) => ({ ...parts, ...shown(play([recorded({ number: 1n, ...init })])) });
  assert.equal(screen_of('live', told({ setup: { missing: ['setup.no_menu'] } }), ui_start), 'setup');
  assert.equal(screen_of('live', told({ setup: { missing: ['setup.no_printer'] } }), ui_start), 'done');
  assert.equal(screen_of('live', told({ shift: { hasStaff: true } }), ui_start), 'start');
  assert.equal(screen_of('live', told({ shift: { hasStaff: true, staffId: new Uint8Array([1]) } }), ui_start), 'float');
  assert.equal(screen_of('live', told({ shift: { hasStaff: true, closedMs: 5n } }), ui_start), 'closed');
  assert.equal(screen_of('live', told({ refund: { stage: 'asked' } }), { ...ui_start, view: 'sales' }), 'refunding');
  assert.equal(screen_of('live', told({ sale: {}, candidates: { guests: [{ name: '陈淑芬' }] } }), ui_start), 'find');
});

test('the display says the sum to pay, then the change', () => {
  const part = (init: object) => recorded({ number: 1n, display: init }).display!;
  assert.equal(words_to_say(part({ stage: 'idle' })), '');
  assert.equal(words_to_say(part({ stage: 'basket', toPayFen: 2484n })), '请付 24.84 元');
  assert.equal(words_to_say(part({ stage: 'paid', toPayFen: 2480n, changeFen: 2520n })), '找您 25.20 元');
});

test('a payer that bears by two schemes is one row, and the sum stays', () => {
  const { reductions } = create(BasketPartSchema, { reductions: [
    { scheme: 'a', payer: 'district', fen: 400n }, { scheme: 'a', payer: 'street', fen: 200n }, { scheme: 'b', payer: 'district', fen: 100n }] });
  assert.deepEqual(by_payer(reductions), [{ payer: 'district', fen: 500n, schemes: 'a b' }, { payer: 'street', fen: 200n, schemes: 'a' }]);
});

test('of several schemes a guest is shown the most that one leaves, meals and quota apart', () => {
  const { rights } = create(GuestShownSchema, { rights: [
    { scheme: 'a', left: 1 }, { scheme: 'b', left: 3 }, { scheme: 'c', byQuota: true, leftFen: 900n }, { scheme: 'd', byQuota: true, leftFen: 0n }] });
  assert.deepEqual(rights_shown(rights).map((one) => one.scheme), ['b', 'c']);
  assert.deepEqual(rights_shown([]), []);
});
