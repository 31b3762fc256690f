// Builds the pages: messages from proto/, texts from canteen/texts/, then one script and one sheet a page. Fails when a
// page's script is over its limit, so that a slow tablet never pays for a careless import.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { generate_messages } from './messages.mjs';
import { generate_texts } from './texts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const web = join(root, 'canteen/web');
const out = join(root, 'build/web');
const gen = join(out, 'gen');
const dist = join(out, 'dist');
const pages = ['kitchen', 'enrol'];
const script_limit_bytes = 48 * 1024;  // gzip

// Writes FILE.gz beside FILE, which the server prefers; returns its bytes.
function compress(file) {
  const packed = gzipSync(readFileSync(file), { level: 9 });
  writeFileSync(`${file}.gz`, packed);
  return packed.length;
}

async function bundle(page) {
  const folder = join(dist, page);
  await build({
    entryPoints: { main: join(web, page, 'main.tsx') },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome109', 'safari15'],  // the last versions that old tablets and counters get
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { '@wire': join(gen, 'canteen/v1'), '@texts': join(gen, 'texts', `${page}.ts`) },
    nodePaths: [join(root, 'node_modules')],  // the generated messages are outside the tree of canteen/
    legalComments: 'none',
    logLevel: 'warning',
  });
  cpSync(join(web, page, 'index.html'), join(folder, 'index.html'));
  compress(join(folder, 'main.css'));
  const bytes = compress(join(folder, 'main.js'));
  console.log(`${page}/main.js ${(bytes / 1024).toFixed(1)} KB gzip`);
  if (bytes > script_limit_bytes) throw new Error(`${page}/main.js is over ${script_limit_bytes} bytes`);
}

generate_messages(root, gen);
generate_texts(root, gen, pages);
rmSync(dist, { recursive: true, force: true });
for (const page of pages) await bundle(page);
cpSync(join(web, 'icon.svg'), join(dist, 'icon.svg'));
