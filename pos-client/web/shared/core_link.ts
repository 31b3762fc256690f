// The page's side of the line to its core: says hello, keeps the picture, sends actions with an id each, and knows at
// once when the core is gone. Actions that a cut left unanswered are sent again; the core does an id once, as long as it
// runs. Those that it was asked before it was started again are lost: the parts say which of them it did.
import { create, fromBinary, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import {
  CoreFrameSchema, PageFrameSchema, type ActionAnswer, type CoreFrame, type CoreHello, type PageFrame, type TillView,
} from '@wire/till_page_pb.js';
import { hex } from '../../../canteen/web/shared/hex.js';
import type { Machine, Socket } from '../../../canteen/web/shared/socket.js';
import { uuid_v7 } from '../../../canteen/web/shared/uuid.js';
import { CoreClock } from './core_clock.js';
import { nothing_yet, reconnected, reduce, type Picture } from './picture.js';

export const page_protocol = 1;
export const ping_every_ms = 2000;
export const gone_after_ms = 5000;       // of silence; a closed line is gone at once
const redial_ms = 500;
const unpaired_redial_ms = 5000;         // a page that is not let in need not hurry
const refusals_believed = 2;             // a core that just starts may answer HTTP before it takes pages

export type CoreState = 'dialling' | 'live' | 'gone' | 'unpaired' | 'page_older' | 'core_older';
export type Action = PageFrame['action'];
export type ActionInit = NonNullable<MessageInitShape<typeof PageFrameSchema>['action']>;

export interface CoreListener {
  on_change(): void;
  on_answer(action: Action, answer: ActionAnswer, id: string): void;
  on_lost(action: Action, id: string): void;
}

export class CoreLink {
  readonly clock: CoreClock;
  picture: Picture = nothing_yet;
  state: CoreState = 'dialling';
  other_page_pays = false;
  private readonly unanswered = new Map<string, PageFrame>();  // in the order of asking
  private socket: Socket | null = null;
  private run = '';                // of the core's start, as it said hello
  private greeted = false;
  private heard_ms: number;
  private pings = 0n;
  private refused_dials = 0;
  private stop_ping = () => {};

  constructor(private readonly machine: Machine, private readonly listener: CoreListener, private readonly guest_display: boolean, first_guess_ms: number) {
    this.clock = new CoreClock(() => machine.now_ms(), first_guess_ms);
    this.heard_ms = machine.now_ms();
  }

  dial(): void {
    const socket = this.machine.dial();
    this.socket = socket;
    this.greeted = false;
    this.heard_ms = this.machine.now_ms();
    socket.on_open = () => { if (this.socket === socket) this.say_hello(); };
    socket.on_frame = (bytes) => { if (this.socket === socket) this.on_frame(bytes); };
    socket.on_close = () => { if (this.socket === socket) this.on_close(); };
    this.watch();
  }

  // Returns the action's id in hex; null, and nothing is done, while the core is away: nothing is sold then.
  act(action: ActionInit): string | null {
    if (this.state !== 'live') return null;
    const frame = create(PageFrameSchema, { actionId: uuid_v7(this.clock.now_ms()), action });
    this.unanswered.set(hex(frame.actionId), frame);
    this.send(frame);
    return hex(frame.actionId);
  }

  is_waiting(kind: Action['case']): boolean {
    return [...this.unanswered.values()].some((frame) => frame.action.case === kind);
  }

  private send(frame: PageFrame): void {
    this.socket?.send(toBinary(PageFrameSchema, frame));
  }

  private say(action: ActionInit): void {
    this.send(create(PageFrameSchema, { actionId: uuid_v7(this.clock.now_ms()), action }));
  }

  private say_hello(): void {
    this.say({ case: 'hello', value: { pageProtocol: page_protocol, guestDisplay: this.guest_display } });
  }

  private on_frame(bytes: Uint8Array): void {
    this.heard_ms = this.machine.now_ms();
    const { frame }: CoreFrame = fromBinary(CoreFrameSchema, bytes);
    switch (frame.case) {
      case 'hello': this.on_hello(frame.value); break;
      case 'view': this.on_view(frame.value); break;
      case 'answer': this.on_answer(frame.value); break;
      case 'goodbye': this.on_goodbye(frame.value.name); break;
      case undefined: break;  // from a newer core
    }
    this.listener.on_change();
  }

  private on_hello(hello: CoreHello): void {
    this.greeted = true;
    this.refused_dials = 0;
    this.other_page_pays = hello.otherPagePays;
    this.picture = reconnected(this.picture);
    this.hear_run(hex(hello.runId));
    if (hello.pageProtocol !== page_protocol) this.state = hello.pageProtocol > page_protocol ? 'page_older' : 'core_older';
    else for (const frame of this.unanswered.values()) this.send(frame);
  }

  private hear_run(run: string): void {
    const lost = run === this.run ? [] : [...this.unanswered];
    this.run = run;
    for (const [id, { action }] of lost) {
      this.unanswered.delete(id);
      this.listener.on_lost(action, id);
    }
  }

  private on_view(view: TillView): void {
    if (!this.greeted) return;
    const next = reduce(this.picture, view);
    if (next === 'gap') return this.hang_up();
    this.picture = next;
    if (view.status) this.clock.hear(Number(view.status.nowMs), view.status.pace);
    if (this.state !== 'page_older' && this.state !== 'core_older') this.state = 'live';
  }

  private on_answer(answer: ActionAnswer): void {
    const id = hex(answer.actionId);
    const frame = this.unanswered.get(id);
    this.unanswered.delete(id);
    if (frame) this.listener.on_answer(frame.action, answer, id);
  }

  private on_goodbye(name: string): void {
    if (name === 'page_older' || name === 'core_older') this.state = name;
    else this.state = name === 'not_paired' ? 'unpaired' : 'gone';
  }

  private on_close(): void {
    this.socket = null;
    this.stop_ping();
    if (this.state === 'live' || this.state === 'dialling') this.state = 'gone';
    if (!this.greeted && this.state === 'gone') void this.ask_why();
    const wait_ms = this.state === 'gone' ? redial_ms : unpaired_redial_ms;
    this.machine.after(wait_ms, () => this.dial());
    this.listener.on_change();
  }

  // A refused upgrade looks like a dead core to a page, but a core that answers HTTP does not know this page.
  private async ask_why(): Promise<void> {
    if (!(await this.machine.reachable()) || this.greeted || ++this.refused_dials < refusals_believed) return;
    this.state = 'unpaired';
    this.listener.on_change();
  }

  private watch(): void {
    this.stop_ping();
    const socket = this.socket;
    this.stop_ping = this.machine.after(ping_every_ms, () => {
      if (this.socket !== socket) return;
      if (this.machine.now_ms() - this.heard_ms >= gone_after_ms) return this.hang_up();
      if (this.greeted) this.say({ case: 'ping', value: { token: ++this.pings } });
      this.watch();
    });
  }

  private hang_up(): void {
    const socket = this.socket;
    this.on_close();  // a half-open socket may take minutes to say so itself
    socket?.close();
  }
}
