// Draws this screen's taps onto the picture before the server has answered. Pure.
import type { AddPortions, Command, SetSoldOut } from '@wire/command_pb.js';
import { TicketState, type Ticket } from '@wire/kitchen_pb.js';
import type { PortionsLeft } from '@wire/menu_pb.js';
import { dish_key } from '../../shared/dish_key.js';
import type { Picture } from '../../shared/feed.js';
import { hex } from '../../shared/hex.js';

// Takes `taps` oldest first; a tap on something that is not in the picture changes nothing.
export function overlay(picture: Picture, taps: readonly Command[]): Picture {
  return taps.reduce(draw, picture);
}

function draw(picture: Picture, { body }: Command): Picture {
  switch (body.case) {
    case 'markLine': {
      const { lineIndex, done } = body.value;
      return on_ticket(picture, body.value.orderId, (ticket) => ({
        ...ticket, lines: ticket.lines.map((line) => (line.index === lineIndex ? { ...line, done } : line)),
      }));
    }
    case 'markTicket': {
      const { ready } = body.value;
      return on_ticket(picture, body.value.orderId, (ticket) => mark(ticket, ready));
    }
    case 'acknowledgeCancelled': return on_ticket(picture, body.value.orderId, (ticket) => ({ ...ticket, cancelSeen: true }));
    case 'setSoldOut': return on_portions(picture, body.value, (left) => ({ ...left, soldOut: body.value.soldOut }));
    case 'addPortions': return on_portions(picture, body.value, (left) => ({ ...left, left: left.left + BigInt(body.value.amount) }));
    default: return picture;
  }
}

// Only an open ticket becomes ready and only a ready one opens again: the server would refuse the rest.
function mark(ticket: Ticket, ready: boolean): Ticket {
  if (ready && ticket.state === TicketState.TICKET_OPEN) return { ...ticket, state: TicketState.TICKET_READY };
  if (!ready && ticket.state === TicketState.TICKET_READY) return { ...ticket, state: TicketState.TICKET_OPEN, readyAtMs: 0n };
  return ticket;
}

function on_ticket(picture: Picture, order_id: Uint8Array, change: (ticket: Ticket) => Ticket): Picture {
  const key = hex(order_id);
  const ticket = picture.tickets.get(key);
  if (!ticket) return picture;
  return { ...picture, tickets: new Map(picture.tickets).set(key, change(ticket)) };
}

function on_portions(picture: Picture, of: SetSoldOut | AddPortions, change: (left: PortionsLeft) => PortionsLeft): Picture {
  const key = dish_key(of.meal, of.dish);
  const left = picture.portions.get(key);
  if (!left) return picture;
  return { ...picture, portions: new Map(picture.portions).set(key, change(left)) };
}
