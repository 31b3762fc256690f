// How the till's pages look: pictures in both sizes and languages, doubled text, keys large enough, and what axe finds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { MealSchema, MealSlot } from '@wire/common_pb.js';
import { MealMenuSchema, PaperState } from '@wire/till_view_pb.js';
import type { DemoTill } from './support/demo_till.js';
import { TillBrowser } from './support/till_browser.js';

interface Finding { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] }

const at = new TillBrowser();
const axe = readFileSync(join(process.env['CANTEEN_ROOT']!, 'node_modules/axe-core/axe.min.js'), 'utf8');
const sizes = [[1280, 800], [1024, 768]] as const;
let till: DemoTill;

before(() => at.launch());
after(() => at.browser.close());
beforeEach(async () => { till = await at.begin(); till.desks.with_shift(); });
afterEach(() => at.end());

// Returns what axe finds serious on the page as it stands.
async function findings(): Promise<string[]> {
  await at.page.evaluate(axe);
  const found = await at.page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run().then((all) => all.violations));
  return found.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ').slice(0, 400)}`);
}

async function fill_basket(): Promise<void> {
  await at.screen('sale');
  await at.scan('880000001234');
  await at.page.locator('.strip', { hasText: '陈淑芬' }).waitFor();
  await at.dish(1).click();
  await at.dish(51).click();
  await at.dialog('grams');
  await at.by_hand('1', '6', '0', 'Enter');
  await at.page.locator('.basket li').nth(1).waitFor();
  await at.dish(11).click();
  await at.sum('to-pay', '¥26.60');
}

const views = ['sale', 'pay', 'done', 'sales', 'refund', 'desk', 'drawer', 'shift', 'settings', 'parked'] as const;

// Opens each view in turn, as a cashier does.
async function open_view(view: (typeof views)[number]): Promise<void> {
  const back = () => at.key('back').click();
  switch (view) {
    case 'sale': return fill_basket();
    case 'pay': return at.key('split').click();
    case 'done':
      till.paper = PaperState.PAPER_FAILED;
      await at.page.locator('[data-way="1"]').click();
      await at.key('note-5000').click();
      return at.screen('done');
    case 'sales': await at.key('next').click(); await at.key('sales').click(); return at.key('refund-A036').waitFor();
    case 'refund': await at.key('refund-A036').click(); await at.key('all').click(); return;
    case 'desk': await back(); await back(); await at.scan('880000001234'); await at.page.locator('.strip', { hasText: '1234' }).waitFor(); return at.key('desk').click();
    case 'drawer': await back(); return at.key('drawer').click();
    case 'shift': await back(); await at.key('shift').click(); await at.page.locator('#note-10000').fill('6'); return at.key('counted').click();
    case 'settings': await back(); return at.key('settings').click();
    case 'parked': await back(); await at.dish(11).click(); await at.key('hold').click(); return at.key('parked').click();
  }
}

for (const [width, height] of sizes) {
  for (const language of ['zh', 'en']) {
    test(`pictures of all views at ${width}x${height} in ${language}: axe finds nothing serious, every key is large enough`, async () => {
      await at.open(`/till/?lang=${language}`, width, height);
      for (const view of views) {
        await open_view(view);
        await at.screen(view);
        await at.picture(`till-${view}-${width}x${height}-${language}`);
        assert.deepEqual(await findings(), [], view);
        const small = await at.page.locator('button:visible').evaluateAll((keys) => keys.filter((key) => key.getBoundingClientRect().height < 62).map((key) => key.outerHTML.slice(0, 120)));
        assert.deepEqual(small, [], view);
        assert.ok(await at.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight), `${view} fits`);
      }
      assert.deepEqual(at.complaints, []);
    });
  }
}

test('the drawer is counted without scrolling: the last coin is in sight', async () => {
  for (const [width, height] of sizes) {
    for (const language of ['zh', 'en']) {
      await at.open(`/till/?lang=${language}`, width, height);
      await at.screen('sale');
      await at.key('shift').click();
      await at.page.locator('#note-10000').fill('9999');
      await at.picture(`till-count-${width}x${height}-${language}`);
      const [rows, last] = await Promise.all([at.page.locator('.count ul').boundingBox(), at.page.locator('.count li').last().boundingBox()]);
      assert.ok(last!.y + last!.height <= rows!.y + rows!.height, `${width} ${language}: the last row ends at ${last!.y + last!.height}, the list at ${rows!.y + rows!.height}`);
      assert.ok(rows!.y + rows!.height <= height);
      assert.ok(await at.page.locator('.count h2').evaluate((head) => head.scrollWidth <= head.clientWidth), 'the sum fits');
      await at.page.context().close();
    }
  }
});

test('many meals and the field stand side by side, and none covers the other', async () => {
  const [lunch] = till.menus;
  const later = [MealSlot.BREAKFAST, MealSlot.DINNER, MealSlot.LUNCH, MealSlot.DINNER];
  till.menus.push(...later.map((slot, i) => create(MealMenuSchema, { ...lunch!, open: false, meal: create(MealSchema, { date: lunch!.meal!.date + 1 + i, slot }) })));
  for (const [width, height] of sizes) {
    for (const language of ['zh', 'en']) {
      await at.open(`/till/?lang=${language}`, width, height);
      await at.screen('sale');
      const tabs = await at.page.locator('.toprow .seg').boundingBox();
      const field = await at.page.locator('.toprow .field').boundingBox();
      assert.equal(await at.page.locator('.toprow .seg > button').count(), till.menus.length);
      assert.ok(tabs!.x + tabs!.width <= field!.x, `tabs end at ${tabs!.x + tabs!.width}, the field begins at ${field!.x}`);
      assert.ok(field!.width >= 160, `${field!.width} px for the field at ${width} in ${language}`);
      await at.page.locator('.toprow .seg > button').last().click();
      await at.page.context().close();
    }
  }
});

test('doubled text scrolls instead of being cut, in every view', async () => {
  await at.open('/till/?lang=zh', 640, 400);  // the size of 1280x800 at 200 %
  for (const view of views) {
    await open_view(view);
    await at.screen(view);
    await at.page.screenshot({ path: `build/web/pictures/till-${view}-double-text.png`, fullPage: true });
    const wide = await at.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${view} is ${wide} px too wide`);
  }
});

test('the start of a day: log-in, float, guest display', async () => {
  Object.assign(till.desks.shift, { staffId: new Uint8Array(), shiftId: new Uint8Array(), cashier: '' });
  till.desks.setup.missing = ['setup.no_printer'];
  for (const [width, height] of sizes) {
    await at.open('/till/?lang=zh', width, height);
    await at.key('person-1').click();
    await at.screen('start');
    await at.picture(`till-start-${width}x${height}-zh`);
    assert.deepEqual(await findings(), []);
    await at.page.context().close();
  }
  await at.open('/guest/?lang=zh');
  await at.page.locator('[data-stage="idle"]').waitFor();
  assert.deepEqual(await findings(), []);
  till.basket.add(1, 1, 0);
  till.basket.add(51, 1, 160);
  till.basket.reprice(false);
  at.core.tell();
  await at.page.locator('[data-stage="basket"]').waitFor();
  await at.picture('till-guest-1280x800-zh');
  assert.deepEqual(await findings(), []);
});
