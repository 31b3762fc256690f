// A screen's side of the wire: dials, answers the challenge with its cursor, keeps the picture, resends taps that have
// no answer, and knows how old all this is. Everything the page shows comes from here; `on_change` says when to look
// again.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Command } from '@wire/command_pb.js';
import {
  ClientFrameSchema, Feed, ServerFrameSchema, type Answer, type ClientFrame, type FeedFrame, type Goodbye, type Pong,
  type Rejected, type ServerFrame, type Welcome,
} from '@wire/envelope_pb.js';
import { Backoff } from './backoff.js';
import { feed_start, reconnected, reduce, type FeedState } from './feed.js';
import { hello_frame, ping_frame, resume_frame, submit_frame } from './frames.js';
import { dead_after_ms, link_of, ping_every_ms, type Link } from './link.js';
import { PendingTaps } from './pending.js';
import { ServerClock } from './server_clock.js';
import type { Machine, Socket } from './socket.js';

const busy_wait_ms = 500;            // a full inbox is asked again
const refused_wait_ms = 15_000;      // a screen that is not enrolled need not hurry
const refusals = new Set(['device_unknown', 'revoked', 'protocol_too_old', 'not_permitted', 'signature_wrong', 'replaced']);

type FrameBody = ClientFrame['frame'];

export interface Listener {
  on_change(): void;
  on_rejected(command: Command, why: Rejected): void;
}

export class Connection {
  readonly clock: ServerClock;
  readonly taps = new PendingTaps();
  site = '';
  private feed: FeedState = feed_start;
  private socket: Socket | null = null;
  private welcomed = false;
  private challenged = false;
  private refused: string | null = null;
  private heard_ms: number;            // local time of the last frame
  private last_heard_server_ms = 0;
  private pings = 0n;
  private readonly backoff: Backoff;
  private stop_ping = () => {};

  constructor(private readonly machine: Machine, private readonly listener: Listener, first_guess_ms: number) {
    this.clock = new ServerClock(() => machine.now_ms(), first_guess_ms);
    this.backoff = new Backoff(() => machine.random());
    this.heard_ms = machine.now_ms();
  }

  get state(): FeedState {
    return this.feed;
  }

  link(): Link {
    return link_of({
      welcomed: this.welcomed,
      painted: this.feed.epoch !== 0n,
      silent_ms: this.machine.now_ms() - this.heard_ms,
      last_heard_server_ms: this.last_heard_server_ms,
      refused: this.refused,
    });
  }

  dial(): void {
    const socket = this.machine.dial();
    this.socket = socket;
    this.challenged = false;
    socket.on_frame = (bytes) => { if (this.socket === socket) this.on_frame(bytes); };
    socket.on_close = () => { if (this.socket === socket) this.on_close(); };
    this.keep_pinging();
  }

  // Shows the command at once, sends it as soon as there is a connection, and keeps it until it is answered.
  submit(command: Command): void {
    this.taps.add(command);
    if (this.welcomed) this.send({ case: 'submit', value: submit_frame(command) });
    this.listener.on_change();
  }

  private send(frame: FrameBody): void {
    this.socket?.send(toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })));
  }

  private on_frame(bytes: Uint8Array): void {
    this.heard_ms = this.machine.now_ms();
    const { frame }: ServerFrame = fromBinary(ServerFrameSchema, bytes);
    switch (frame.case) {
      case 'challenge': this.on_challenge(frame.value.serverTimeMs); break;
      case 'welcome': this.on_welcome(frame.value); break;
      case 'feed': this.on_feed(frame.value); break;
      case 'answer': this.on_answer(frame.value); break;
      case 'pong': this.on_pong(frame.value); break;
      case 'goodbye': this.on_goodbye(frame.value); break;
      case undefined: break;  // from a newer server
    }
    this.last_heard_server_ms = this.clock.now_ms();
    this.listener.on_change();
  }

  private on_challenge(server_time_ms: bigint): void {
    this.challenged = true;
    this.clock.forget_pace();
    this.clock.hear(Number(server_time_ms));
    this.feed = reconnected(this.feed);
    this.send({ case: 'hello', value: hello_frame(this.feed) });
  }

  private on_welcome(welcome: Welcome): void {
    this.clock.hear(Number(welcome.serverTimeMs));
    this.site = welcome.site;
    this.welcomed = true;
    this.refused = null;
    this.backoff.reset();
    for (const command of this.taps.unanswered()) this.send({ case: 'submit', value: submit_frame(command) });
  }

  private on_feed(frame: FeedFrame): void {
    if (frame.feed !== Feed.KITCHEN) return;
    this.clock.hear(Number(frame.serverTimeMs));
    const step = reduce(this.feed, frame);
    this.feed = step.state;
    this.taps.on_feed(this.feed.seq);
    if (step.resume) {
      this.send({ case: 'resume', value: resume_frame(this.feed) });
    }
  }

  private on_answer(answer: Answer): void {
    const outcome = answer.outcome;
    if (outcome.case === 'committed') {
      this.taps.on_committed(answer.commandId, outcome.value.seq, this.pings);
      this.taps.on_feed(this.feed.seq);
    } else if (outcome.case === 'rejected' && outcome.value.name === 'busy') {
      this.machine.after(busy_wait_ms, () => this.resend(answer.commandId));
    } else if (outcome.case === 'rejected') {
      const command = this.taps.on_rejected(answer.commandId);
      if (command) this.listener.on_rejected(command, outcome.value);
    }
  }

  private resend(command_id: Uint8Array): void {
    const command = this.taps.find(command_id);
    if (command && this.welcomed) this.send({ case: 'submit', value: submit_frame(command) });
  }

  private on_pong(pong: Pong): void {
    this.clock.hear(Number(pong.serverTimeMs));
    this.taps.on_pong(pong.token);
  }

  private on_goodbye(goodbye: Goodbye): void {
    if (refusals.has(goodbye.name)) this.refused = goodbye.name;
    this.welcomed = false;
  }

  private on_close(): void {
    this.socket = null;
    this.welcomed = false;
    this.stop_ping();
    if (!this.challenged && !this.refused) void this.ask_why();
    const wait_ms = this.refused ? refused_wait_ms : this.backoff.next_wait_ms();
    this.machine.after(wait_ms, () => this.dial());
    this.listener.on_change();
  }

  // Asks over HTTP: a refused upgrade looks like a dead server to a page, but a server that answers HTTP does not know
  // this screen.
  private async ask_why(): Promise<void> {
    if (!(await this.machine.reachable()) || this.challenged) return;
    this.refused = 'device_unknown';
    this.listener.on_change();
  }

  private keep_pinging(): void {
    this.stop_ping();
    const socket = this.socket;
    this.stop_ping = this.machine.after(ping_every_ms, () => {
      if (this.socket !== socket) return;
      if (this.machine.now_ms() - this.heard_ms > dead_after_ms) return this.hang_up();
      if (this.welcomed) this.send({ case: 'ping', value: ping_frame(++this.pings) });
      this.keep_pinging();
    });
  }

  private hang_up(): void {
    const socket = this.socket;
    this.on_close();  // a half-open socket may take minutes to say so itself
    socket?.close();
  }
}
