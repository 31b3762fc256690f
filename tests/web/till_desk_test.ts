// Beside the sale: log-in and shift, refunds, the card desk, the drawer, notices, settings; in a real browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import type { AskInvoice, CloseShiftHere, GiveBack, IssueCardHere, LogIn, MoveDrawerHere, SetPrinter, TopUpHere } from '@wire/till_page_pb.js';
import { NoticesPartSchema, StatusPartSchema } from '@wire/till_view_pb.js';
import { pins } from './support/demo_desks.js';
import type { DemoTill } from './support/demo_till.js';
import { TillBrowser } from './support/till_browser.js';

const at = new TillBrowser();
let till: DemoTill;

before(() => at.launch());
after(() => at.browser.close());
beforeEach(async () => { till = await at.begin(); });
afterEach(() => at.end());

async function sell(dish: number): Promise<void> {
  await at.dish(dish).click();
  await at.key('pay').click();
  await at.key('exact').click();
  await at.screen('done');
  await at.key('next').click();
  await at.screen('sale');
}

test('a cashier logs in by PIN, counts the float and opens the shift, by keys alone', async () => {
  till.desks.shift.hasStaff = true;
  await at.open();
  await at.screen('start');
  await at.by_hand('1', '1', '1', '1', '1', '1', '1', 'Enter');
  await at.page.locator('[role="alert"]').filter({ hasText: /./ }).waitFor();
  await at.by_hand(...pins['李慧']!, 'Enter');
  await at.screen('float');
  assert.equal((await at.asked('logIn', 2) as LogIn).pin, pins['李慧']);
  await at.by_hand('5', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
  await at.screen('sale');
  await at.page.locator('.bar', { hasText: '李慧' }).waitFor();
});

test('a PIN is never on the screen, and a wrong one is told', async () => {
  till.desks.shift.hasStaff = true;
  await at.open();
  await at.key('person-2').click();
  await at.by_hand('9', '9', '9', '9', '9', '9');
  assert.match(await at.page.locator('.dots').innerText(), /^●{6}$/);
  assert.ok(!(await at.page.locator('body').innerText()).includes('999999'));
  await at.key('log-in').click();
  await at.page.locator('[role="alert"]').filter({ hasText: /pin_wrong|密码/ }).waitFor();
});

test('a house without cashiers sells at once', async () => {
  await at.open();
  await at.screen('sale');
  assert.equal(await at.key('shift').count(), 0);
});

test('a shift is closed by counted notes; what should be there shows only then, and a difference is recorded', async () => {
  till.desks.with_shift();
  await at.open();
  await at.screen('sale');
  await sell(11);
  await at.key('shift').click();
  await at.screen('shift');
  assert.equal(await at.page.locator('[data-sum="expected"]').count(), 0);
  await at.page.locator('#note-10000').fill('5');
  await at.page.locator('#note-1000').fill('1');
  await at.page.locator('[data-sum="counted"]', { hasText: '¥510.00' }).waitFor();
  await at.key('counted').click();
  await at.page.locator('[data-sum="expected"]', { hasText: '¥512.00' }).waitFor();
  await at.page.locator('.diff', { hasText: '少 ¥2.00' }).waitFor();
  await at.page.locator('input[name="reason"]').fill('找错了');
  await at.picture('till-shift-1280x800-zh');
  await at.key('close-shift').click();
  await at.screen('closed');
  const closed = await at.asked('closeShift') as CloseShiftHere;
  assert.deepEqual([closed.counted.map(({ fen, count }) => [fen, count]), closed.reason], [[[10_000, 5], [1000, 1]], '找错了']);
  await at.key('seen').click();
  await at.screen('start');
});

test('a hand-over asks for the PIN of who goes on', async () => {
  till.desks.with_shift();
  await at.open();
  await at.screen('sale');
  await at.page.keyboard.press('Control+q');
  await at.screen('shift');
  await at.key('counted').click();
  await at.key('hand-over').click();
  await at.by_hand(...pins['王敏']!);
  await at.key('hand-over-now').click();
  assert.equal((await at.asked('closeShift') as CloseShiftHere).nextPin, pins['王敏']);
});

test('over the limit a refund asks for a second person, and money goes out only when it is booked', async () => {
  await at.open();
  await at.screen('sale');
  await sell(11);
  await at.by_hand('F11');
  await at.screen('sales');
  await at.key('refund-A036').click();
  await at.screen('refund');
  assert.equal(await at.key('give-back').getAttribute('aria-disabled'), 'true');
  await at.by_hand('a');
  await at.key('give-back').click();
  await at.page.locator('.login').waitFor();
  await at.by_hand(...pins['王敏']!);
  await at.picture('till-refund-1280x800-zh');
  await at.key('give-back').click();
  await at.page.locator('[data-refund="done"]', { hasText: '¥12.00' }).waitFor();
  const asked = await at.asked('giveBack', 2) as GiveBack;
  assert.deepEqual([asked.lines.length, asked.secondPin], [0, pins['王敏']]);
  await at.page.locator('[data-key="end-refund"]:not(.deaf)').waitFor();
  await at.page.keyboard.press('Enter');
  await at.screen('sale');
});

test('one portion of two comes back without anybody else, and the list says so and who sold it', async () => {
  till.desks.with_shift();
  await at.open();
  await at.screen('sale');
  await at.dish(21).click();
  await sell(21);
  await at.by_hand('F11');
  await at.key('refund-A036').click();
  await at.page.getByRole('button', { name: '麻婆豆腐 多退一份' }).click();
  await at.page.locator('[data-choice="4"]').click();
  await at.key('give-back').click();
  await at.page.locator('[data-refund="done"]', { hasText: '¥6.00' }).waitFor();
  const asked = await at.asked('giveBack') as GiveBack;
  assert.deepEqual(asked.lines.map(({ lineId, amount }) => [lineId, amount]), [[1, 1]]);
  await at.key('end-refund').click();
  await at.screen('sale');
  await at.by_hand('F11');
  assert.match(await at.page.locator('[data-sale="A036"]').innerText(), /已退 ¥6\.00[\s\S]*麻婆豆腐 ×2 \(退 1\)[\s\S]*李慧 收银/);
});

test('an invoice is asked for, for a sale of today', async () => {
  await at.open();
  await at.screen('sale');
  await sell(11);
  await at.by_hand('F11');
  await at.key('invoice-A036').click();
  await at.page.locator('input[name="title"]').fill('青禾科技有限公司');
  await at.page.locator('input[name="tax-number"]').fill('91510100MA0000000X');
  await at.key('yes').click();
  assert.equal((await at.asked('askInvoice') as AskInvoice).title, '青禾科技有限公司');
});

test('the guest of the basket is topped up at the card desk', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.key('desk').click();
  await at.screen('desk');
  await at.key('yuan-100').click();
  await at.picture('till-card-1280x800-zh');
  await at.key('top-up').click();
  await at.page.locator('.strip', { hasText: '¥186.40' }).waitFor();
  assert.equal((await at.asked('topUp') as TopUpHere).fen, 10_000n);
});

