// Makes the texts of the pages from the catalogue that server and till use as well: all of them for the types and the
// tests, and for each page only those its sources name.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const languages = ['zh-CN', 'en'];

// Writes `gen`/texts/all.ts and one .ts for each page.
export function generate_texts(root, gen, pages) {
  const catalogues = Object.fromEntries(languages.map((language) => [language, catalogue(root, language)]));
  mkdirSync(join(gen, 'texts'), { recursive: true });
  write(gen, 'all', catalogues);
  for (const page of pages) {
    const named = codes_in([join(root, 'canteen/web', page), join(root, 'canteen/web/shared')]);
    write(gen, page, Object.fromEntries(languages.map((language) =>
      [language, Object.fromEntries(Object.entries(catalogues[language]).filter(([code]) => named.has(code)))])));
  }
}

function catalogue(root, language) {
  return JSON.parse(readFileSync(join(root, `canteen/texts/${language}.json`), 'utf8'));
}

function write(gen, name, catalogues) {
  const source = `export const zh_cn = ${JSON.stringify(catalogues['zh-CN'], null, 2)};\n`
    + `export const en: Record<keyof typeof zh_cn, string> = ${JSON.stringify(catalogues.en, null, 2)};\n`;
  writeFileSync(join(gen, 'texts', `${name}.ts`), source);
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
