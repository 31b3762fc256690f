// Fakes time, dialling and chance for a connection under test: nothing happens before the test says so.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { ChallengeSchema, ClientFrameSchema, ServerFrameSchema, WelcomeSchema, type ClientFrame, type ServerFrame } from '@wire/envelope_pb.js';
import type { Machine, Socket } from '../../../canteen/web/shared/socket.js';

export class FakeSocket<Sent = ClientFrame['frame']> implements Socket {
  readonly sent: Sent[] = [];
  closed = false;
  on_open = () => {};
  on_frame: (bytes: Uint8Array) => void = () => {};
  on_close = () => {};

  constructor(private readonly read: (bytes: Uint8Array) => Sent) {}

  send(bytes: Uint8Array): void {
    this.sent.push(this.read(bytes));
  }
  close(): void {
    this.closed = true;
  }
  say(frame: ServerFrame['frame']): void {
    this.on_frame(toBinary(ServerFrameSchema, create(ServerFrameSchema, { frame })));
  }
  welcome(epoch = 1n, time_ms = 1_000_000): void {
    this.say({ case: 'challenge', value: create(ChallengeSchema, { nonce: new Uint8Array(32), epoch, protocol: 1, serverTimeMs: BigInt(time_ms) }) });
    this.say({ case: 'welcome', value: create(WelcomeSchema, { epoch, serverTimeMs: BigInt(time_ms), site: '德安邻里食堂' }) });
  }
  of(kind: string): Sent[] {
    return this.sent.filter((frame) => (frame as { case?: string }).case === kind);
  }
}

const read_frame = (bytes: Uint8Array) => fromBinary(ClientFrameSchema, bytes).frame;

// `read` says what was sent: a screen's frame, if not told otherwise.
export class FakeMachine<Sent = ClientFrame['frame']> implements Machine {
  readonly sockets: FakeSocket<Sent>[] = [];
  answers_http = false;
  private now = 0;
  private timers: { at_ms: number; run: () => void }[] = [];

  constructor(private readonly read: (bytes: Uint8Array) => Sent = read_frame as (bytes: Uint8Array) => Sent) {}

  get socket(): FakeSocket<Sent> {
    return this.sockets.at(-1)!;
  }
  dial(): Socket {
    this.sockets.push(new FakeSocket(this.read));
    return this.socket;
  }
  now_ms(): number {
    return this.now;
  }
  random(): number {
    return 1;
  }
  after(wait_ms: number, run: () => void): () => void {
    const timer = { at_ms: this.now + wait_ms, run };
    this.timers.push(timer);
    return () => { this.timers = this.timers.filter((one) => one !== timer); };
  }
  reachable(): Promise<boolean> {
    return Promise.resolve(this.answers_http);
  }

  // Lets time pass, each timer in its turn.
  pass(span_ms: number): void {
    const end = this.now + span_ms;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at_ms <= end).sort((a, b) => a.at_ms - b.at_ms)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = next.at_ms;
      next.run();
    }
    this.now = end;
  }
}
