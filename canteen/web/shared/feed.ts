// Keeps the picture that a feed paints: pure, no clock, no socket. Takes a change only if the state stands at its
// `after`; builds a snapshot aside and shows it whole, so that nothing flickers; ignores anything that comes twice.
import type { FeedFrame } from '@wire/envelope_pb.js';
import { TicketState, type Ticket } from '@wire/kitchen_pb.js';
import type { Dish, Menu, PortionsLeft } from '@wire/menu_pb.js';
import type { Meal } from '@wire/common_pb.js';
import { dish_key, meal_key } from './dish_key.js';
import { hex } from './hex.js';

export interface Picture {
  readonly tickets: ReadonlyMap<string, Ticket>;        // by order id
  readonly portions: ReadonlyMap<string, PortionsLeft>; // by dish_key
  readonly menus: ReadonlyMap<string, Menu>;            // by meal_key
}

export interface FeedState {
  readonly epoch: bigint;
  readonly seq: bigint;                 // epoch and seq 0: at the beginning
  readonly picture: Picture;
  readonly building: Building | null;   // a snapshot that still lacks chunks
  readonly resuming: boolean;           // asked for the gap, not answered yet
}

interface Building {
  readonly epoch: bigint;
  readonly seq: bigint;
  readonly picture: Picture;
  readonly held: readonly FeedFrame[];  // changes that came between the chunks
}

export interface Step {
  readonly state: FeedState;
  readonly resume: boolean;  // the caller sends Resume with the state's cursor
}

const most_held = 256;  // more changes between two chunks than this: ask again

const no_picture: Picture = { tickets: new Map(), portions: new Map(), menus: new Map() };
export const feed_start: FeedState = { epoch: 0n, seq: 0n, picture: no_picture, building: null, resuming: false };

export function dish_of(picture: Picture, meal: Meal | undefined, dish: number): Dish | undefined {
  return picture.menus.get(meal_key(meal))?.dishes.find((one) => one.id === dish);
}

// Starts clean on a new connection: half a snapshot is of no use, and no question is open.
export function reconnected(state: FeedState): FeedState {
  return { ...state, building: null, resuming: false };
}

export function reduce(state: FeedState, frame: FeedFrame): Step {
  return frame.snapshot ? take_chunk(state, frame) : take_change(state, frame);
}

function take_chunk(state: FeedState, frame: FeedFrame): Step {
  const goes_on = continues(state.building, frame);
  if (!goes_on && is_old(state, frame)) return { state, resume: false };
  if (!goes_on && !frame.snapshot!.first) return ask_again(state);
  const before = goes_on ? state.building! : { picture: no_picture, held: [] };
  const building = { epoch: frame.epoch, seq: frame.seq, picture: merge(before.picture, frame), held: before.held };
  if (!frame.snapshot!.last) return { state: { ...state, building }, resume: false };
  const whole: FeedState = { epoch: frame.epoch, seq: frame.seq, picture: building.picture, building: null, resuming: false };
  return building.held.reduce((step: Step, late) => {
    const next = take_change(step.state, late);
    return { state: next.state, resume: step.resume || next.resume };
  }, { state: whole, resume: false });
}

// True for a doubled chunk of a snapshot that was already overtaken or shown whole.
function is_old(state: FeedState, frame: FeedFrame): boolean {
  if (frame.epoch !== state.epoch) return false;
  return frame.seq < state.seq || (frame.seq === state.seq && !frame.snapshot!.first);
}

function continues(building: Building | null, frame: FeedFrame): boolean {
  return building !== null && building.epoch === frame.epoch && building.seq === frame.seq;
}

function take_change(state: FeedState, frame: FeedFrame): Step {
  if (state.building) return hold(state, state.building, frame);
  if (frame.epoch !== state.epoch) return ask_again(state);
  if (frame.seq <= state.seq) return { state, resume: false };  // seen before
  if (frame.after !== state.seq) return ask_again(state);
  const picture = merge(state.picture, frame);
  return { state: { ...state, seq: frame.seq, picture, resuming: false }, resume: false };
}

function hold(state: FeedState, building: Building, frame: FeedFrame): Step {
  if (building.held.length >= most_held) return ask_again({ ...state, building: null, resuming: false });
  return { state: { ...state, building: { ...building, held: [...building.held, frame] } }, resume: false };
}

// Asks only once: the frames between the question and its answer all show the same gap.
function ask_again(state: FeedState): Step {
  return { state: { ...state, building: null, resuming: true }, resume: !state.resuming };
}

// Replaces each item by the new one of its key: items are whole.
function merge(picture: Picture, frame: FeedFrame): Picture {
  return {
    tickets: without_closed(put(picture.tickets, frame.tickets, (ticket) => hex(ticket.orderId)), frame.tickets),
    portions: put(picture.portions, frame.portions, (left) => dish_key(left.meal, left.dish)),
    menus: put(picture.menus, frame.menus, (menu) => meal_key(menu.meal)),
  };
}

// Drops closed tickets: a day's handed-over ones would only make each change slower.
function without_closed(tickets: ReadonlyMap<string, Ticket>, news: readonly Ticket[]): ReadonlyMap<string, Ticket> {
  const closed = news.filter((ticket) => ticket.state === TicketState.TICKET_HANDED_OVER
    || (ticket.state === TicketState.TICKET_CANCELLED && ticket.cancelSeen));
  if (closed.length === 0) return tickets;
  const map = new Map(tickets);
  for (const ticket of closed) map.delete(hex(ticket.orderId));
  return map;
}

function put<T>(old: ReadonlyMap<string, T>, items: readonly T[], key_of: (item: T) => string): ReadonlyMap<string, T> {
  if (items.length === 0) return old;
  const map = new Map(old);
  for (const item of items) map.set(key_of(item), item);
  return map;
}
