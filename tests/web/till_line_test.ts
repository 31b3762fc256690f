// The line between page and core, and between core and server, in a real browser: cut, doubled, slow, not let in.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { LineState } from '@wire/till_view_pb.js';
import type { DemoTill } from './support/demo_till.js';
import { TillBrowser } from './support/till_browser.js';

const at = new TillBrowser();
let till: DemoTill;

before(() => at.launch());
after(() => at.browser.close());
beforeEach(async () => { till = await at.begin(); });
afterEach(() => at.end());

const gone = () => at.page.locator('[data-gone="gone"]');

test('cut off from the server it sells on, and says what is different', async () => {
  Object.assign(till.status, { line: LineState.LINE_OFFLINE, lineSinceMs: till.status.nowMs - 360_000n, queued: 4, offlineLeftFen: 5000n });
  await at.open();
  await at.screen('sale');
  assert.match(await at.page.locator('.bar.offline').innerText(), /离线 自 11:42[\s\S]*待上传 4/);
  assert.match(await at.page.locator('.banner').innerText(), /离线收银[\s\S]*补贴暂定[\s\S]*¥50.00/);
  await at.scan('880000001234');
  await at.dish(1).click();
  await at.sum('to-pay', '¥9.00');
  assert.match(await at.page.locator('.sum').innerText(), /暂定/);
  await at.picture('till-offline-1280x800-zh');
  await at.key('pay').click();
  await at.screen('done');
  await at.page.locator('[data-committed="false"]').waitFor();
});

test('when the core is gone nothing is sold, and afterwards the basket stands there again', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.core.stop();
  await gone().waitFor();
  assert.match(await gone().innerText(), /现在不能收款/);
  await at.picture('till-gone-1280x800-zh');
  await at.dish(12).click({ force: true });
  await at.page.keyboard.press('F1');
  await at.core.start();
  await gone().waitFor({ state: 'detached' });
  await at.sum('to-pay', '¥12.00');
  assert.deepEqual(till.done.map((action) => action.case), ['addDish']);
});

test('a core that has stopped thinking is gone too; what it did not answer is asked again, and done once', async () => {
  await at.open();
  await at.screen('sale');
  at.core.answers_nothing = true;
  await at.dish(11).click();
  await gone().waitFor();
  at.core.answers_nothing = false;
  await at.sum('to-pay', '¥12.00');
  await at.dish(12).click();
  await at.sum('to-pay', '¥23.00');
  assert.equal(till.done.filter((action) => action.case === 'addDish').length, 2);
});

test('a view that was lost on the way is no matter: the page dials again and is told everything', async () => {
  await at.open();
  await at.screen('sale');
  at.core.skip_a_view();
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await gone().waitFor({ state: 'detached' });
  assert.equal(till.done.filter((action) => action.case === 'addDish').length, 1);
});

test('a reload and a second page show the same basket', async () => {
  await at.open();
  await at.screen('sale');
  await at.dish(11).click();
  await at.sum('to-pay', '¥12.00');
  await at.page.reload();
  await at.sum('to-pay', '¥12.00');
  const other = await at.page.context().newPage();
  await other.goto(`${at.core.address}/till/?lang=zh`);
  await other.locator('[data-sum="to-pay"]', { hasText: '¥12.00' }).waitFor();
});

test('a page that is not let in leads to the form, and comes back with the code', async () => {
  at.core.paired = false;
  await at.open();
  await at.page.locator('[data-gone="unpaired"] a').click();
  await at.page.waitForURL('**/enrol/');
  await at.page.locator('input[name="code"]').fill('7K2M-9QXF');
  await at.page.getByRole('button').click();
  await at.page.waitForURL('**/till/');
  await at.screen('sale');
});

test('a page of another protocol says so', async () => {
  at.core.page_protocol = 2;
  await at.open();
  await at.page.locator('[data-gone="page_older"]', { hasText: '页面版本太旧' }).waitFor();
});

test('what people typed is text: markup in a name does nothing', async () => {
  const nasty = '<img src=x onerror="document.title=\'owned\'">';
  till.members[0]!.guest.name = nasty;
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: nasty }).waitFor();
  assert.equal(await at.page.locator('.strip img').count(), 0);
  assert.notEqual(await at.page.title(), 'owned');
});

test('an input method that is switched on neither swallows nor doubles a scan', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan_through_input_method('880000001234', 'ba ba');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  assert.equal(await at.page.locator('#field').inputValue(), '');
  assert.deepEqual(till.done.map((action) => action.case === 'typeField' && action.value.text), ['880000001234']);
});

test('a hand that writes Chinese is not cut short by the Enter of its input method', async () => {
  await at.open();
  await at.screen('sale');
  const session = await at.page.context().newCDPSession(at.page);
  await at.page.locator('#field').focus();
  await session.send('Input.imeSetComposition', { text: 'chen', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  await session.send('Input.insertText', { text: '陈淑芬' });
  assert.equal(till.done.length, 0);
  await at.by_hand('Enter');
  await at.screen('find');
});

test('the guest display speaks the language that its till says', async () => {
  await at.open('/guest/?lang=zh');
  await at.page.getByText('欢迎光临').waitFor();
  till.display_in_english = true;
  at.core.tell();
  await at.page.getByText('Welcome').waitFor();
});

test('the guest display shows what is to be paid, then the change, and nothing that names a right', async () => {
  await at.open();
  await at.screen('sale');
  await at.scan('880000001234');
  await at.dish(1).click();
  await at.sum('to-pay', '¥9.00');
  const guest = await at.page.context().newPage();
  await guest.goto(`${at.core.address}/guest/?lang=zh`);
  await guest.locator('[data-sum="to-pay"]', { hasText: '¥9.00' }).waitFor();
  const words = await guest.locator('body').innerText();
  assert.ok(!/补贴|长者|陈淑芬|1234/.test(words.replace('长者软食套餐', '')), words);
  till.basket.part.tenders = [];
  await at.core.stop();
  await guest.locator('[data-stage="idle"]').waitFor();
  await at.core.start();
  await guest.locator('[data-sum="to-pay"]').waitFor();
});
