// A till's core small enough for a test: serves the built pages and speaks with them as the real one does. What it knows
// stays when it is stopped, so that a test can start it again.
import { createServer, type Server, type ServerResponse } from 'node:http';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { WebSocketServer, type WebSocket } from 'ws';
import { CoreFrameSchema, PageFrameSchema, TillViewSchema, type ActionAnswer, type CoreFrame } from '@wire/till_page_pb.js';
import { hex } from '../../../canteen/web/shared/hex.js';
import { display_of } from './demo_display.js';
import type { Action, DemoTill } from './demo_till.js';
import { give_page } from './static_pages.js';

type FrameInit = NonNullable<Parameters<typeof create<typeof CoreFrameSchema>>[1]>['frame'];

export class FakeTillCore {
  paired = true;
  answers_nothing = false;              // a core that has stopped thinking
  page_protocol = 1;
  port = 0;
  private readonly answers = new Map<string, ActionAnswer>();
  private readonly pages = new Map<WebSocket, { number: bigint; display: boolean; told: Map<string, string> }>();
  private http: Server | null = null;

  constructor(readonly till: DemoTill, private readonly dist: string) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const http = createServer((request, reply) => this.serve(request.url ?? '/', reply, request.method ?? 'GET'));
    const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'canteen.v1' });
    http.on('upgrade', (request, socket, head) => {
      if (!this.paired) return socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      sockets.handleUpgrade(request, socket, head, (page) => this.greet(page));
    });
    await new Promise<void>((done) => http.listen(this.port, '127.0.0.1', done));
    this.port = (http.address() as { port: number }).port;
    this.http = http;
  }

  // Ends as kill -9 does: no goodbye.
  async stop(): Promise<void> {
    for (const page of this.pages.keys()) page.terminate();
    this.pages.clear();
    this.http!.closeAllConnections();
    await new Promise((done) => this.http!.close(done));
  }

  // Tells every page what the till knows now.
  tell(): void {
    for (const [page, state] of this.pages) {
      const parts = state.display ? { display: display_of(this.till) } : { ...this.till.parts(), display: display_of(this.till) };
      const changed = Object.fromEntries(Object.entries(parts).filter(([name, part]) => is_news(state.told, name, part)));
      this.send(page, { case: 'view', value: create(TillViewSchema, { ...changed, number: ++state.number }) });
    }
  }

  // Leaves a number out, as a broken line would.
  skip_a_view(): void {
    for (const state of this.pages.values()) state.number += 1n;
  }

  private serve(url: string, reply: ServerResponse, method: string): void {
    const path = url.split('?')[0]!;
    if (path === '/enrol' && method === 'POST') { this.paired = true; return void reply.writeHead(303, { location: '/till/' }).end(); }
    give_page(this.dist, path, reply);
  }

  private greet(page: WebSocket): void {
    page.on('message', (bytes: Buffer) => this.on_frame(page, new Uint8Array(bytes)));
    page.on('close', () => this.pages.delete(page));
  }

  private on_frame(page: WebSocket, bytes: Uint8Array): void {
    const { action, actionId } = fromBinary(PageFrameSchema, bytes);
    if (this.answers_nothing) return;
    if (action.case === 'hello') {
      this.pages.set(page, { number: 0n, display: action.value.guestDisplay, told: new Map() });
      this.send(page, { case: 'hello', value: { pageProtocol: this.page_protocol } });
      return this.tell();
    }
    if (action.case === 'ping') return this.send(page, { case: 'answer', value: { actionId, token: action.value.token } });
    this.decide(page, actionId, action);
  }

  private decide(page: WebSocket, action_id: Uint8Array, action: Action): void {
    const id = hex(action_id);
    if (!this.answers.has(id)) {
      this.answers.set(id, { ...this.till.act(action), actionId: action_id });
      this.tell();
    }
    this.send(page, { case: 'answer', value: this.answers.get(id)! });
  }

  private send(page: WebSocket, frame: FrameInit): void {
    page.send(toBinary(CoreFrameSchema, create(CoreFrameSchema, { frame: frame! } as CoreFrame)));
  }
}

// True if the page was not told this part as it is now.
function is_news(told: Map<string, string>, name: string, part: unknown): boolean {
  if (typeof part !== 'object') return false;
  const bytes = hex(toBinary(TillViewSchema, create(TillViewSchema, { [name]: part })));
  if (told.get(name) === bytes) return false;
  told.set(name, bytes);
  return true;
}
