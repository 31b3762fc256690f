// Makes the commands that a kitchen may give, each with the id that makes a second sending harmless.
import { create } from '@bufbuild/protobuf';
import {
  AcknowledgeCancelledSchema, AddPortionsSchema, CommandSchema, MarkLineSchema, MarkTicketSchema, PortionsReason,
  SetSoldOutSchema, type Command,
} from '@wire/command_pb.js';
import type { Meal } from '@wire/common_pb.js';
import { uuid_v7 } from '../../shared/uuid.js';

type Body = Command['body'];

// `at_ms` is the server's time; the id grows with it.
function command(at_ms: number, body: Body): Command {
  return create(CommandSchema, { commandId: uuid_v7(at_ms), body });
}

export function mark_line(at_ms: number, orderId: Uint8Array, lineIndex: number, done: boolean): Command {
  return command(at_ms, { case: 'markLine', value: create(MarkLineSchema, { orderId, lineIndex, done }) });
}

export function mark_ticket(at_ms: number, orderId: Uint8Array, ready: boolean): Command {
  return command(at_ms, { case: 'markTicket', value: create(MarkTicketSchema, { orderId, ready }) });
}

export function acknowledge_cancelled(at_ms: number, orderId: Uint8Array): Command {
  return command(at_ms, { case: 'acknowledgeCancelled', value: create(AcknowledgeCancelledSchema, { orderId }) });
}

export function set_sold_out(at_ms: number, meal: Meal, dish: number, soldOut: boolean): Command {
  return command(at_ms, { case: 'setSoldOut', value: create(SetSoldOutSchema, { meal, dish, soldOut }) });
}

// `amount` is in portions, or in grams for a dish sold by weight.
export function restock(at_ms: number, meal: Meal, dish: number, amount: number): Command {
  const value = create(AddPortionsSchema, { meal, dish, reason: PortionsReason.RESTOCKED, amount });
  return command(at_ms, { case: 'addPortions', value });
}

// Returns the command that takes this one back, or null if there is none.
export function inverse(at_ms: number, { body }: Command): Command | null {
  switch (body.case) {
    case 'markLine': return mark_line(at_ms, body.value.orderId, body.value.lineIndex, !body.value.done);
    case 'markTicket': return mark_ticket(at_ms, body.value.orderId, !body.value.ready);
    case 'setSoldOut': return set_sold_out(at_ms, body.value.meal!, body.value.dish, !body.value.soldOut);
    default: return null;
  }
}
