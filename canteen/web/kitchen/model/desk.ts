// Runs the kitchen's side of a screen: what a tap asks for, which words answer it, and what can be taken back. Draws
// nothing; calls `redraw` when something changed.
import type { Command } from '@wire/command_pb.js';
import type { Rejected } from '@wire/envelope_pb.js';
import type { Ticket, TicketLine } from '@wire/kitchen_pb.js';
import type { Menu, Dish } from '@wire/menu_pb.js';
import { Connection, type Listener } from '../../shared/connection.js';
import type { Picture } from '../../shared/feed.js';
import type { Machine } from '../../shared/socket.js';
import { dish_name, t } from '../../shared/texts/texts.js';
import { acknowledge_cancelled, inverse, mark_line, mark_ticket, restock, set_sold_out } from './commands.js';
import { Notices } from './notices.js';
import { overlay } from './overlay.js';
import { refusal_words } from './refusals.js';
import { SeenList } from './seen.js';
import { Sound } from './sound.js';
import { TapGuard } from './tap_guard.js';
import { is_cancelled, number_of, standing, ticket_key } from './tickets.js';
import { UndoList } from './undo.js';

export class Desk implements Listener {
  readonly connection: Connection;
  readonly notices = new Notices();
  readonly seen = new SeenList();
  readonly sound = new Sound();
  readonly guard = new TapGuard();
  readonly undos = new UndoList();
  redraw = () => {};
  private cancelled_before: ReadonlySet<string> = new Set();

  constructor(private readonly machine: Machine, first_guess_ms: number) {
    this.connection = new Connection(machine, this, first_guess_ms);
  }

  now_ms(): number {
    return this.connection.clock.now_ms();
  }

  local_ms(): number {
    return this.machine.now_ms();
  }

  // Returns the picture with this screen's own taps on it.
  picture(): Picture {
    return overlay(this.connection.state.picture, this.connection.taps.shown());
  }

  on_change(): void {
    const { epoch, picture } = this.connection.state;
    if (epoch !== 0n) this.ring(picture);
    this.redraw();
  }

  on_rejected(command: Command, why: Rejected): void {
    const deed = this.undos.forget(command);
    this.notices.complain(refusal_words(deed?.what ?? '', why), this.local_ms());
  }

  mark_line(ticket: Ticket, line: TicketLine): void {
    const params = { number: number_of(ticket.pickup), dish: dish_name(line) };
    this.seen.touched(ticket_key(ticket));
    this.do(mark_line(this.now_ms(), ticket.orderId, line.index, !line.done),
      t(line.done ? 'did.line_undone' : 'did.line_done', params));
  }

  // Marks the ticket ready, or a cancelled one as seen, when its head is pressed.
  press_ticket(ticket: Ticket): void {
    this.seen.touched(ticket_key(ticket));
    if (is_cancelled(ticket)) {
      this.connection.submit(acknowledge_cancelled(this.now_ms(), ticket.orderId));
      return;
    }
    this.do(mark_ticket(this.now_ms(), ticket.orderId, true), t('did.ready', { number: number_of(ticket.pickup) }));
  }

  recall(ticket: Ticket): void {
    this.do(mark_ticket(this.now_ms(), ticket.orderId, false), t('did.recalled', { number: number_of(ticket.pickup) }));
  }

  sell_out(menu: Menu, dish: Dish): void {
    this.do(set_sold_out(this.now_ms(), menu.meal!, dish.id, true), t('did.sold_out', { dish: dish_name(dish) }));
  }

  // Sends the portions first, so that the dish is not empty when it is on sale again. `amount` is in portions or grams.
  bring_back(menu: Menu, dish: Dish, amount: number, was_sold_out: boolean): void {
    if (amount > 0) this.connection.submit(restock(this.now_ms(), menu.meal!, dish.id, amount));
    const what = t('did.back', { dish: dish_name(dish) });
    if (was_sold_out) this.do(set_sold_out(this.now_ms(), menu.meal!, dish.id, false), what);
    else this.notices.tell(what, this.local_ms());
  }

  undo(): void {
    const deed = this.undos.take();
    const back = deed && inverse(this.now_ms(), deed.command);
    if (deed && back) this.connection.submit(back);
    this.notices.tell(deed ? t('did.undone', { what: deed.what }) : t('did.nothing_to_undo'), this.local_ms());
    this.redraw();
  }

  // Notes a touch or key anywhere; the sound's own key switches the sound itself.
  somebody_is_here(on_sound_key: boolean): void {
    this.seen.somebody_is_here(this.local_ms());
    if (!on_sound_key) void this.sound.wake().then(() => this.redraw());
  }

  private do(command: Command, what: string): void {
    this.undos.add({ command, what });
    this.notices.tell(what, this.local_ms());
    this.connection.submit(command);
  }

  // Goes by the server's picture, not by the taps drawn on it: a recalled ticket is no news.
  private ring(picture: Picture): void {
    const tickets = standing(picture);
    const cancelled = new Set(tickets.filter(is_cancelled).map(ticket_key));
    const fresh = this.seen.look(tickets.map(ticket_key), this.local_ms());
    this.seen.keep_only(new Set(picture.tickets.keys()));
    if (fresh > 0) this.sound.play('fresh');
    else if ([...cancelled].some((key) => !this.cancelled_before.has(key))) this.sound.play('cancelled');
    this.cancelled_before = cancelled;
  }
}
