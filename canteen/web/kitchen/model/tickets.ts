// Decides which tickets stand on the wall and in what order. Pure.
import { TicketState, type Ticket } from '@wire/kitchen_pb.js';
import type { PickupNumber } from '@wire/common_pb.js';
import type { Picture } from '../../shared/feed.js';
import { hex } from '../../shared/hex.js';
import { business_date, minute_ms } from '../../shared/time.js';

const later_after_ms = 60 * minute_ms;  // due after this is "comes next" rather than "to be done"

export function ticket_key(ticket: Ticket): string {
  return hex(ticket.orderId);
}

// Returns "A012", as it is called out.
export function number_of(pickup: PickupNumber | undefined): string {
  if (!pickup) return '?';
  return pickup.letters + pickup.count.toString().padStart(3, '0');
}

export function is_cancelled(ticket: Ticket): boolean {
  return ticket.state === TicketState.TICKET_CANCELLED;
}

// Returns open tickets, and cancelled ones until somebody has confirmed that they saw them; by due time.
export function standing(picture: Picture): Ticket[] {
  return [...picture.tickets.values()].filter(stands).sort(by_due);
}

// Counts what the screen has cooked; what a slip told is cooked by that.
export function count_open(tickets: readonly Ticket[]): number {
  return tickets.filter(is_to_cook).length;
}

export function is_to_cook(ticket: Ticket): boolean {
  return ticket.state === TicketState.TICKET_OPEN && !ticket.onPaper;
}

export function is_later(ticket: Ticket, now_ms: number): boolean {
  return Number(ticket.dueMs) - now_ms > later_after_ms;
}

// Returns today's tickets that are ready and not handed over; the newest first.
export function recallable(picture: Picture, now_ms: number): Ticket[] {
  const today = business_date(now_ms);
  return [...picture.tickets.values()]
    .filter((ticket) => ticket.state === TicketState.TICKET_READY && ticket.meal?.date === today)
    .sort((a, b) => Number(ready_order(b) - ready_order(a)) || by_due(b, a));
}

// Puts a tap that the server has not answered first: it has no time yet, so it is the newest.
function ready_order(ticket: Ticket): bigint {
  return ticket.readyAtMs === 0n ? 1n << 62n : ticket.readyAtMs;
}

function stands(ticket: Ticket): boolean {
  return ticket.state === TicketState.TICKET_OPEN || (is_cancelled(ticket) && !ticket.cancelSeen);
}

function by_due(a: Ticket, b: Ticket): number {
  return Number(a.dueMs - b.dueMs) || Number(a.placedAtMs - b.placedAtMs) || (ticket_key(a) < ticket_key(b) ? -1 : 1);
}
