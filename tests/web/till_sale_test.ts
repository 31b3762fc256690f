// A sale at the till's page, in a real browser against a core of the test's own: by taps, by keys, by scanner.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { ServiceMode } from '@wire/common_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import type { AddDish, ChangeRow, FoundPortions, PayBasket, SetMode, TypeField } from '@wire/till_page_pb.js';
import { LineState, PaperState } from '@wire/till_view_pb.js';
import type { DemoTill } from './support/demo_till.js';
import { TillBrowser } from './support/till_browser.js';

const at = new TillBrowser();
let till: DemoTill;

before(() => at.launch());
after(() => at.browser.close());
beforeEach(async () => { till = await at.begin(); });
afterEach(() => at.end());

test('a guest without number pays one dish in cash in three taps', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.key('pay').click();
  await at.key('note-2000').click();
  await at.screen('done');
  await at.sum('change', '¥8.00');
  const paid = await at.asked('payBasket') as PayBasket;
  assert.equal(paid.givenFen, 2000n);
  assert.match(await at.page.locator('.done').innerText(), /已收 ¥12.00[\s\S]*A036[\s\S]*服务器已记下/);
  assert.deepEqual(at.complaints, []);
});

test('a member with a card pays the default set by one scan and two taps', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.dish(1).click();
  await at.sum('to-pay', '¥9.00');
  assert.match(await at.page.locator('.strip').innerText(), /今日补贴午餐\s*剩 1 次/);
  assert.match(await at.page.locator('.sum').innerText(), /区补贴\s*−¥4.00\s*街道补贴\s*−¥2.00/);
  assert.doesNotMatch(await at.page.locator('.till').innerText(), /demo-2026/);
  await at.key('pay').click();
  await at.screen('done');
  const paid = await at.asked('payBasket') as PayBasket;
  assert.deepEqual(paid.parts.map((part) => part.kind), [TenderKind.STORED_VALUE]);
  assert.match(await at.page.locator('.done').innerText(), /储值 ¥9.00 · 余额 ¥77.40/);
});

test('the same by keys alone is a scan and six keys, and the next guest is one more', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  let keys = await at.by_hand('0', '0', '1', 'Enter');
  await at.sum('to-pay', '¥9.00');
  keys += await at.by_hand('Enter', 'Enter');
  await at.screen('done');
  assert.ok(keys <= 6, `${keys} keys`);
  await at.page.locator('[data-key="next"]:not(.deaf)').waitFor();
  await at.by_hand('Enter');
  await at.screen('sale');
  assert.equal(await at.page.evaluate(() => document.activeElement?.id), 'field');
});

test('a member without a card, found by name, is served in ten keys', async () => {
  till.members[1]!.guest.name = 'LGD';
  await at.open();
  await at.screen('sale');
  let keys = await at.by_hand('L', 'G', 'D', 'Enter');
  await at.screen('find');
  keys += await at.by_hand('1');
  await at.page.locator('.strip', { hasText: 'LGD' }).waitFor();
  keys += await at.by_hand('4', '1', 'Enter');
  await at.sum('to-pay', '¥1.00');
  keys += await at.by_hand('F2');
  await at.screen('pay');
  keys += await at.by_hand('Enter');
  await at.screen('done');
  assert.ok(keys <= 10, `${keys} keys`);
});

test('Enter right after a sale is deaf, so that a double press does not hide the change', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.page.keyboard.press('Enter');
  await at.page.keyboard.press('Enter');
  await at.page.keyboard.press('Enter');
  await at.screen('done');
  await at.page.keyboard.press('Enter');
  await at.page.locator('[data-key="next"]:not(.deaf)').waitFor();
  assert.equal(await at.page.locator('[data-screen="done"]').count(), 1);
});

test('the next card starts the next sale', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('pay').click();
  await at.key('exact').click();
  await at.screen('done');
  await at.scan('880000008807');
  await at.screen('sale');
  await at.page.locator('.strip', { hasText: '8807' }).waitFor();
});

test('a scan goes to the field wherever the focus is, and leaves nothing where it was typed', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('note').click();
  await at.page.locator('input[name="note"]').fill('不要葱');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  const typed = await at.asked('typeField') as TypeField;
  assert.deepEqual([typed.text, typed.burst], ['880000001234', true]);
  await at.screen('sale');
  assert.equal(await at.page.locator('#field').inputValue(), '');
});

