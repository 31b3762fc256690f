// The kitchen page in a real browser, against a server of the test's own.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Origin, ServiceMode } from '@wire/common_pb.js';
import { TicketState } from '@wire/kitchen_pb.js';
import { DemoKitchen } from './support/demo_kitchen.js';
import { FakeServer } from './support/fake_server.js';

const root = process.env['CANTEEN_ROOT']!;
const pictures = join(root, 'build/web/pictures');
const dist = join(root, 'build/web/dist');

let browser: Browser;
let page: Page;
let server: FakeServer;
let complaints: string[] = [];

before(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
after(() => browser.close());

beforeEach(async () => {
  server = new FakeServer(new DemoKitchen(), dist);
  await server.start();
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

async function open(path = '/kitchen/?lang=zh', width = 1920, height = 1080): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  page = await context.newPage();
  page.setDefaultTimeout(90_000);  // a loaded machine is no failure
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error' && !/favicon|ERR_|WebSocket/.test(message.text())) complaints.push(message.text()); });
  await page.goto(server.address + path);
}

const ticket = (number: string) => page.locator(`[data-number="${number}"].ticket`);
const link = (kind: string) => page.locator(`[data-link="${kind}"]`).waitFor();
const seen = (number: string) => ticket(number).waitFor();
const gone = (number: string) => ticket(number).waitFor({ state: 'detached' });
const until = async (holds: () => boolean) => { while (!holds()) await new Promise((go) => setTimeout(go, 10)); };
const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

test('an order appears within a second of its commit, marked as new', async () => {
  await open();
  await link('live');
  const from = performance.now();
  server.publish({ tickets: [server.kitchen.order('A051', 0, 8, [[1, 2, 2, '少放油']])] });
  await seen('A051');
  assert.ok(performance.now() - from < 1000);
  assert.match(await ticket('A051').innerText(), /新[\s\S]*堂食[\s\S]*2×[\s\S]*回锅肉[\s\S]*少盐[\s\S]*少放油/);
  assert.deepEqual(complaints, []);
});

test('a tapped line is done at once, and a tapped number is ready and can be recalled', async () => {
  server.kitchen.add(server.kitchen.order('A052', -2, 6, [[1, 2], [6, 1]]));
  await open();
  await seen('A052');
  await ticket('A052').getByRole('button', { name: '回锅肉' }).click();
  await ticket('A052').locator('li.done').waitFor();
  await until(() => server.commands.length === 1);
  await ticket('A052').locator('.head').click({ delay: 500 });
  await gone('A052');
  await until(() => server.commands.length === 2);
  assert.deepEqual(server.commands.map(({ body }) => body.case), ['markLine', 'markTicket']);
  await page.keyboard.press('r');
  await page.locator('[data-panel="recall"] [data-number="A052"] button').click();
  await seen('A052');
  assert.equal(await ticket('A052').locator('li.done').count(), 1);
});

test('the last taps are taken back, newest first, by key', async () => {
  server.kitchen.add(server.kitchen.order('A053', -2, 6, [[1, 2], [6, 1]]));
  await open();
  await seen('A053');
  await ticket('A053').getByRole('button', { name: '番茄炒蛋' }).click();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await gone('A053');
  await page.keyboard.press('u');
  await seen('A053');
  assert.equal(await ticket('A053').locator('li.done').count(), 1);
  await page.keyboard.press('U');
  await ticket('A053').locator('li.done').waitFor({ state: 'detached' });
  await until(() => server.commands.length === 4);
  assert.ok(await page.locator('[data-key="undo"]').isDisabled());
});

test('everything goes by keyboard alone: go to a ticket, walk its lines, done, ready', async () => {
  server.kitchen.add(server.kitchen.order('A054', -3, 5, [[1, 1]]));
  server.kitchen.add(server.kitchen.order('A055', -2, 6, [[2, 1], [6, 1]]));
  await open();
  await seen('A055');
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await ticket('A055').locator('li.done', { hasText: '番茄炒蛋' }).waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await gone('A055');
  await page.keyboard.press('s');
  await page.locator('[data-panel="sold-out"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-panel="sold-out"]').waitFor({ state: 'detached' });
  assert.equal(await ticket('A054').count(), 1);
});

test('a cancelled ticket stands struck until somebody says that he saw it, and is not counted', async () => {
  const order = server.kitchen.add(server.kitchen.order('A056', -2, 6, [[4, 3]]));
  await open();
  await seen('A056');
  await page.locator('.cook[data-dish="豆瓣鲫鱼"]').waitFor();
  server.publish({ tickets: [{ ...order, state: TicketState.TICKET_CANCELLED }] });
  await ticket('A056').locator('li.void').waitFor();
  assert.match(await ticket('A056').innerText(), /已取消[\s\S]*知道了/);
  assert.equal(await page.locator('.cook').count(), 0);
  await ticket('A056').locator('.head').click();
  await gone('A056');
  await until(() => server.commands.length === 1);
  assert.equal(server.commands[0]!.body.case, 'acknowledgeCancelled');
});

for (const [language, mark] of [['zh', /纸单[\s\S]*勿重做/], ['en', /On paper[\s\S]*Do not cook again/]] as const) {
  test(`a sale that a slip told says so, is never called late, and a tap hands it out (${language})`, async () => {
    server.kitchen.add(server.kitchen.order('A057', -14, -6, [[4, 3]], { onPaper: true }));
    await open(`/kitchen/?lang=${language}`, 1280, 800);
    await seen('A057');
    assert.match(await ticket('A057').innerText(), mark);
    assert.match(await ticket('A057').getAttribute('class') ?? '', /slip/);
    assert.equal(await page.locator('.cook').count(), 0);
    await picture(`on_paper_${language}`);
    await ticket('A057').locator('.head').click();
    await gone('A057');
    await until(() => server.commands.length === 1);
    assert.equal(server.commands[0]!.body.case, 'markTicket');
    assert.deepEqual(complaints, []);
  });
}

test('a dish is sold out and comes back with portions, and the line counts it', async () => {
  await open();
  await link('live');
  await page.locator('[data-key="sold-out"]').click();
  await page.locator('.dish-key[data-dish="麻婆豆腐"]').click();
  await page.locator('[data-key="set-sold-out"]').click();
  await page.locator('.tray-row.out[data-dish="麻婆豆腐"]').waitFor();
  await page.locator('.amount input').fill('25');
  await page.locator('[data-key="back"]').click();
  await page.locator('.tray-row[data-dish="麻婆豆腐"]:not(.out)', { hasText: '41' }).waitFor();
  await until(() => server.commands.length === 3);
  assert.deepEqual(server.commands.map(({ body }) => body.case), ['setSoldOut', 'addPortions', 'setSoldOut']);
  await picture('sold-out-1920x1080-zh');
});

test('a tap is drawn at the next frame, however long the server thinks', async () => {
  server.kitchen.add(server.kitchen.order('A065', -2, 6, [[1, 1]]));
  await open();
  await seen('A065');
  server.answer_nothing = true;
  const drawn = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('.ticket li button')!.click();
    for (let i = 0; i < 2; ++i) await new Promise(requestAnimationFrame);
    return document.querySelectorAll('.ticket li.done').length;
  });
  assert.equal(drawn, 1);
  assert.equal(server.commands.length, 0);
});

