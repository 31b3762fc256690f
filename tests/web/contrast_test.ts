// Checks every text pair of the tokens: >= 4.5:1 in light, >= 7:1 in dark; the stale wall as well.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const web = join(process.env['CANTEEN_ROOT']!, 'canteen/web');
const css = readFileSync(join(web, 'shared/tokens.css'), 'utf8');
type Colour = readonly number[];  // red, green, blue from 0 to 255

function tokens(open: string): Record<string, Colour> {
  const block = css.slice(css.indexOf(`${open} {`)).split('\n}')[0]!;
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*#([0-9a-f]{6})/g)]
    .map((match) => [match[1]!, [0, 2, 4].map((i) => parseInt(match[2]!.slice(i, i + 2), 16))]));
}
const luminance = (colour: Colour) => colour.map((value) => value / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
function ratio(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

const states = ['waiting', 'cooking', 'near', 'late', 'ready', 'soldout', 'offline'].map((state) => [`${state}-fg`, `${state}-bg`]);
const surfaces = ['bg', 'surface', 'surface-2', 'accent-soft'].flatMap((surface) => [['text', surface], ['text-2', surface]]);
const common = [...surfaces, ...states, ['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['on-accent', 'accent-press'],
  ['accent', 'surface'], ['accent', 'accent-soft']];
const light_only = [['late-fg', 'accent-soft'], ['ready-fg', 'surface-2'], ['text', 'near-bg'], ['ready-fg', 'surface'], ['late-fg', 'surface'], ['near-fg', 'surface'], ['near-fg', 'accent-soft'], ['soldout-fg', 'surface']];
const dark_only = [['ready-ink', 'bg'], ['ready-ink', 'surface'], ['late-ink', 'surface'], ['late-ink', 'surface-2'], ['near-ink', 'surface'],
  ['near-ink', 'surface-2'], ['soldout-fg', 'surface'], ['soldout-fg', 'bg'], ['bg', 'text']];
const borders = [['line-control', 'surface'], ['focus', 'bg']];

function check(theme: Record<string, Colour>, pairs: string[][], least: number, seen: (colour: Colour) => Colour = (colour) => colour): void {
  for (const [fg, bg] of pairs as [string, string][]) {
    const value = ratio(seen(theme[fg]!), seen(theme[bg]!));
    assert.ok(value >= least, `${fg} on ${bg}: ${value.toFixed(2)} < ${least}`);
  }
}

test('light pages: text >= 4.5:1, borders and focus >= 3:1', () => {
  check(tokens(':root'), [...common, ...light_only], 4.5);
  check(tokens(':root'), borders, 3);
});

test('the wall: text >= 7:1, borders and focus >= 3:1', () => {
  check(tokens('[data-theme="dark"]'), [...common, ...dark_only], 7);
  check(tokens('[data-theme="dark"]'), borders, 3);
});

test('a greyed picture is still readable: tickets and rail >= 7:1', () => {
  const sheet = readFileSync(join(web, 'kitchen/kitchen.css'), 'utf8');
  const opacity = Number(/is-stale > main.*opacity: ([.\d]+)/.exec(sheet)![1]);
  const dark = tokens('[data-theme="dark"]');
  const greyed = (colour: Colour) => {
    const grey = colour.reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i]!, 0);
    return dark['bg']!.map((under) => grey * opacity + under * (1 - opacity));
  };
  check(dark, [['text', 'surface'], ['text', 'surface-2'], ['text-2', 'surface'], ['near-fg', 'near-bg'], ['late-fg', 'late-bg'], ['late-ink', 'surface'],
    ['near-ink', 'surface'], ['ready-ink', 'bg']], 7, greyed);
});
