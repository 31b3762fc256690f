// Generates the messages of the screens from proto/: only what a screen says and hears. The rest of the contract (sales,
// right sheets) would cost each page 4 KB for words it never uses; a reader ignores fields it does not know.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

const roots = ['.canteen.v1.ClientFrame', '.canteen.v1.ServerFrame'];
const not_for_screens = new Set([
  'Hello.device_id', 'Hello.signature', 'Hello.host', 'Hello.till', 'Welcome.till', 'Submit.entry', 'Submit.hash', 'Rejected.sums',
  'Command.place_order', 'Command.record_sale', 'Command.cancel_order', 'Command.hand_over',
  'Command.refund', 'Command.top_up', 'Command.pay_out', 'Command.transfer_balance', 'Command.set_deduct_order', 'Committed.paid_back',
  'Command.put_member', 'Command.review_application', 'Command.issue_card', 'Command.report_card_lost', 'Command.erase_member', 'Command.merge_members',
  'Command.set_employer', 'Command.receive_from_employer', 'Command.set_points_rule', 'Command.record_hours',
  'Command.submit_claim', 'Command.drop_claim', 'Command.answer_finding', 'Command.reject_claim_line', 'Command.receive_claim_payment',
  'Command.set_partner_agreement', 'Command.record_partner_cost', 'ClientFrame.ask', 'ServerFrame.told',
  'FeedFrame.sheets', 'FeedFrame.uses', 'FeedFrame.members_gone',
]);

// Writes one .ts a proto file into `gen`/canteen/v1.
export function generate_messages(root, gen) {
  rmSync(gen, { recursive: true, force: true });
  mkdirSync(gen, { recursive: true });
  const set_file = join(gen, 'screens.binpb');
  const names = readdirSync(join(root, 'proto/canteen/v1')).filter((name) => name.endsWith('.proto')).map((name) => `canteen/v1/${name}`);
  execFileSync('protoc', [`-I${join(root, 'proto')}`, `--descriptor_set_out=${set_file}`, ...names], { stdio: 'inherit' });
  const all = fromBinary(FileDescriptorSetSchema, readFileSync(set_file));
  const kept = prune(all.file);
  writeFileSync(set_file, toBinary(FileDescriptorSetSchema, { ...all, file: kept }));
  execFileSync('protoc', [`--plugin=protoc-gen-es=${join(root, 'node_modules/.bin/protoc-gen-es')}`, `--descriptor_set_in=${set_file}`,
    `--es_out=${gen}`, '--es_opt=target=ts', ...kept.map((file) => file.name)], { stdio: 'inherit' });
}

function prune(files) {
  for (const message of files.flatMap((file) => file.messageType)) {
    message.field = message.field.filter((field) => !not_for_screens.has(`${message.name}.${field.name}`));
  }
  const used = reachable(files);
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

function reachable(files) {
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
