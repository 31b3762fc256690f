// A sale at the till's page, in a real browser against a core of the test's own: by taps, by keys, by scanner.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { PayBasket } from '@wire/till_page_pb.js';
import { SaleStage } from '@wire/till_view_pb.js';
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
  assert.match(await at.page.locator('.done').innerText(), /已收 ¥12.00[\s\S]*A036[\s\S]*厨房|服务器已记下/);
  assert.deepEqual(at.complaints, []);
});
