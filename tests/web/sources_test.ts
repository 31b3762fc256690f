// Checks rules of the sources that no type checker knows.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = process.env['CANTEEN_ROOT']!;
function files(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));
}
const sources = [...files(join(root, 'canteen/web')), ...files(join(root, 'pos-client/web'))];
const scripts = sources.filter((path) => /\.tsx?$/.test(path));

test('typed text never becomes markup or code', () => {
  for (const path of scripts) {
    assert.ok(!/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/.test(readFileSync(path, 'utf8')), path);
  }
});

test('only money.ts turns fen into digits, and no message goes through JSON', () => {
  for (const path of scripts.filter((one) => !one.endsWith('shared/money.ts'))) {
    assert.ok(!/Number\([^)]*fen|JSON\.(stringify|parse)|toFixed/i.test(readFileSync(path, 'utf8')), path);
  }
});

test('pages hold no script or style of their own, and nothing comes from another site', () => {
  for (const path of sources.filter((one) => one.endsWith('.html'))) {
    const page = readFileSync(path, 'utf8');
    assert.ok(!/<style|style=|\son\w+=|<script(?![^>]*src=)/.test(page), path);
    assert.ok(!/https?:\/\//.test(page), path);
  }
  for (const path of sources.filter((one) => one.endsWith('.css'))) assert.ok(!/url\(|https?:\/\//.test(readFileSync(path, 'utf8')), path);
});

// A page is given the texts that its sources name, so that a code put together from pieces would have none.
test('a code is written whole', () => {
  for (const path of scripts) assert.ok(!/ as TextKey|\bt\(`/.test(readFileSync(path, 'utf8')), path);
});

test('the lock file names no registry', () => {
  assert.ok(!readFileSync(join(root, 'package-lock.json'), 'utf8').includes('"resolved"'));
});

test('a file is one noun: at most 400 lines', () => {
  for (const path of sources.filter((one) => /\.(tsx?|css|mjs)$/.test(one))) {
    assert.ok(readFileSync(path, 'utf8').split('\n').length <= 400, path);
  }
});
