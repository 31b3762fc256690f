// The kitchen page in a real browser, against a server of the test's own.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
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
  page.setDefaultTimeout(5000);
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
  await ticket('A052').locator('li.done').waitFor({ timeout: 1000 });
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

const sizes = [[1920, 1080], [1280, 800]] as const;

test('pictures: a full wall in both sizes and languages, nothing to cook, and cut off', async () => {
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
});