test('two guests of one name are told apart before anybody pays', async () => {
  await at.open();
  await at.screen('sale');
  await at.page.locator('#field').fill('陈淑芬');
  await at.page.keyboard.press('Enter');
  await at.screen('find');
  assert.match(await at.page.locator('.find').innerText(), /2 位客人[\s\S]*1234[\s\S]*8807/);
  assert.match(await at.page.locator('[data-candidate="1"]').innerText(), /上次来/);
  assert.equal(await at.page.locator('.find', { hasText: '断网中' }).count(), 0);
  assert.equal(await at.key('pay').getAttribute('aria-disabled'), 'true');
  await at.picture('till-find-1280x800-zh');
  await at.by_hand('2');
  await at.page.locator('.strip', { hasText: '8807' }).waitFor();
});

test('cut off the last visit of a guest is doubtful: they may have been served elsewhere', async () => {
  till.status.line = LineState.LINE_OFFLINE;
  await at.open();
  await at.screen('sale');
  await at.page.locator('#field').fill('陈淑芬');
  await at.page.keyboard.press('Enter');
  await at.page.locator('[data-candidate="1"]', { hasText: '断网中，之后可能在别处用过餐' }).waitFor();
  assert.equal(await at.page.locator('[data-candidate="2"]', { hasText: '断网中' }).count(), 0);
});

test('a dish that is gone is named in the language of the page', async () => {
  till.refuse_sale = 'sold_out';
  till.refuse_params = [{ name: 'dish', value: '回锅肉' }, { name: 'left', value: '0' }, { name: 'dish_en', value: 'Twice-cooked pork' }];
  await at.open('/till/?lang=en');
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('pay').click();
  await at.key('exact').click();
  await at.page.locator('[role="alert"]', { hasText: 'Dish Twice-cooked pork is sold out (0 left).' }).waitFor();
});

test('an ID number is not kept, and what nobody knows is never a dish', async () => {
  await at.open();
  await at.screen('sale');
  await at.page.locator('#field').fill('510104195001010028');
  await at.page.keyboard.press('Enter');
  await at.page.locator('[role="alert"]', { hasText: '这是身份证号，没有保留' }).waitFor();
  assert.equal(await at.page.locator('#field').inputValue(), '');
  await at.by_hand('9', '9', '9', 'Enter');
  await at.page.locator('[role="alert"]', { hasText: '这里不认识“999”' }).waitFor();
  assert.equal(await at.page.locator('.basket li').count(), 0);
});

test('typing narrows the tiles at once, by code, initials or name', async () => {
  await at.open();
  await at.screen('sale');
  await at.by_hand('h', 'g');
  await at.page.locator('.tile').nth(1).waitFor({ state: 'detached' });
  assert.match(await at.page.locator('.tile').innerText(), /回锅肉/);
  await at.by_hand('Escape');
  await at.page.locator('.tile').nth(10).waitFor();
});

test('a line is changed by its keys: quantity, flags, note, removed', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('more').click();
  await at.sum('to-pay', '¥24.00');
  await at.page.getByRole('button', { name: '少盐' }).click();
  await at.page.locator('.line .flag', { hasText: '少盐' }).waitFor();
  await at.key('note').click();
  await at.page.locator('input[name="note"]').fill('少放油');
  await at.page.keyboard.press('Enter');
  await at.page.locator('.line .flag', { hasText: '少放油' }).waitFor();
  const change = await at.asked('changeRow', 3) as ChangeRow;
  assert.deepEqual([change.quantity, change.dietFlags, change.note], [2, 2, '少放油']);
  await at.key('remove').click();
  await at.page.locator('.basket li').waitFor({ state: 'detached' });
});

test('a set meal takes other dishes, slot by slot', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(1).click();
  await at.key('choice').click();
  await at.page.locator('[data-dialog="choice"]').getByRole('button', { name: '宫保鸡丁' }).click();
  await at.key('yes').click();
  const change = await at.asked('changeRow') as ChangeRow;
  assert.deepEqual(change.chosen, [12, 13, 21, 31]);
});

test('a weighed dish asks for grams, and takes the scale\'s', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(51).click();
  await at.dialog('grams');
  await at.by_hand('1', '6', '0', 'Enter');
  await at.sum('to-pay', '¥5.60');
  const added = await at.asked('addDish') as AddDish;
  assert.deepEqual([added.dish, added.grams], [51, 160]);
});

test('delivery asks for its fee', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.page.locator(`[data-mode="${ServiceMode.DELIVERY}"]`).click();
  await at.dialog('fee');
  await at.by_hand('2', '.', '5', 'Enter');
  await at.sum('to-pay', '¥14.50');
  assert.equal((await at.asked('setMode') as SetMode).deliveryFeeFen, 250n);
});

