// A canteen small enough for a test: serves the built pages with the server's headers and speaks the wire to a kitchen
// screen. It keeps its rows when it is stopped, so that a test can start it again.
import { createServer, type Server, type ServerResponse } from 'node:http';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Command } from '@wire/command_pb.js';
import {
  AnswerSchema, ChallengeSchema, ClientFrameSchema, CommittedSchema, Feed, FeedFrameSchema, PongSchema, RejectedSchema, ServerFrameSchema,
  SnapshotSchema, WelcomeSchema, type Cursor, type FeedFrame, type ServerFrame,
} from '@wire/envelope_pb.js';
import { TicketState, type Ticket } from '@wire/kitchen_pb.js';
import { hex } from '../../../canteen/web/shared/hex.js';
import { dish_key } from '../../../canteen/web/shared/dish_key.js';
import type { DemoKitchen } from './demo_kitchen.js';
import { give_page } from './static_pages.js';

export class FakeServer {
  readonly commands: Command[] = [];   // every decided one, in order; a resent one only once
  refuse_with = '';                    // name of a rejection for the next command
  answer_nothing = false;              // a server that has stopped thinking
  enrolled = true;
  port = 0;
  private seq: bigint;
  private readonly answers = new Map<string, ServerFrame['frame']>();
  private http: Server | null = null;
  private screens = new Set<WebSocket>();

