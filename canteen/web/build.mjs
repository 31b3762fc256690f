// Builds the pages of server and till: messages from proto/, texts from canteen/texts/, then one script and one sheet a
// page. Fails when a page's script is over its limit, so that a slow tablet never pays for a careless import.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { generate_messages, screen_roots, till_roots } from './messages.mjs';
import { generate_texts } from './texts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const out = join(root, 'build/web');
const gen = join(out, 'gen');
const shared = 'canteen/web/shared';

// Each house serves its own folder and reads its own messages. A limit is in KB of the gzip of what a page starts with.
// English comes late where it is not the counter's language.
const houses = [
  {
    dist: 'dist', messages: 'screens', roots: screen_roots, shared: [shared],
    pages: [{ folder: 'canteen/web/kitchen', limit_kb: 48 }, { folder: 'canteen/web/enrol', limit_kb: 48 }],
  },
  {
    dist: 'till-dist', messages: 'till', roots: till_roots, shared: [shared, 'pos-client/web/shared'],
    pages: [
      { folder: 'pos-client/web/till', limit_kb: 60, late_english: true }, { folder: 'pos-client/web/guest', limit_kb: 48 },
      { folder: 'canteen/web/enrol', limit_kb: 48 },
    ],
  },
];

// Writes FILE.gz beside FILE, which the server prefers; returns its bytes.
function compress(file) {
  const packed = gzipSync(readFileSync(file), { level: 9 });
  writeFileSync(`${file}.gz`, packed);
  return packed.length;
}

async function bundle(house, { folder, limit_kb }) {
  const page = folder.split('/').at(-1);
  const { metafile } = await build({
    entryPoints: { main: join(root, folder, 'main.tsx') },
    outdir: join(out, house.dist, page),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    minify: true,
    metafile: true,
    format: 'esm',
    target: ['chrome109', 'safari15'],  // the last versions that old tablets and counters get
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: {
      '@wire': join(gen, house.messages, 'canteen/v1'), '@texts': join(gen, 'texts', house.dist, `${page}.ts`),
      '@late_texts': join(gen, 'texts', house.dist, `${page}.late.ts`),
    },
    nodePaths: [join(root, 'node_modules')],  // the generated messages are outside the tree of the pages
    legalComments: 'none',
    logLevel: 'warning',
  });
  cpSync(join(root, folder, 'index.html'), join(out, house.dist, page, 'index.html'));
  const packed = Object.fromEntries(Object.keys(metafile.outputs).map((file) => [file, compress(join(root, file))]));
  const start = start_of(metafile, `build/web/${house.dist}/${page}/main.js`);
  const bytes = start.reduce((sum, file) => sum + packed[file], 0);
  console.log(`${house.dist}/${page} starts with ${(bytes / 1024).toFixed(1)} KB gzip`);
  if (bytes > limit_kb * 1024) throw new Error(`the scripts of ${page} are over ${limit_kb} KB`);
}

// Returns the scripts that a page cannot begin without; the others are fetched when it stands.
function start_of({ outputs }, main) {
  const files = new Set([main]);
  for (const file of files) for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') files.add(path);
  return [...files];
}

async function build_house(house) {
  generate_messages(root, join(gen, house.messages), house.roots);
  generate_texts(root, gen, house);
  rmSync(join(out, house.dist), { recursive: true, force: true });
  for (const page of house.pages) await bundle(house, page);
  cpSync(join(root, 'canteen/web/icon.svg'), join(out, house.dist, 'icon.svg'));
}

rmSync(gen, { recursive: true, force: true });
generate_messages(root, gen, [...screen_roots, ...till_roots]);  // for the types and the tests
for (const house of houses) await build_house(house);
