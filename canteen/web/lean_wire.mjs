// The wire runtime without what no screen uses (4 KB gzip of 16): a plugin for esbuild. It holds for the pinned version;
// the page tests run on what it gives.
import { readFileSync } from 'node:fs';

// Options of descriptors: our messages have none, and a reader skips fields it does not know.
const unused = /Options$|^SourceCodeInfo$|^GeneratedCodeInfo$|^UninterpretedOption$|^FeatureSetDefaults$/;
const used_options = new Set(['features', 'map_entry', 'message_set_wire_format', 'packed', 'deprecated']);

export const lean_wire = {
  name: 'lean_wire',
  setup({ onLoad }) {
    onLoad({ filter: /protobuf\/.*\/reflect-check\.js$/ }, () => ({ contents: no_checks }));
    onLoad({ filter: /protobuf\/.*\/text-format\.js$/ }, () => ({ contents: no_defaults }));
    onLoad({ filter: /@bufbuild\/protobuf\/.*\.js$/ }, ({ path }) => ({ contents: lean(readFileSync(path, 'utf8')) }));
  },
};

// Checks of values set through reflection: reading and writing frames sets none, and the compiler has checked ours.
const no_checks = `const none = () => undefined;
export { none as checkField, none as checkListItem, none as checkMapEntry, none as formatVal };`;

// Default values written into a proto file: proto3 has none.
const no_defaults = `const none = () => undefined;
export { none as parseTextFormatEnumValue, none as parseTextFormatScalarValue };`;

function lean(source) {
  return source.replace(without_bigint, '}').replace(/boot\((\{"?.*\})\);/g, (_, json) => `boot(${JSON.stringify(without_options(JSON.parse(json)))});`)
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

// What stands in for BigInt in old browsers, to the end of that file; none of them reads the rest of the script.
const without_bigint = /return \{\s*zero: "0",[\s\S]*/;

// Enums are written as statements, which a bundler must keep; as pure expressions the unused ones fall away.
const enum_statement = /export var (\w+);\n\(function \(\1\) \{([\s\S]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/g;
const pure_enum = 'export var $1 = /* @__PURE__ */ (function ($1) {$2\nreturn $1;\n})({});';
