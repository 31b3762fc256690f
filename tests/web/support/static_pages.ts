// Gives built pages over HTTP with the headers of the real servers.
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
const csp = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

export function give_page(dist: string, path: string, reply: ServerResponse): void {
  if (path === '/favicon.ico') return void reply.writeHead(204).end();
  const file = path.endsWith('/') ? `${path}index.html` : path;
  try {
    const body = readFileSync(join(dist, file));
    reply.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': csp, 'x-content-type-options': 'nosniff' });
    reply.end(body);
  } catch {
    reply.writeHead(404).end();
  }
}
