// Makes the texts of the pages from the catalogue that server and till use as well: all of them for the types and the
// tests, and for each page only those its sources name. What only the views say that a page fetches late comes late, too.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const languages = ['zh-CN', 'en'];

// Writes `gen`/texts/all.ts and one .ts for each page of the house. A page that names an area, 'refused.', gets all of
// it: which of its codes the core will give, the page cannot know.
export function generate_texts(root, gen, house) {
  const catalogues = Object.fromEntries(languages.map((language) => [language, catalogue(root, language)]));
  write(join(gen, 'texts/all.ts'), catalogues);
  for (const { folder, late_english } of house.pages) {
    const sources = [folder, ...house.shared].flatMap((path) => scripts_below(join(root, path)));
    const late = late_scripts(join(root, folder, 'main.tsx'), sources);
    const [named, at_start] = [codes_in(sources), codes_in(sources.filter((path) => !late.has(path)))];
    const said = only(catalogues, (code) => is_in(named, code));
    const file = join(gen, 'texts', house.dist, `${folder.split('/').at(-1)}.ts`);
    write(file, { 'zh-CN': only(said, (code) => is_in(at_start, code))['zh-CN'], en: said.en }, late_english);
    write_late(file, only(said, (code) => !is_in(at_start, code))['zh-CN']);
  }
}

// `codes` may hold areas.
function is_in(codes, code) {
  return codes.has(code) || codes.has(code.slice(0, code.indexOf('.') + 1));
}

function only(catalogues, is_wanted) {
  return Object.fromEntries(languages.map((language) =>
    [language, Object.fromEntries(Object.entries(catalogues[language]).filter(([code]) => is_wanted(code)))]));
}

function catalogue(root, language) {
  return JSON.parse(readFileSync(join(root, `canteen/texts/${language}.json`), 'utf8'));
}

// `late_english`: in a file of its own, fetched by who reads it.
function write(file, catalogues, late_english = false) {
  mkdirSync(dirname(file), { recursive: true });
  const english = file.replace(/\.ts$/, '.en.ts');
  const text = JSON.stringify(catalogues.en, null, 2);
  if (late_english) writeFileSync(english, `export const en = ${text};\n`);
  writeFileSync(file, `export const zh_cn = ${JSON.stringify(catalogues['zh-CN'], null, 2)};\n`
    + `export const en: Record<keyof typeof zh_cn, string> = ${late_english ? '{} as typeof zh_cn' : text};\n`
    + `export const late_en: (() => Promise<{ en: typeof en }>) | null = ${late_english ? `() => import('./${basename(english, '.ts')}.js')` : 'null'};\n`);
}

// The Chinese that a page adds to its own once its late views are there.
function write_late(file, text) {
  writeFileSync(file.replace(/\.ts$/, '.late.ts'), `export const late_zh: Record<string, string> = ${JSON.stringify(text, null, 2)};\n`);
}

function scripts_below(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? scripts_below(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((path) => /\.tsx?$/.test(path));
}

// Returns the scripts that the page does not begin with: `import()` alone leads to them.
function late_scripts(main, sources) {
  const begun = new Set([main]);
  for (const path of begun)
    for (const [, from] of readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type ).*? from '(\.[^']+)\.js';$/gms))
      for (const ending of ['.ts', '.tsx'])
        if (sources.includes(resolve(dirname(path), from) + ending)) begun.add(resolve(dirname(path), from) + ending);
  return new Set(sources.filter((path) => !begun.has(path)));
}

// Returns everything in quotes that may be a code.
function codes_in(scripts) {
  return new Set(scripts.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'([a-z0-9_.]+)'/g)].map((match) => match[1])));
}
