// All tickets that fit, in fixed cells by due time; or one under the other where text is large or the screen small.
import type { Ticket } from '@wire/kitchen_pb.js';
import type { Desk } from '../model/desk.js';
import { place } from '../model/layout.js';
import { TicketCard } from './ticket.js';
import { ticket_key } from '../model/tickets.js';
import type { Room } from '../model/room.js';

interface Props {
  readonly desk: Desk;
  readonly tickets: readonly Ticket[];
  readonly room: Room;
  readonly now_ms: number;
}

export function Wall({ desk, tickets, room, now_ms }: Props) {
  const cells = cells_of(tickets, room);
  const shown = room.columns === 0 ? tickets : tickets.slice(0, cells.length);
  return (
    <main class="tickets" id="wall" tabIndex={-1}>
      {shown.map((ticket, i) => (
        <TicketCard key={ticket_key(ticket)} desk={desk} ticket={ticket} position={i + 1} cell={cells[i] ?? null} now_ms={now_ms} />
      ))}
    </main>
  );
}

export function hidden_tickets(tickets: readonly Ticket[], room: Room): number {
  return room.columns === 0 ? 0 : tickets.length - cells_of(tickets, room).length;
}

function cells_of(tickets: readonly Ticket[], room: Room) {
  return place(tickets.map((ticket) => ticket.lines.length > room.lines), room.columns);
}