test('a lost card is stopped first, then the new one is scanned', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.key('desk').click();
  await at.page.locator('[data-choice="lost"]').click();
  await at.key('lost-1234').click();
  await at.page.locator('.rows', { hasText: '¥86.40 和补贴都在' }).waitFor();
  await at.key('replace').click();
  await at.scan('880000004321');
  await at.key('issue').click();
  const issued = await at.asked('issueCard') as IssueCardHere;
  assert.deepEqual([issued.card, issued.replaces], ['880000004321', '1234']);
});

test('a card read before the card desk is even painted is taken by it', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.key('desk').click();
  await at.page.locator('[data-choice="issue"]').waitFor();
  await at.page.evaluate(async () => {
    document.querySelector<HTMLElement>('[data-choice="issue"]')!.click();
    await Promise.resolve();  // drawn, and not painted
    for (const key of [...'880000004321', 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await at.key('issue').click();
  assert.equal((await at.asked('issueCard') as IssueCardHere).card, '880000004321');
});

test('a card scanned at the desk puts its holder there, and says whose it is once somebody stands there', async () => {
  await at.open();
  await at.screen('sale');
  await at.key('desk').click();
  await at.screen('desk');
  await at.scan('880000009999');
  await at.page.locator('[role="alert"]', { hasText: '这张卡不认识' }).waitFor();
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  assert.equal(await at.page.locator('.rows', { hasText: '代领人' }).locator('li').allInnerTexts().then((all) => all.join()), '刘国栋,已登记，姓名请问办公室');
  await at.scan('880000005520');
  await at.page.locator('[role="alert"]', { hasText: '这是 刘国栋 的卡，不能发给别人' }).waitFor();
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.scan('880000009999');  // nobody's: it may be issued
  assert.equal(await at.page.locator('input[name="card"]').inputValue(), '880000009999');
  await at.page.locator('[data-choice="lost"]').click();
  await at.key('lost-1234').click();
  await at.scan('880000001234');
  await at.page.locator('[role="alert"]', { hasText: '这张卡已挂失' }).waitFor();
  assert.equal(till.done.some((one) => one.case === 'typeField'), false);
});

test('the drawer opens with a reason, and a safe drop is recorded with its sum', async () => {
  till.desks.with_shift();
  await at.open();
  await at.screen('sale');
  await at.key('drawer').click();
  await at.screen('drawer');
  assert.equal(await at.key('move').getAttribute('aria-disabled'), 'true');
  await at.page.locator('[data-choice="safe_drop"]').click();
  await at.page.locator('input[name="reason"]').fill('钱太多');
  await at.page.locator('input[name="reason"]').evaluate((input) => (input as HTMLElement).blur());
  await at.by_hand('5', '0', '0', 'Enter');
  const moved = await at.asked('moveDrawer') as MoveDrawerHere;
  assert.deepEqual([moved.kind, moved.fen, moved.reason], ['safe_drop', 50_000n, '钱太多']);
});

test('what the server decided otherwise is listed until somebody has seen it', async () => {
  till.desks.notices = create(NoticesPartSchema, { notices: [
    { number: 4n, pickup: 'A017', why: [{ name: 'right_already_used', params: [{ name: 'scheme', value: 'city-2025' }, { name: 'fen', value: '600' }, { name: 'payer', value: 'city,district' }] }] },
  ] });
  till.status.notices = 1;
  await at.open();
  await at.key('notices').click();
  await at.page.locator('[data-notice="A017"]', { hasText: '市补贴、区补贴 的补贴资格已被使用，食堂承担 6.00 元' }).waitFor();
  await at.key('seen-A017').click();
  await at.page.locator('[data-notice]').waitFor({ state: 'detached' });
});

test('a till that is not paired says what to do, and one without a printer sells', async () => {
  till.desks.setup.missing = ['setup.not_paired', 'setup.no_printer'];
  await at.open();
  await at.screen('setup');
  assert.match(await at.page.locator('.check').innerText(), /没有和服务器配对[\s\S]*登记码[\s\S]*没有打印机/);
  till.desks.setup.missing = ['setup.no_printer'];
  at.core.tell();
  await at.screen('sale');
});

test('the form of a printer begins with what is set, the second one with its own', async () => {
  till.status.printers = create(StatusPartSchema, { printers: [
    { address: '192.0.2.7:9100', columns: 32, raster: true }, { address: '/dev/usb/lp0', columns: 42, second: true },
  ] }).printers;
  await at.open();
  await at.key('settings').click();
  const form = async () => [await at.page.locator('input[name="address"]').inputValue(), ...await at.page.locator('aside [aria-pressed="true"]').allInnerTexts()];
  assert.deepEqual(await form(), ['192.0.2.7:9100', '主打印机', '32 列', '图形']);
  await at.page.locator('[data-choice="second"]').click();
  assert.deepEqual(await form(), ['/dev/usb/lp0', '备用打印机', '42 列', '文字']);
  await at.key('save-printer').click();
  const printer = await at.asked('setPrinter') as SetPrinter;
  assert.deepEqual([printer.address, printer.columns, printer.raster, printer.second], ['/dev/usb/lp0', 42, false, true]);
});

test('a printer is set by its address, and prints a test page', async () => {
  await at.open();
  await at.key('settings').click();
  await at.screen('settings');
  await at.page.locator('input[name="address"]').fill('192.0.2.7:9100');
  await at.page.locator('[data-choice="32"]').click();
  await at.key('save-printer').click();
  const printer = await at.asked('setPrinter') as SetPrinter;
  assert.deepEqual([printer.address, printer.columns, printer.raster], ['192.0.2.7:9100', 32, false]);
  await at.key('test-page').click();
  await at.asked('printTestPage');
  await at.picture('till-settings-1280x800-zh');
});
