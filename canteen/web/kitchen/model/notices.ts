// Shows short words about what was just done or refused; refusals stay longer.
const told_ms = 4000;
const refused_ms = 12_000;
const most_shown = 3;

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
  readonly until_ms: number;  // local time
}

export class Notices {
  private list: Notice[] = [];
  private count = 0;

  tell(text: string, now_ms: number): void {
    this.add(text, false, now_ms + told_ms);
  }

  complain(text: string, now_ms: number): void {
    this.add(text, true, now_ms + refused_ms);
  }

  shown(now_ms: number): readonly Notice[] {
    this.list = this.list.filter((notice) => notice.until_ms > now_ms);
    return this.list;
  }

  // Lets each message replace the last one; refusals stand beside each other.
  private add(text: string, bad: boolean, until_ms: number): void {
    const kept = this.list.filter((notice) => notice.bad).slice(1 - most_shown);
    this.list = [...kept, { id: ++this.count, text, bad, until_ms }];
  }
}