test('a second tap at once in the same place does not take the next ticket away', async () => {
  server.kitchen.add(server.kitchen.order('A066', -2, 6, [[1, 1]]));
  server.kitchen.add(server.kitchen.order('A067', -1, 7, [[1, 1]]));
  await open();
  await seen('A067');
  await ticket('A066').locator('.head').dblclick();
  await gone('A066');
  await until(() => server.commands.length === 1);
  assert.equal(await ticket('A067').count(), 1);
});

test('a refused tap is taken back and says why', async () => {
  server.kitchen.add(server.kitchen.order('A057', -2, 6, [[1, 1]]));
  await open();
  await seen('A057');
  server.refuse_with = 'already_handed_over';
  await ticket('A057').locator('.head').click();
  await page.locator('.notice.bad', { hasText: '没有做成（A057 已出餐）：订单已取走。' }).waitFor();
  await seen('A057');
});

test('the server is killed and starts again: the page goes on, greyed meanwhile, and shows nothing twice', async () => {
  server.kitchen.add(server.kitchen.order('A058', -2, 6, [[1, 1]]));
  server.kitchen.add(server.kitchen.order('A059', -1, 7, [[2, 1], [6, 1]]));
  await open();
  await seen('A059');
  await server.stop();
  await link('offline');
  assert.match(await page.locator('.banner').innerText(), /画面停在 11:4\d/);
  assert.equal(await page.locator('.is-stale').count(), 1);
  await ticket('A059').getByRole('button', { name: '番茄炒蛋' }).click();
  await ticket('A059').locator('li.done').waitFor();
  await page.locator('.banner b', { hasText: '1 次点按待送' }).waitFor();
  await picture('offline-1920x1080-zh');
  server.publish({ tickets: [server.kitchen.order('A060', 0, 8, [[3, 1]])] });
  await server.start();
  await link('live');
  await seen('A060');
  await until(() => server.commands.length === 1);
  assert.deepEqual(await page.locator('.ticket').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['number'])), ['A058', 'A059', 'A060']);
  assert.equal(await ticket('A059').locator('li.done').count(), 1);
  assert.equal(await page.locator('.is-stale, .banner').count(), 0);
});

test('after a restore the new epoch replaces the whole picture', async () => {
  server.kitchen.add(server.kitchen.order('A061', -2, 6, [[1, 1]]));
  await open();
  await seen('A061');
  await server.stop();
  server.kitchen.tickets.clear();
  server.kitchen.add(server.kitchen.order('A062', -2, 6, [[1, 1]]));
  server.epoch = 8n;
  await server.start();
  await seen('A062');
  await gone('A061');
});

test('what people typed is text: markup in a note or a name does nothing', async () => {
  const nasty = '<img src=x onerror="document.title=\'owned\'">';
  const order = server.kitchen.order('A063', -2, 6, [[1, 1, 0, nasty]]);
  order.lines[0]!.name = '<b>回锅肉</b>';
  server.kitchen.add(order);
  await open();
  await seen('A063');
  assert.ok((await ticket('A063').innerText()).includes(nasty));
  assert.equal(await page.locator('.ticket img, .ticket b b, .dish b').count(), 0);
  assert.notEqual(await page.title(), 'owned');
});

