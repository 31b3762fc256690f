// Makes the texts of the pages from the catalogue that server and till use as well: all of them for the types and the
// tests, and for each page only those its sources name.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const languages = ['zh-CN', 'en'];

// Writes `gen`/texts/all.ts and one .ts for each page of the house. A page that names an area, 'refused.', gets all of
// it: which of its codes the core will give, the page cannot know.
export function generate_texts(root, gen, house) {
  const catalogues = Object.fromEntries(languages.map((language) => [language, catalogue(root, language)]));
  write(join(gen, 'texts/all.ts'), catalogues);
  for (const { folder, late_english } of house.pages) {
    const named = codes_in([folder, ...house.shared].map((path) => join(root, path)));
    const is_said = (code) => named.has(code) || named.has(code.slice(0, code.indexOf('.') + 1));
    write(join(gen, 'texts', house.dist, `${folder.split('/').at(-1)}.ts`), Object.fromEntries(languages.map((language) =>
      [language, Object.fromEntries(Object.entries(catalogues[language]).filter(([code]) => is_said(code)))])), late_english);
  }
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

function files_below(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files_below(join(folder, entry.name)) : [join(folder, entry.name)]));
}

// Returns everything in quotes that may be a code.
function codes_in(folders) {
  const scripts = folders.flatMap(files_below).filter((path) => /\.tsx?$/.test(path));
  return new Set(scripts.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'([a-z0-9_.]+)'/g)].map((match) => match[1])));
}
