// A screen's connection on a machine where time and network are the test's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import type { Command } from '@wire/command_pb.js';
import {
  AnswerSchema, CommittedSchema, Feed, FeedFrameSchema, GoodbyeSchema, PongSchema, RejectedSchema, SnapshotSchema, type Rejected,
} from '@wire/envelope_pb.js';
import { mark_line } from '../../canteen/web/kitchen/model/commands.js';
import { Connection } from '../../canteen/web/shared/connection.js';
import { FakeMachine, type FakeSocket } from './support/fake_machine.js';

class Screen {
  readonly machine = new FakeMachine();
  readonly rejected: [Command, Rejected][] = [];
  readonly connection = new Connection(this.machine, {
    on_change: () => {},
    on_rejected: (command, why) => this.rejected.push([command, why]),
  }, 1_000_000);

  constructor() {
    this.connection.dial();
  }
  get socket(): FakeSocket {
    return this.machine.socket;
  }
  // Welcomes the screen, with a whole picture at `seq`.
  ready(seq = 10n): this {
    this.socket.welcome();
    this.feed({ seq, snapshot: create(SnapshotSchema, { first: true, last: true }) });
    return this;
  }
  feed(init: object): void {
    this.socket.say({ case: 'feed', value: create(FeedFrameSchema, { feed: Feed.KITCHEN, epoch: 1n, ...init }) });
  }
  tap(): Command {
    const command = mark_line(1_000_000, new Uint8Array(16), 0, true);
    this.connection.submit(command);
    return command;
  }
  commit(command: Command, seq: bigint): void {
    this.socket.say({ case: 'answer', value: create(AnswerSchema, { commandId: command.commandId, outcome: { case: 'committed', value: create(CommittedSchema, { seq }) } }) });
  }
  reject(command: Command, name: string): void {
    this.socket.say({ case: 'answer', value: create(AnswerSchema, { commandId: command.commandId, outcome: { case: 'rejected', value: create(RejectedSchema, { name }) } }) });
  }
  pong(token: bigint): void {
    this.socket.say({ case: 'pong', value: create(PongSchema, { token, serverTimeMs: 1_005_000n }) });
  }
  cut(): void {
    this.socket.on_close();
  }
  hello() {
    const frame = this.socket.of('hello')[0];
    return frame?.case === 'hello' ? frame.value : undefined;
  }
}

test('the first hello begins at nothing, the next one where the picture stands', () => {
  const screen = new Screen().ready(10n);
  assert.equal(screen.hello()!.feeds[0]!.seq, 0n);
  screen.cut();
  screen.machine.pass(10_000);
  screen.socket.welcome();
  assert.equal(screen.machine.sockets.length, 2);
  assert.deepEqual([screen.hello()!.feeds[0]!.epoch, screen.hello()!.feeds[0]!.seq], [1n, 10n]);
});

test('a tap made while the line is cut is sent, once welcomed, with the id it was given', () => {
  const screen = new Screen().ready();
  screen.cut();
  const command = screen.tap();
  screen.machine.pass(10_000);
  assert.equal(screen.socket.of('submit').length, 0);
  screen.socket.welcome();
  const [sent] = screen.socket.of('submit');
  assert.ok(sent?.case === 'submit');
  assert.deepEqual(sent.value.command!.commandId, command.commandId);
});

test('nothing is sent before the welcome but the hello', () => {
  const screen = new Screen();
  screen.tap();
  assert.equal(screen.socket.sent.length, 0);
  screen.socket.welcome();
  assert.deepEqual(screen.socket.sent.map((frame) => frame.case), ['hello', 'submit']);
});

test('a tap without an answer is sent again on the next connection, an answered one is not', () => {
  const screen = new Screen().ready();
  const answered = screen.tap();
  screen.commit(answered, 11n);
  const lost = screen.tap();
  screen.cut();
  screen.machine.pass(10_000);
  screen.socket.welcome();
  const again = screen.socket.of('submit').map((frame) => (frame.case === 'submit' ? frame.value.command!.commandId : null));
  assert.deepEqual(again, [lost.commandId]);
});

