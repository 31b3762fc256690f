// The page's line to its core on a machine where time and network are the test's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { CoreFrameSchema, PageFrameSchema, type PageFrame } from '@wire/till_page_pb.js';
import { CoreLink, gone_after_ms, ping_every_ms, type ActionInit } from '../../pos-client/web/shared/core_link.js';
import { FakeMachine } from './support/fake_machine.js';

type FrameInit = NonNullable<Parameters<typeof create<typeof CoreFrameSchema>>[1]>['frame'];
const add_dish: ActionInit = { case: 'addDish', value: { dish: 11, quantity: 1 } };

class Page {
  readonly machine = new FakeMachine<PageFrame>((bytes) => fromBinary(PageFrameSchema, bytes));
  readonly answered: string[] = [];
  readonly lost: string[] = [];
  readonly link = new CoreLink(this.machine, { on_change: () => {}, on_answer: (action, _, id) => this.answered.push(`${action.case} ${id}`),
    on_lost: (action, id) => this.lost.push(`${action.case} ${id}`) }, false, 1_000_000);
  private number = 0n;

  constructor() {
    this.link.dial();
  }
  say(frame: FrameInit): void {
    this.machine.socket.on_frame(toBinary(CoreFrameSchema, create(CoreFrameSchema, { frame: frame! })));
  }
  greet(page_protocol = 1, run = 1): this {
    this.machine.socket.on_open();
    this.say({ case: 'hello', value: { pageProtocol: page_protocol, runId: new Uint8Array(16).fill(run) } });
    this.number = 0n;
    return this.view({ status: { site: '青禾社区食堂', nowMs: 5_000_000n, pace: 60 } });
  }
  view(parts: object): this {
    this.say({ case: 'view', value: { number: ++this.number, ...parts } });
    return this;
  }
  cut(): void {
    this.machine.socket.on_close();
  }
  sent(kind: string): PageFrame[] {
    return this.machine.socket.sent.filter((frame) => frame.action.case === kind);
  }
}

test('the page says hello first, and is live once it was told everything', () => {
  const page = new Page();
  assert.equal(page.link.act(add_dish), null);
  page.greet();
  assert.equal(page.link.state, 'live');
  assert.equal(page.sent('hello').length, 1);
  assert.equal(page.link.picture.parts.status!.site, '青禾社区食堂');
});

test('a closed line means at once that nothing is sold, and taps do nothing', () => {
  const page = new Page().greet();
  page.cut();
  assert.equal(page.link.state, 'gone');
  assert.equal(page.link.act(add_dish), null);
  page.machine.pass(1000);
  page.greet();
  assert.equal(page.link.state, 'live');
  assert.equal(page.sent('addDish').length, 0);
});

test('a silent core is gone after some seconds, though its line stands', () => {
  const page = new Page().greet();
  const silent = page.machine.socket;
  page.machine.pass(ping_every_ms);
  assert.equal(page.sent('ping').length, 1);
  page.machine.pass(gone_after_ms);
  assert.equal(page.link.state, 'gone');
  assert.ok(silent.closed);
});

test('an action without an answer is sent again under its id, an answered one is not', () => {
  const page = new Page().greet();
  const answered = page.link.act(add_dish)!;
  page.say({ case: 'answer', value: { actionId: page.sent('addDish')[0]!.actionId } });
  const lost = page.link.act(add_dish)!;
  page.cut();
  page.machine.pass(1000);
  page.greet();
  const again = page.sent('addDish');
  assert.equal(again.length, 1);
  page.say({ case: 'answer', value: { actionId: again[0]!.actionId } });
  page.say({ case: 'answer', value: { actionId: again[0]!.actionId } });
  assert.deepEqual(page.answered, [`addDish ${answered}`, `addDish ${lost}`]);
});

test('a core that was started again is not asked a second time: what it did before it ended stands in its parts', () => {
  const page = new Page().greet();
  const lost = page.link.act(add_dish)!;
  page.cut();
  page.machine.pass(1000);
  page.greet(1, 2);
  assert.equal(page.sent('addDish').length, 0);
  assert.deepEqual(page.lost, [`addDish ${lost}`]);
  assert.ok(!page.link.is_waiting('addDish'));
});

test('a gap in the views hangs up and dials again', () => {
  const page = new Page().greet();
  page.say({ case: 'view', value: { number: 9n } });
  assert.ok(page.machine.sockets[0]!.closed);
  page.machine.pass(1000);
  assert.equal(page.machine.sockets.length, 2);
  page.greet();
  assert.equal(page.link.state, 'live');
});

test('a page of another protocol is told so and sells nothing', () => {
  const page = new Page().greet(2);
  assert.equal(page.link.state, 'page_older');
  assert.equal(page.link.act(add_dish), null);
});

test('a core that answers HTTP and refuses the line twice does not know this page', async () => {
  const page = new Page();
  page.machine.answers_http = true;
  page.cut();
  await new Promise(setImmediate);
  assert.equal(page.link.state, 'gone');
  page.machine.pass(1000);
  page.cut();
  await new Promise(setImmediate);
  assert.equal(page.link.state, 'unpaired');
  page.machine.pass(5000);
  page.greet();
  assert.equal(page.link.state, 'live');
});

test('the clock is the canteen\'s, at its pace', () => {
  const page = new Page().greet();
  page.machine.pass(1000);
  assert.equal(page.link.clock.now_ms(), 5_060_000);
});
