// Keeps taps that the picture does not show yet. A tap is kept until it is refused, or until the feed has gone past the
// row that holds it: so the page shows a tap at once and never blinks back between the answer and the feed.
import type { Command } from '@wire/command_pb.js';
import { hex } from './hex.js';

interface Tap {
  readonly command: Command;
  committed_seq: bigint | null;  // null: no answer yet
  pings_at_answer: bigint;       // a pong of a later ping came after all feed frames of that row
}

export class PendingTaps {
  private readonly taps = new Map<string, Tap>();  // in the order of tapping

  add(command: Command): void {
    this.taps.set(hex(command.commandId), { command, committed_seq: null, pings_at_answer: 0n });
  }

  // Returns the commands to draw onto the picture, oldest first.
  shown(): Command[] {
    return [...this.taps.values()].map((tap) => tap.command);
  }

  // Returns the commands that a new connection sends again, oldest first; the server answers a known id with its
  // recorded answer.
  unanswered(): Command[] {
    return [...this.taps.values()].filter((tap) => tap.committed_seq === null).map((tap) => tap.command);
  }

  find(command_id: Uint8Array): Command | undefined {
    return this.taps.get(hex(command_id))?.command;
  }

  on_committed(command_id: Uint8Array, seq: bigint, pings_sent: bigint): void {
    const tap = this.taps.get(hex(command_id));
    if (!tap) return;
    tap.committed_seq = seq;
    tap.pings_at_answer = pings_sent;
  }

  on_rejected(command_id: Uint8Array): Command | undefined {
    const command = this.find(command_id);
    this.taps.delete(hex(command_id));
    return command;
  }

  on_feed(seq: bigint): void {
    this.drop((tap) => tap.committed_seq !== null && tap.committed_seq <= seq);
  }

  // Drops taps that changed nothing: they have no feed frame to wait for.
  on_pong(token: bigint): void {
    this.drop((tap) => tap.committed_seq !== null && token > tap.pings_at_answer);
  }

  private drop(is_done: (tap: Tap) => boolean): void {
    for (const [id, tap] of this.taps) if (is_done(tap)) this.taps.delete(id);
  }
}