test('a dish of the line that was counted out is here after all', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(15).click();
  await at.dialog('here');
  await at.by_hand('8', 'Enter');
  await at.page.locator('.tile[data-dish="15"]:not(.out)').waitFor();
  assert.equal((await at.asked('foundPortions') as FoundPortions).amount, 8);
});

test('an allergen of the guest must be seen before they pay', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000005520');
  await at.page.locator('.strip', { hasText: '花生' }).waitFor();
  await at.dish(13).click();
  await at.sum('to-pay', '¥11.00');
  await at.key('pay').click();
  const warning = at.page.locator('[data-dialog="warnings"]');
  assert.match(await warning.innerText(), /宫保鸡丁 含 花生[\s\S]*没有选：软烂/);
  await at.picture('till-warning-1280x800-zh');
  assert.equal(till.done.some((action) => action.case === 'payBasket'), false);
  await at.key('yes').click();
  await at.screen('done');
});

test('a sum is split: stored value bears what was typed, cash the rest, and short is said in words', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.dish(1).click();
  await at.dish(11).click();
  await at.sum('to-pay', '¥21.00');
  await at.key('split').click();
  await at.screen('pay');
  await at.page.locator('.tenders .now', { hasText: '储值' }).waitFor();
  await at.by_hand('1', '1');
  await at.page.locator('.tenders .now', { hasText: '¥11.00' }).waitFor();
  await at.page.locator(`[data-way="${TenderKind.CASH}"]`).click();
  await at.page.locator('.tenders .now', { hasText: '现金' }).waitFor();
  await at.by_hand('5');
  await at.page.locator('[data-key="take"][aria-disabled="true"]', { hasText: '还差 ¥5.00，不能收款' }).waitFor();
  await at.picture('till-pay-short-1280x800-zh');
  await at.key('note-2000').click();
  await at.screen('done');
  await at.sum('change', '¥10.00');
  const paid = await at.asked('payBasket') as PayBasket;
  assert.deepEqual(paid.parts.map((part) => [part.kind, part.fen]), [[TenderKind.STORED_VALUE, 1100n], [TenderKind.CASH, undefined]]);
});

test('a payment code on a guest\'s phone is the reference of its tender', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.scan('130000000000000017');
  await at.screen('pay');
  assert.equal(await at.page.locator('input[name="reference"]').inputValue(), '130000000000000017');
  await at.page.keyboard.press('Enter');
  await at.screen('done');
  assert.deepEqual((await at.asked('payBasket') as PayBasket).parts.map((part) => [part.kind, part.reference]), [[TenderKind.WECHAT, '130000000000000017']]);
});

test('a basket is cleared only after somebody confirmed it', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.key('clear').click();
  await at.dialog('clear');
  await at.by_hand('Escape');
  await at.page.locator('[data-dialog]').waitFor({ state: 'detached' });
  assert.equal(await at.page.locator('.basket li').count(), 1);
  await at.key('clear').click();
  await at.dialog('clear');
  await at.by_hand('Enter');
  await at.sum('to-pay', '¥0.00');
});

test('a basket is held and taken up again by keys', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.by_hand('F9');
  await at.sum('to-pay', '¥0.00');
  await at.by_hand('F10');
  await at.screen('parked');
  await at.by_hand('1');
  await at.screen('sale');
  await at.sum('to-pay', '¥12.00');
});

test('a sale that the server refused is told in words, and the basket stands there again', async () => {
  till.refuse_sale = 'offline_limit';
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('pay').click();
  await at.key('exact').click();
  await at.page.locator('[role="alert"]', { hasText: '没有卖出：断网期间' }).waitFor();
  await at.screen('sale');
  await at.sum('to-pay', '¥12.00');
});

test('a changed price is agreed before it is paid', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  till.basket.part.priceChanged = true;
  at.core.tell();
  await at.page.locator('[role="alert"]', { hasText: '现在应付 ¥12.00' }).waitFor();
  await at.key('agree').click();
  await at.key('pay').waitFor();
});

test('paper that failed is named with the key that mends it, and paying did not wait for it', async () => {
  till.paper = PaperState.PAPER_FAILED;
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('pay').click();
  await at.key('exact').click();
  await at.screen('done');
  await at.key('reprint').filter({ hasText: '换好纸了，补打' }).click();
  await at.page.locator('.facts', { hasText: '已打印' }).waitFor();
});

test('while the server is asked nothing is sold twice', async () => {
  till.thinks = true;
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.key('pay').click();
  await at.key('note-2000').dblclick();
  await at.page.locator('[data-stage="SALE_ASKING"]').waitFor();
  till.answer();
  at.core.tell();
  await at.sum('change', '¥8.00');
  assert.equal(till.done.filter((action) => action.case === 'payBasket').length, 1);
});
