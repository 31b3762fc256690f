// The wire runtime without what no screen uses (5 KB gzip of 16): a plugin for esbuild. It holds for the pinned version;
// the page tests run on what it gives.
import { readFileSync } from 'node:fs';

// Options of descriptors: our messages have none, and a reader skips fields it does not know.
const unused = /Options$|^SourceCodeInfo$|^GeneratedCodeInfo$|^UninterpretedOption$|^FeatureSetDefaults$/;
const used_options = new Set(['features', 'map_entry', 'message_set_wire_format', 'packed', 'deprecated']);

export const lean_wire = {
  name: 'lean_wire',
  setup({ onLoad }) {
    onLoad({ filter: /protobuf\/.*\/reflect-check\.js$/ }, () => ({ contents: no_checks }));
    onLoad({ filter: /@bufbuild\/protobuf\/.*\.js$/ }, ({ path }) => ({ contents: lean(readFileSync(path, 'utf8')) }));
  },
};

// Checks of values set through reflection: reading and writing frames sets none, and the compiler has checked ours.
const no_checks = `const none = () => undefined;
export { none as checkField, none as checkListItem, none as checkMapEntry, none as formatVal };`;

function lean(source) {
  return source.replace(/boot\((\{"?.*\})\);/g, (_, json) => `boot(${JSON.stringify(without_options(JSON.parse(json)))});`)
    .replace(enum_statement, pure_enum);
}

// The places of the messages stay, as they are found by number.
function without_options(file) {
  for (const message of file.messageType) {
    if (!unused.test(message.name)) continue;
    message.field = (message.field ?? []).filter((field) => used_options.has(field.name));
    for (const inner of message.nestedType ?? []) inner.field = [];
  }
  return file;
}

// Enums are written as statements, which a bundler must keep; as pure expressions the unused ones fall away.
const enum_statement = /export var (\w+);\n\(function \(\1\) \{([\s\S]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/g;
const pure_enum = 'export var $1 = /* @__PURE__ */ (function ($1) {$2\nreturn $1;\n})({});';
