// Generates the messages of the pages from proto/: only those that a page sends or receives. The rest of the contract
// would cost each page 4 KB for words it never uses; a reader ignores fields it does not know.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

export const screen_roots = ['.canteen.v1.ClientFrame', '.canteen.v1.ServerFrame'];
export const till_roots = ['.canteen.v1.PageFrame', '.canteen.v1.CoreFrame'];
// Lists the fields that a page uses of these messages; it uses all fields of the others. The type check finds a missing
// one.
const used_by_pages = {
  ClientFrame: ['hello', 'submit', 'resume', 'ping'],
  ServerFrame: ['challenge', 'welcome', 'answer', 'feed', 'pong', 'goodbye'],
  Challenge: ['server_time_ms'],
  Hello: ['protocol', 'role', 'feeds'],
  Welcome: ['server_time_ms', 'site'],
  Submit: ['command'],
  Answer: ['command_id', 'committed', 'rejected'],
  Committed: ['seq'],
  Rejected: ['code', 'name', 'params'],
  Goodbye: ['name', 'params'],
  FeedFrame: ['feed', 'epoch', 'after', 'seq', 'server_time_ms', 'snapshot', 'tickets', 'portions', 'menus'],
  Command: ['command_id', 'mark_line', 'mark_ticket', 'acknowledge_cancelled', 'set_sold_out', 'add_portions'],
};

// Writes one .ts for each proto file into `gen`/canteen/v1, with what the roots reach.
export function generate_messages(root, gen, roots) {
  mkdirSync(gen, { recursive: true });
  const set_file = join(gen, 'pages.binpb');
  const names = readdirSync(join(root, 'proto/canteen/v1')).filter((name) => name.endsWith('.proto')).map((name) => `canteen/v1/${name}`);
  execFileSync('protoc', [`-I${join(root, 'proto')}`, `--descriptor_set_out=${set_file}`, ...names], { stdio: 'inherit' });
  const all = fromBinary(FileDescriptorSetSchema, readFileSync(set_file));
  const kept = prune(all.file, roots);
  writeFileSync(set_file, toBinary(FileDescriptorSetSchema, { ...all, file: kept }));
  execFileSync('protoc', [`--plugin=protoc-gen-es=${join(root, 'node_modules/.bin/protoc-gen-es')}`, `--descriptor_set_in=${set_file}`,
    `--es_out=${gen}`, '--es_opt=target=ts', ...kept.map((file) => file.name)], { stdio: 'inherit' });
}

function prune(files, roots) {
  for (const message of files.flatMap((file) => file.messageType)) {
    const used = used_by_pages[message.name];
    if (used) message.field = message.field.filter((field) => used.includes(field.name));
  }
  const used = reachable(files, roots);
  const is_used = (type) => used.has(`.canteen.v1.${type.name}`);
  for (const file of files) {
    file.messageType = file.messageType.filter(is_used);
    file.enumType = file.enumType.filter(is_used);
  }
  const kept = files.filter((file) => file.messageType.length + file.enumType.length > 0);
  const names = new Set(kept.map((file) => file.name));
  for (const file of kept) file.dependency = file.dependency.filter((name) => names.has(name));
  return kept;
}

function reachable(files, roots) {
  const messages = new Map(files.flatMap((file) => file.messageType).map((message) => [`.canteen.v1.${message.name}`, message]));
  const used = new Set();
  const visit = (name) => {
    if (name === '' || used.has(name)) return;
    used.add(name);
    for (const field of messages.get(name)?.field ?? []) visit(field.typeName);
  };
  roots.forEach(visit);
  return used;
}
