// The parts of a WebSocket and of the machine that a connection needs; a test passes its own.
export interface Socket {
  send(bytes: Uint8Array): void;
  close(): void;
  on_open: () => void;
  on_frame: (bytes: Uint8Array) => void;
  on_close: () => void;
}

export interface Machine {
  dial(): Socket;
  now_ms(): number;                                     // monotonic
  random(): number;                                     // [0, 1)
  after(wait_ms: number, run: () => void): () => void;  // returns a function that cancels it
  reachable(): Promise<boolean>;                        // does the server answer plain HTTP?
}

const subprotocol = 'canteen.v1';
const path = '/ws';

export const browser: Machine = {
  dial: () => dial(new URL(path, location.href.replace(/^http/, 'ws')).href),
  now_ms: () => performance.now(),
  random: () => Math.random(),
  after: (wait_ms, run) => {
    const timer = setTimeout(run, wait_ms);
    return () => clearTimeout(timer);
  },
  reachable: () => fetch('/healthz', { cache: 'no-store' }).then((reply) => reply.ok, () => false),
};

function dial(url: string): Socket {
  const raw = new WebSocket(url, subprotocol);
  raw.binaryType = 'arraybuffer';
  const socket: Socket = {
    send: (bytes) => { if (raw.readyState === WebSocket.OPEN) raw.send(bytes as Uint8Array<ArrayBuffer>); },
    close: () => raw.close(),
    on_open: () => {},
    on_frame: () => {},
    on_close: () => {},
  };
  raw.onopen = () => socket.on_open();
  raw.onmessage = (message) => {
    if (message.data instanceof ArrayBuffer) socket.on_frame(new Uint8Array(message.data));
  };
  raw.onclose = () => socket.on_close();
  return socket;
}
