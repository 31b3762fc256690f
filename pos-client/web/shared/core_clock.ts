// Tells the canteen's time as the core knows it: its last word, and the page's own clock since, at the core's pace.
export class CoreClock {
  private told_ms: number;
  private local_ms: number;
  private pace = 1;

  // `local` returns milliseconds from any start, monotonic.
  constructor(private readonly local: () => number, first_guess_ms: number) {
    this.told_ms = first_guess_ms;
    this.local_ms = local();
  }

  // `pace` is the canteen's milliseconds in one of ours; 0 counts as 1.
  hear(now_ms: number, pace: number): void {
    this.told_ms = now_ms;
    this.local_ms = this.local();
    this.pace = Math.max(1, pace);
  }

  now_ms(): number {
    return Math.round(this.told_ms + (this.local() - this.local_ms) * this.pace);
  }
}