  constructor(readonly kitchen: DemoKitchen, private readonly dist: string, public epoch = 7n) {
    this.seq = 10n;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const http = createServer((request, reply) => this.serve(request.url ?? '/', reply, request.method ?? 'GET'));
    const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'canteen.v1' });
    http.on('upgrade', (request, socket, head) => {
      if (!this.enrolled) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      sockets.handleUpgrade(request, socket, head, (screen) => this.greet(screen));
    });
    await new Promise<void>((done) => http.listen(this.port, '127.0.0.1', done));
    this.port = (http.address() as { port: number }).port;
    this.http = http;
  }

  // Ends as kill -9 does: no goodbye.
  async stop(): Promise<void> {
    for (const screen of this.screens) screen.terminate();
    this.screens.clear();
    const http = this.http!;
    http.closeAllConnections();
    await new Promise((done) => http.close(done));
  }

  // Commits a change and tells every screen.
  publish(items: { tickets?: Ticket[]; portions?: FeedFrame['portions'] }): void {
    const after = this.seq;
    this.seq += 3n;  // rows that this feed does not show lie between
    for (const ticket of items.tickets ?? []) this.kitchen.tickets.set(hex(ticket.orderId), ticket);
    for (const left of items.portions ?? []) this.kitchen.portions.set(dish_key(left.meal, left.dish), left);
    const frame = create(FeedFrameSchema, { feed: Feed.KITCHEN, epoch: this.epoch, after, seq: this.seq, serverTimeMs: this.time(), ...items });
    for (const screen of this.screens) this.send(screen, { case: 'feed', value: frame });
  }

  drop_connections(): void {
    for (const screen of this.screens) screen.terminate();
    this.screens.clear();
  }

  private serve(url: string, reply: ServerResponse, method: string): void {
    const path = url.split('?')[0]!;
    if (path === '/healthz') return void reply.end('ok');
    if (path === '/enrol' && method === 'POST') return void this.enrol(reply);
    give_page(this.dist, path, reply);
  }

  private enrol(reply: ServerResponse): void {
    if (this.enrolled) return void reply.writeHead(303, { location: '/kitchen/' }).end();
    reply.writeHead(403, { 'content-type': 'application/json' }).end('{"error":"code_unknown"}');
  }

  private greet(screen: WebSocket): void {
    screen.on('message', (bytes: Buffer) => this.on_frame(screen, new Uint8Array(bytes)));
    screen.on('close', () => this.screens.delete(screen));
    this.send(screen, { case: 'challenge', value: create(ChallengeSchema, { nonce: new Uint8Array(32), epoch: this.epoch, protocol: 1, serverTimeMs: this.time() }) });
  }

  private on_frame(screen: WebSocket, bytes: Uint8Array): void {
    const { frame } = fromBinary(ClientFrameSchema, bytes);
    if (frame.case === 'hello') {
      this.send(screen, { case: 'welcome', value: create(WelcomeSchema, { epoch: this.epoch, seq: this.seq, serverTimeMs: this.time(), site: '德安邻里食堂' }) });
      this.catch_up(screen, frame.value.feeds[0]!);
      this.screens.add(screen);
    } else if (frame.case === 'resume') {
      this.catch_up(screen, frame.value.cursor!);
    } else if (frame.case === 'ping' && !this.answer_nothing) {
      this.send(screen, { case: 'pong', value: create(PongSchema, { token: frame.value.token, seq: this.seq, serverTimeMs: this.time() }) });
    } else if (frame.case === 'submit' && !this.answer_nothing) {
      this.decide(screen, frame.value.command!);
    }
  }

  // Sends two chunks, as a long snapshot comes.
  private catch_up(screen: WebSocket, cursor: Cursor): void {
    if (cursor.epoch === this.epoch && cursor.seq === this.seq) return;
    const common = { feed: Feed.KITCHEN, epoch: this.epoch, seq: this.seq, serverTimeMs: this.time() };
    const tickets = [...this.kitchen.tickets.values()];
    const half = Math.ceil(tickets.length / 2);
    this.send(screen, { case: 'feed', value: create(FeedFrameSchema, { ...common, snapshot: create(SnapshotSchema, { first: true }), menus: this.kitchen.menus, tickets: tickets.slice(0, half) }) });
    this.send(screen, { case: 'feed', value: create(FeedFrameSchema, { ...common, snapshot: create(SnapshotSchema, { last: true }), tickets: tickets.slice(half), portions: [...this.kitchen.portions.values()] }) });
  }

  private decide(screen: WebSocket, command: Command): void {
    const id = hex(command.commandId);
    if (!this.answers.has(id)) this.answers.set(id, this.execute(command));
    this.send(screen, this.answers.get(id)!);
  }

  private execute(command: Command): ServerFrame['frame'] {
    const name = this.refuse_with;
    this.refuse_with = '';
    if (name !== '') {
      return { case: 'answer', value: create(AnswerSchema, { commandId: command.commandId, outcome: { case: 'rejected', value: create(RejectedSchema, { name }) } }) };
    }
    this.commands.push(command);
    this.publish(this.effect(command));
    return { case: 'answer', value: create(AnswerSchema, { commandId: command.commandId, outcome: { case: 'committed', value: create(CommittedSchema, { seq: this.seq }) } }) };
  }

  private effect({ body }: Command): { tickets?: Ticket[]; portions?: FeedFrame['portions'] } {
    switch (body.case) {
      case 'markLine': {
        const ticket = this.kitchen.ticket(body.value.orderId);
        return { tickets: [{ ...ticket, lines: ticket.lines.map((line) => (line.index === body.value.lineIndex ? { ...line, done: body.value.done } : line)) }] };
      }
      case 'markTicket': {
        const state = body.value.ready ? TicketState.TICKET_READY : TicketState.TICKET_OPEN;
        return { tickets: [{ ...this.kitchen.ticket(body.value.orderId), state, readyAtMs: body.value.ready ? this.time() : 0n }] };
      }
      case 'acknowledgeCancelled': return { tickets: [{ ...this.kitchen.ticket(body.value.orderId), cancelSeen: true }] };
      case 'setSoldOut': {
        const left = this.kitchen.left(body.value.meal, body.value.dish);
        return { portions: [{ ...left, soldOut: body.value.soldOut, soldOutSinceMs: body.value.soldOut ? this.time() : 0n }] };
      }
      case 'addPortions': {
        const left = this.kitchen.left(body.value.meal, body.value.dish);
        return { portions: [{ ...left, left: left.left + BigInt(body.value.amount) }] };
      }
      default: return {};
    }
  }

  private time(): bigint {
    return BigInt(Math.round(this.kitchen.now_ms()));
  }

  private send(screen: WebSocket, frame: ServerFrame['frame']): void {
    screen.send(toBinary(ServerFrameSchema, create(ServerFrameSchema, { frame })));
  }
}
