// A till's page in a real browser, and the few words that its tests are told in.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { DemoTill } from './demo_till.js';
import { FakeTillCore } from './fake_till_core.js';

const root = process.env['CANTEEN_ROOT']!;
export const pictures = join(root, 'build/web/pictures');
const device_gap_s = 0.008;
const a_moment_s = 0.2;   // a scan is over before a hand presses the next key
const hand_ms = 70;  // between two keys of a quick hand; a device needs a few

export class TillBrowser {
  browser!: Browser;
  page!: Page;
  core!: FakeTillCore;
  complaints: string[] = [];
  private scanned_until_s = 0;  // by the clock of its keys

  async launch(): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    this.browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  }

  async begin(): Promise<DemoTill> {
    this.core = new FakeTillCore(new DemoTill(), join(root, 'build/web/till-dist'));
    await this.core.start();
    return this.core.till;
  }

  async end(): Promise<void> {
    await this.page?.context().close();
    await this.core.stop();
  }

  async open(path = '/till/?lang=zh', width = 1280, height = 800): Promise<void> {
    const context = await this.browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
    this.page = await context.newPage();
    this.page.setDefaultTimeout(Number(process.env['WAIT_MS'] ?? 60_000));  // a loaded machine is no failure
    this.complaints = [];
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('console', (message) => { if (message.type() === 'error' && !/favicon|ERR_|WebSocket/.test(message.text())) this.complaints.push(message.text()); });
    await this.page.goto(this.core.address + path);
  }

  screen(name: string): Promise<void> {
    return this.page.locator(`[data-screen="${name}"]`).waitFor();
  }

  key(name: string): Locator {
    return this.page.locator(`[data-key="${name}"]`);
  }

  dish(id: number): Locator {
    return this.page.locator(`.tile[data-dish="${id}"]`);
  }

  dialog(name: string): Promise<void> {
    return this.page.locator(`[data-dialog="${name}"] [data-key="yes"]:focus, [data-dialog="${name}"] input:focus`).waitFor();
  }

  sum(name: string, amount: string): Promise<void> {
    return this.page.locator(`[data-sum="${name}"]`, { hasText: amount }).waitFor();
  }

  // Types as a hand does; returns how many keys it pressed.
  async by_hand(...keys: string[]): Promise<number> {
    for (const key of keys) await this.page.keyboard.press(key, { delay: hand_ms });
    return keys.length;
  }

  // Types as a scanner does: each character some milliseconds after the last one, however busy the machine is.
  async scan(text: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const from_s = Math.max(Date.now() / 1000 - (text.length + 1) * device_gap_s - a_moment_s, this.scanned_until_s + a_moment_s);
    this.scanned_until_s = from_s + text.length * device_gap_s;
    const press = (i: number, key: object) => ['keyDown', 'keyUp'].map((type) => session.send('Input.dispatchKeyEvent', { ...key, type: type as 'keyDown', timestamp: from_s + i * device_gap_s }));
    const characters = [...text].flatMap((digit, i) => press(i, { key: digit, code: `Digit${digit}`, text: digit }));
    await Promise.all([...characters, ...press(text.length, { key: 'Enter', code: 'Enter', text: '\r' })]);
    await session.detach();
  }

  // The same while an input method is switched on: it hides the keys, composes something of its own, and hands it over.
  async scan_through_input_method(text: string, composed: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const from_s = Date.now() / 1000 - (text.length + 1) * device_gap_s - a_moment_s;
    await this.page.locator('#field').focus();
    await session.send('Input.imeSetComposition', { text: composed, selectionStart: composed.length, selectionEnd: composed.length });
    const codes = [...[...text].map((digit) => `Digit${digit}`), 'Enter'];
    for (const [i, code] of codes.entries()) {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229, timestamp: from_s + i * device_gap_s });
    }
    await session.detach();
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  // Waits until the core was asked for so many actions of a kind; returns the last one's words.
  async asked(kind: string, times = 1): Promise<unknown> {
    const all = () => this.core.till.done.filter((action) => action.case === kind);
    while (all().length < times) await new Promise((go) => setTimeout(go, 10));
    return all().at(-1)!.value;
  }
}