test('a tap stays on the picture from its answer until the feed has it', () => {
  const screen = new Screen().ready(10n);
  const command = screen.tap();
  screen.commit(command, 12n);
  assert.equal(screen.connection.taps.shown().length, 1);
  screen.feed({ after: 10n, seq: 12n });
  assert.equal(screen.connection.taps.shown().length, 0);
});

test('a tap that changed nothing leaves the picture at the first pong after its answer', () => {
  const screen = new Screen().ready(10n);
  const command = screen.tap();
  screen.machine.pass(5000);   // a ping is under way
  screen.commit(command, 12n);
  screen.pong(1n);
  assert.equal(screen.connection.taps.shown().length, 1);
  screen.machine.pass(5000);
  screen.pong(2n);
  assert.equal(screen.connection.taps.shown().length, 0);
});

test('a refused tap is taken back and told; a busy server is asked again', () => {
  const screen = new Screen().ready();
  const refused = screen.tap();
  screen.reject(refused, 'order_cancelled');
  assert.deepEqual(screen.rejected.map(([, why]) => why.name), ['order_cancelled']);
  assert.equal(screen.connection.taps.shown().length, 0);
  const kept = screen.tap();
  screen.reject(kept, 'busy');
  screen.machine.pass(1000);
  assert.equal(screen.socket.of('submit').length, 3);
  assert.equal(screen.connection.taps.shown().length, 1);
});

test('a gap in the feed is asked for from where the picture stands', () => {
  const screen = new Screen().ready(10n);
  screen.feed({ after: 12n, seq: 13n });
  const [resume] = screen.socket.of('resume');
  assert.ok(resume?.case === 'resume');
  assert.equal(resume.value.cursor!.seq, 10n);
});

test('the link is live, then seconds behind, then closed and offline since the last word', () => {
  const screen = new Screen();
  assert.equal(screen.connection.link().kind, 'connecting');
  screen.ready();
  assert.equal(screen.connection.link().kind, 'live');
  screen.machine.pass(9000);
  assert.deepEqual(screen.connection.link(), { kind: 'behind', seconds: 9 });
  const silent = screen.socket;
  screen.machine.pass(17_000);  // half-open: no answer, no close
  assert.ok(silent.closed);
  assert.deepEqual(screen.connection.link(), { kind: 'offline', since_ms: 1_000_000 });
});

test('a short break is not called offline', () => {
  const screen = new Screen().ready();
  screen.cut();
  assert.equal(screen.connection.link().kind, 'behind');
  screen.machine.pass(300);
  screen.socket.welcome();
  assert.equal(screen.connection.link().kind, 'live');
});

test('waits between dials grow to a bound and begin anew after a welcome', () => {
  const screen = new Screen().ready();
  const waits: number[] = [];
  for (let i = 0; i < 8; ++i) {
    screen.cut();
    const from = screen.machine.now_ms();
    const dials = screen.machine.sockets.length;
    while (screen.machine.sockets.length === dials) screen.machine.pass(10);
    waits.push(screen.machine.now_ms() - from);
  }
  assert.deepEqual(waits, [250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
  screen.socket.welcome();
  screen.cut();
  screen.machine.pass(260);
  assert.equal(screen.machine.sockets.length, 10);
});

test('a refused upgrade of a server that answers HTTP means: not enrolled', async () => {
  const screen = new Screen();
  screen.machine.answers_http = true;
  screen.cut();
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(screen.connection.link(), { kind: 'refused', reason: 'device_unknown' });
});

test('a goodbye that names a reason is shown until the server welcomes again', () => {
  const screen = new Screen().ready();
  screen.socket.say({ case: 'goodbye', value: create(GoodbyeSchema, { name: 'revoked' }) });
  screen.cut();
  assert.deepEqual(screen.connection.link(), { kind: 'refused', reason: 'revoked' });
  screen.machine.pass(20_000);
  screen.socket.welcome();
  assert.equal(screen.connection.link().kind, 'live');
});
