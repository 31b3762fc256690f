// The last taps of this screen that can be taken back, the newest last.
import type { Command } from '@wire/command_pb.js';
import { hex } from '../../shared/hex.js';

const most_undos = 10;

export interface Deed {
  readonly command: Command;
  readonly what: string;  // in the words that were shown, "A012 ready"
}

export class UndoList {
  private deeds: Deed[] = [];

  get size(): number {
    return this.deeds.length;
  }

  add(deed: Deed): void {
    this.deeds = [...this.deeds, deed].slice(-most_undos);
  }

  take(): Deed | undefined {
    return this.deeds.pop();
  }

  // Forgets a refused command: it never happened.
  forget(command: Command): Deed | undefined {
    const id = hex(command.commandId);
    const deed = this.deeds.find((one) => hex(one.command.commandId) === id);
    this.deeds = this.deeds.filter((one) => one !== deed);
    return deed;
  }
}
