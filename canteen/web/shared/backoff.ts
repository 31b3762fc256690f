// Times the wait before dialling again: doubled each time up to a bound, and spread so that thirty screens do not come
// back in the same moment.
const first_wait_ms = 250;
const longest_wait_ms = 8000;

export class Backoff {
  private tries = 0;

  // `random` must return [0, 1).
  constructor(private readonly random: () => number) {}

  // Returns milliseconds, between half and the whole of the doubled wait.
  next_wait_ms(): number {
    const whole = Math.min(longest_wait_ms, first_wait_ms * 2 ** this.tries);
    this.tries += 1;
    return Math.round(whole / 2 + (whole / 2) * this.random());
  }

  reset(): void {
    this.tries = 0;
  }
}