test('a screen that is not enrolled says so and leads to the form; the form takes the code from the address', async () => {
  server.enrolled = false;
  await open();
  await page.locator('.banner a').waitFor();
  assert.match(await page.locator('.banner').innerText(), /不认识这块屏/);
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.goto(`${server.address}/enrol/#code=7K2M-9QXF`);
  assert.match((await posted).postData() ?? '', /^code=7K2M-9QXF&nonce=[0-9a-f]{32}$/);
  await page.getByText('登记码不对').waitFor();
  await picture('enrol-1920x1080-zh');
  server.enrolled = true;
  await page.getByRole('button').click();
  await page.waitForURL('**/kitchen/');
  await link('live');
});

test('the language is switched on the page and stays', async () => {
  server.kitchen.add(server.kitchen.order('A064', -2, 6, [[1, 1]]));
  await open('/kitchen/');
  await ticket('A064').getByText('回锅肉').waitFor();
  await page.locator('[data-key="language"]').click();
  await ticket('A064').getByText('Twice-cooked pork').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.goto(`${server.address}/kitchen/`);
  await ticket('A064').getByText('Twice-cooked pork').waitFor();
});

test('the sound switch waits for a first touch, rings, and is remembered', async () => {
  await open();
  await link('live');
  const key = page.locator('[data-key="sound"]');
  await key.click();
  await key.getByText('声音开').waitFor();
  await key.click();
  await key.getByText('声音关').waitFor();
  await page.reload();
  await key.getByText('声音关').waitFor();
});

test('every key is at least 64 px high, and doubled text scrolls instead of being cut', async () => {
  server.kitchen.fill();
  await open('/kitchen/?lang=zh', 1280, 800);
  await seen('A041');
  const small = await page.locator('button').evaluateAll((keys) => keys.filter((key) => key.getBoundingClientRect().height < 64).map((key) => key.textContent));
  assert.deepEqual(small, []);
  await page.setViewportSize({ width: 960, height: 540 });  // the size of 1920x1080 at 200 %
  await page.waitForFunction(() => document.querySelectorAll('.ticket').length === 9);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight > innerHeight));
  const cut = await page.locator('.ticket ul').evaluateAll((lists) => lists.filter((list) => list.scrollHeight > list.clientHeight + 1).length);
  assert.equal(cut, 0);
  await page.screenshot({ path: join(pictures, 'double-text-960x540-zh.png'), fullPage: true });
});

test('a ticket with more lines than its cell says how many are below', async () => {
  server.kitchen.fill();
  await open();
  await ticket('G002').getByText('下面还有 1 样').waitFor();
});

const sizes = [[1920, 1080], [1280, 800]] as const;

test('pictures: a full wall in both sizes and languages, and cut off', async () => {
  for (const [width, height] of sizes) {
    for (const language of ['zh', 'en']) {
      server.kitchen.tickets.clear();
      server.kitchen.fill();
      await open(`/kitchen/?lang=${language}`, width, height);
      await link('live');
      server.publish({ tickets: [server.kitchen.order('A045', -0.5, 8.9, [[1, 1], [2, 1, 2]])] });
      await seen('A045');
      await picture(`kitchen-${width}x${height}-${language}`);
      await page.context().close();
    }
  }
  await open('/kitchen/?lang=en', 1280, 800);
  await link('live');
  await server.stop();
  await link('offline');
  await picture('offline-1280x800-en');
  await server.start();
});

test('pictures: nothing to cook, with orders ahead, and the panels', async () => {
  server.kitchen.add(server.kitchen.order('W021', -60, 100, [[3, 2], [6, 1]], { origin: Origin.AHEAD, mode: ServiceMode.TAKEAWAY }));
  server.kitchen.add(server.kitchen.order('G005', -1500, 330, [[1, 16], [2, 16], [4, 8]], { origin: Origin.GROUP }));
  for (const number of ['A038', 'C005', 'B016']) {
    server.kitchen.add(server.kitchen.order(number, -20, -8, [[1, 1], [6, 2]], { state: TicketState.TICKET_READY, readyAtMs: BigInt(server.kitchen.now_ms() - 120_000) }));
  }
  for (const [width, height] of sizes) {
    for (const language of ['zh', 'en']) {
      await open(`/kitchen/?lang=${language}`, width, height);
      await link('live');
      await page.locator('.agenda').waitFor();
      await picture(`empty-${width}x${height}-${language}`);
      if (height === 800) {
        await page.keyboard.press('r');
        await picture(`recall-${width}x${height}-${language}`);
        await page.keyboard.press('Escape');
        await page.locator('[data-panel]').waitFor({ state: 'detached' });
        await page.keyboard.press('s');
        await page.locator('.dish-key').nth(8).click();
        await picture(`sold-out-${width}x${height}-${language}`);
      }
      await page.context().close();
    }
  }
});
